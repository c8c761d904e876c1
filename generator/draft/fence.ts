import type { Alias, Constant, Enum } from "../model/api.js";
import { documentationOf } from "./documentation.js";
import { commentOf, literalOf } from "./text.js";
import { goType } from "./type.js";

/** Returns a declaration as Go code in a fence. */
export function goFence(declaration: Enum | Alias | Constant): string {
  return ["```go", ...linesOf(declaration), "```"].join("\n");
}

function linesOf(declaration: Enum | Alias | Constant): string[] {
  const { name } = declaration;
  const comment = commentOf(documentationOf(declaration), name);
  switch (declaration.kind) {
    case "alias":
      return [...comment, `type ${name} = ${goType(declaration.type)}`];
    case "constant":
      return [...comment, `const ${name} = ${literalOf(declaration.value)}`];
    case "enum": {
      const members = declaration.members.flatMap((member) => [
        ...commentOf(documentationOf(member), member.name),
        `${member.name} ${name} = ${literalOf(member.value)}`,
      ]);
      const type = [...comment, `type ${name} ${goType(declaration.base)}`];
      if (members.length === 0) return type;
      return [...type, "", "const (", ...members.map((line) => `\t${line}`), ")"];
    }
  }
}
