import { PAIR, goFence, lines, only, small, type Dimension } from "../spec.js";

/** Declarations of Go fences. */
export const go: Readonly<Record<string, Dimension>> = {
  "alias chain": (size) =>
    only(
      goFence(
        lines(size, (index) => `type A${index} ${index + 1 < size ? `A${index + 1}` : "int"}`),
      ) + small("M", "A0"),
    ),
  "alias chain of equals": (size) =>
    only(
      goFence(
        lines(size, (index) => `type A${index} = ${index + 1 < size ? `A${index + 1}` : "int64"}`),
      ) + small("M", "A0"),
    ),
  "alias chain of lists": (size) =>
    only(
      goFence(
        lines(size, (index) => `type A${index} ${index + 1 < size ? `[]A${index + 1}` : "int"}`),
      ),
    ),
  "alias chain of pointers": (size) =>
    only(
      goFence(
        lines(size, (index) => `type A${index} ${index + 1 < size ? `*A${index + 1}` : "int"}`),
      ),
    ),
  "alias cycle": (size) =>
    only(
      goFence(lines(size, (index) => `type A${index} A${(index + 1) % size}`)) + small("M", "A0"),
    ),
  "aliases of one type": (size) =>
    only(goFence(lines(size, (index) => `type A${index} = In`)) + PAIR),
  "enum members": (size) =>
    only(
      goFence(
        `type E int\nconst (\n${lines(size, (index) => `\tE${index} E = ${index} // 说明`)}\n)`,
      ),
    ),
  "iota members": (size) =>
    only(
      goFence(
        `type E int\nconst (\n\tEx0 E = iota\n${lines(size, (index) => `\tEx${index + 1}`)}\n)`,
      ),
    ),
  "string members": (size) =>
    only(
      goFence(
        `type E string\nconst (\n${lines(size, (index) => `\tE${index} E = "v${index}"`)}\n)`,
      ),
    ),
  "constants by prefix": (size) =>
    only(
      goFence(
        `${lines(size, (index) => `type Kind${index}x string`)}\n${lines(size, (index) => `const Kind${index}xA = "${index}"`)}`,
      ),
    ),
  "const groups": (size) =>
    only(
      goFence(
        lines(size, (index) => `// 组 ${index}\nconst (\n\tC${index} = iota\n\tD${index}\n)`),
      ),
    ),
  "const groups that refer to others": (size) =>
    only(
      goFence(
        `const (\n\tC0 = iota\n\tD0\n)\n${lines(size, (index) => `const (\n\tC${index + 1} = D${index} + iota\n\tD${index + 1}\n)`)}`,
      ),
    ),
  "free constants": (size) => only(goFence(lines(size, (index) => `const C${index} = ${index}`))),
  "constant chain": (size) =>
    only(
      goFence(
        lines(size, (index) => `const C${index} = ${index + 1 < size ? `C${index + 1}` : "1"}`),
      ),
    ),
  "constant sums": (size) =>
    only(
      goFence(
        `const A = 1\n${lines(size, (index) => `const C${index} = A + A*${index} + (A << 2)`)}`,
      ),
    ),
  "operands of a constant": (size) =>
    only(goFence(`const A = 1\nconst C = A${" + A".repeat(size)}`)),
  "constant cycle": (size) =>
    only(goFence(lines(size, (index) => `const C${index} = C${(index + 1) % size}`))),
  "constant strings": (size) =>
    only(
      goFence(`const C0 = "a"\n${lines(size, (index) => `const C${index + 1} = C${index} + "a"`)}`),
    ),
  "typed constants of an alias chain": (size) =>
    only(
      goFence(
        `${lines(100, (index) => `type A${index} = ${index < 99 ? `A${index + 1}` : "int"}`)}\n${lines(size, (index) => `const C${index} A0 = ${index}`)}`,
      ),
    ),
  "fields of a struct": (size) =>
    only(
      goFence(
        `type S struct {\n${lines(size, (index) => `\tF${index} int \`json:"f${index}"\` // 说明`)}\n}`,
      ),
    ),
  structs: (size) =>
    only(
      goFence(lines(size, (index) => `// S${index} 说明\ntype S${index} struct {\n\tA int\n}\n`)),
    ),
  fences: (size) => only(lines(size, (index) => goFence(`type A${index} int`))),
  "functions in a fence": (size) => only(goFence(lines(size, (index) => `func F${index}() {}`))),
};
