import { code } from "./code.js";
import { error, lossWarning, notice } from "./rule.js";

/** The messages about the files of a spec: their names and encodings, and what is not read. */
export const fileRules = {
  "invalid-encoding": error<{ byte: number }>(
    ({ byte }) =>
      `Unexpected byte ${code(`0x${byte.toString(16).toUpperCase().padStart(2, "0")}`)}, expected text in UTF-8`,
  ),
  "unread-document": lossWarning`Unexpected suffix ${"suffix"} of a file that is not read, expected \`.md\` or \`.markdown\``,
  "unread-envelope": notice<{ members: readonly string[]; dialect: string }>(
    ({ members, dialect }) =>
      `Unexpected client of plain HTTP for documents whose dialect ${code(dialect)} leaves ${members.map(code).join(", ")} to the client, expected a client that reads them`,
  ),
  "broken-link": error`Unexpected link that leads to no readable file, expected a document`,
  "shortened-document-name": notice<{ module: string; lost: readonly string[] }>(
    ({ module, lost }) =>
      `Unexpected ${lost.map(code).join(", ")} in the name of a document, expected letters and digits; the module is ${code(module)}`,
  ),
  "duplicate-document": error`Unexpected second document for the module ${"module"}, expected file names that differ`,
  "invalid-document-name": error<{ module: string; isReserved: boolean }>(
    ({ module, isReserved }) =>
      `Unexpected document for the module ${code(module)}, expected a file name that ${
        isReserved
          ? "the output does not use itself"
          : "has letters or digits and that every system and compiler takes"
      }`,
  ),
};
