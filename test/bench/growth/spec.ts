/** Pieces of specifications, from which the dimensions are made. */
import type { SpecFile } from "../../../generator/source/spec-file.js";
import type { Config } from "../../../generator/project/config/type.js";

/** A specification of some size, and what else a run of the tool takes. */
export interface Sample {
  readonly documents: readonly SpecFile[];
  readonly config?: Config;
  /** An earlier version for `diff`; the documents with other types and texts if it is absent. */
  readonly old?: readonly SpecFile[];
}

/** Makes a specification whose size in one dimension is the number, and elsewhere small. */
export type Dimension = (size: number) => Sample;

/** Makes a piece for each number from 0, one to a line. */
export function lines(count: number, lineOf: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => lineOf(index)).join("\n");
}

/** One document of models and fences. */
export function document(models: string, path = "spec/document.md"): SpecFile {
  return { path, value: `# 主题\n\n## Models\n\n${models}\n` };
}

/** A model of rows such as ``a|`a`|`int`|text``. */
export function model(name: string, rows: string, documentation = ""): string {
  return `### \`${name}\`\n\n${documentation}\n\nName|JSON|Type|Doc\n-|-|-|-\n${rows}\n`;
}

/** A row of a field table. */
export function row(name: string, type: string, documentation = "说明 text"): string {
  return `\`${name}\`|\`${name.toLowerCase()}\`|\`${type}\`|${documentation}`;
}

export function goFence(code: string): string {
  return `\`\`\`go\n${code}\n\`\`\`\n`;
}

/** A document of models and of a table of calls. */
export function withCalls(models: string, rows: string): SpecFile {
  const { path, value } = document(models);
  const header = "Name|Request Type|Response Type|Access Token|URL|Doc\n-|-|-|-|-|-";
  return { path, value: `${value}\n## API calls\n\n${header}\n${rows}\n` };
}

/** A model with a field of some name, type and documentation. */
export function small(name: string, type = "int", documentation = "说明 text"): string {
  return model(name, row("A", type, documentation));
}

/** One document as a sample. */
export function only(models: string): Sample {
  return { documents: [document(models)] };
}

/** Two models, for calls and whatever refers to models. */
export const PAIR = small("In") + small("Out");

/** A row of a table of calls. */
export function call(name: string, path = "/a", request = "In", response = "Out"): string {
  return `\`${name}\`|\`${request}\`|\`${response}\`|+|\`POST ${path}\`|文档 text`;
}
