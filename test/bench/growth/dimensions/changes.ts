import { document, goFence, lines, model, row, small, only, type Dimension } from "../spec.js";

/** The compared contents: everything renamed, removed or added. */
export const changes: Readonly<Record<string, Dimension>> = {
  "renamed models": (size) => ({
    ...only(lines(size, (index) => model(`N${index}`, row(`F${index}`, "int")))),
    old: [document(lines(size, (index) => model(`M${index}`, row(`F${index}`, "int"))))],
  }),
  "renamed fields": (size) => ({
    ...only(
      model(
        "M",
        lines(size, (index) => row(`New${index}`, "int", `说明 ${index}`)),
      ),
    ),
    old: [
      document(
        model(
          "M",
          lines(size, (index) => row(`Old${index}`, "int", `说明 ${index}`)),
        ),
      ),
    ],
  }),
  "removed models": (size) => ({
    ...only(small("M")),
    old: [document(lines(size, (index) => small(`M${index}`)))],
  }),
  "moved models": (size) => ({
    ...only(lines(size, (index) => small(`M${index}`))),
    old: [
      document(
        lines(size, (index) => small(`M${index}`)),
        "spec/other.md",
      ),
    ],
  }),
  "renamed members": (size) => ({
    ...only(goFence(`type E int\n${lines(size, (index) => `const ENew${index} E = ${index}`)}`)),
    old: [
      document(goFence(`type E int\n${lines(size, (index) => `const EOld${index} E = ${index}`)}`)),
    ],
  }),
};
