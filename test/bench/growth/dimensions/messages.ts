import {
  PAIR,
  call,
  goFence,
  lines,
  model,
  only,
  row,
  small,
  withCalls,
  type Dimension,
} from "../spec.js";

/** Diagnostics, each many times in one document. */
export const messages: Readonly<Record<string, Dimension>> = {
  "notices of TODO": (size) => only(model("M", "`TODO`|`a`|`int`|x\n".repeat(size))),
  "errors in a long line": (size) =>
    only(
      goFence(
        `type S struct { ${lines(size, (index) => `F${index} func()`).replaceAll("\n", "; ")} }`,
      ),
    ),
  "equal unresolved names": (size) =>
    only(
      lines(size, (index) => small(`Model${index}`)) +
        model(
          "N",
          lines(size, (index) => row(`F${index}`, "Modle")),
        ),
    ),
  "unresolved names": (size) =>
    only(
      lines(size, (index) => small(`Model${index}`)) +
        model(
          "N",
          lines(size, (index) => row(`F${index}`, `Modle${index}`)),
        ),
    ),
  "unresolved constants": (size) =>
    only(
      goFence(
        `${lines(size, (index) => `const Value${index} = 1`)}\n${lines(size, (index) => `const X${index} = Valeu${index}`)}`,
      ),
    ),
  "unresolved embeddings": (size) =>
    only(
      lines(size, (index) => small(`Model${index}`)) +
        goFence("type A int") +
        model("N", "`A`||-|x\n".repeat(size)),
    ),
  "invalid types": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => row(`F${index}`, "list<int")),
      ),
    ),
  "bare cells": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => `F${index}|f|int|x`),
      ),
    ),
  "ragged rows": (size) => only(model("M", "`A`|`a`|x\n".repeat(size))),
  "duplicate fields": (size) => only(model("M", "`A`|`a`|`int`|x\n".repeat(size))),
  "duplicate wire names": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => `\`A${index}\`|\`a\`|\`int\`|x`),
      ),
    ),
  "duplicate models": (size) => only(small("M").repeat(size)),
  "duplicate constants": (size) => only(goFence("const A = 1\n".repeat(size))),
  "duplicate members": (size) =>
    only(goFence(`type E int\nconst (\n${lines(size, (index) => `\tE${index} E = 1`)}\n)`)),
  "duplicate calls": (size) => ({
    documents: [
      withCalls(
        PAIR,
        lines(size, () => call("Get")),
      ),
    ],
  }),
  "names that collide": (size) =>
    only(lines(size, (index) => small(`m${index}`) + small(`M${index}`))),
  "properties that collide": (size) =>
    only(
      model(
        "M",
        lines(
          size,
          (index) =>
            `\`UserID${index}\`|\`a${index}\`|\`int\`|x\n\`UserId${index}\`|\`b${index}\`|\`int\`|x`,
        ),
      ),
    ),
  "constants that overflow": (size) =>
    only(
      goFence(
        `type E int8\nconst (\n${lines(size, (index) => `\tE${index} E = ${index + 1e3}`)}\n)`,
      ),
    ),
  "bad calls": (size) => ({
    documents: [
      withCalls(
        PAIR,
        lines(size, (index) => call(`Do${index}`, "a b", "int", "Nope")),
      ),
    ],
  }),
  "syntax errors in one fence": (size) => only(goFence("type A struct { a b c }\n".repeat(size))),
  "syntax errors in fences": (size) => only(goFence("type A struct {").repeat(size)),
  "unclosed fences": (size) => only("```go\ntype A int\n### `B`\n".repeat(size)),
  "unclosed fences of JSON": (size) => only("~~~json\n{}\n### `B`\n```\n".repeat(size)),
  "Chinese characters": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => row(`F${index}`, "［］int")),
      ),
    ),
  "unused settings": (size) => ({
    ...only(lines(size, (index) => small(`Model${index}`))),
    config: {
      rename: {
        names: Object.fromEntries(
          Array.from({ length: size }, (_, index) => [`Modle${index}`, `N${index}`]),
        ),
      },
    },
  }),
  "settings that rename": (size) => ({
    ...only(lines(size, (index) => small(`Model${index}`))),
    config: {
      rename: {
        names: Object.fromEntries(
          Array.from({ length: size }, (_, index) => [`Model${index}`, `N${index}`]),
        ),
      },
    },
  }),
  "repeated topics": (size) => ({
    documents: [{ path: "spec/document.md", value: "# 主题\n\n".repeat(size) }],
  }),
  "rows of a stray table": (size) => only(small("M") + `\n${"`A`|`a`|`int`|x\n".repeat(size)}`),
  "stray rows": (size) => only(small("M") + "\n`A`|`a`|`int`|x\n".repeat(size)),
  "interrupted tables": (size) => only(lines(size, (index) => `${small(`M${index}`)}- a\n`)),
};
