import { readText, ReadError } from "../read/text.js";
import { printable } from "../source/code.js";
import { suggest } from "../source/suggest.js";
import { EXIT, type Context, type ExitStatus } from "./context.js";

/** The pages that list the rules. */
export interface RulePages {
  /** The messages about documents, each in a section. */
  readonly messages: string;
  /** The changes between versions, each in a row of a table. */
  readonly changes: string;
}

/** Explains a rule by an example, or lists all rules. */
export async function explain(
  rule: string | undefined,
  pages: RulePages,
  { output }: Context,
): Promise<ExitStatus> {
  const messages = messageRules(await readText(pages.messages));
  const changes = changeRules(await readText(pages.changes));
  const explanations = new Map([...messages, ...changes]);
  if (rule === undefined) {
    output.write([...explanations].map(([id, { kind }]) => `${kind.padEnd(10)}${id}`).join("\n"));
    return EXIT.done;
  }
  const found = explanations.get(rule);
  if (found === undefined) {
    const hint = suggest(rule, explanations.keys()) ?? "`md2sdk explain` lists all rules";
    throw new ReadError(`Unexpected rule ${printable(rule)}, expected the name of one; ${hint}`);
  }
  output.write(`${rule}: ${found.kind}\n\n${found.text}`);
  return EXIT.done;
}

interface Explanation {
  readonly kind: string;
  readonly text: string;
}

/** Returns the rules of a page with a section for each: its severity, and an example in a fence. */
function messageRules(page: string): [string, Explanation][] {
  const sections = page.matchAll(/^## (\S+)\n\n\*(\w+)\*[^`]*`{4}text\n([^]*?)\n`{4}$/gm);
  return Array.from(sections, ([, id = "", kind = "", example = ""]) => {
    const text = `For example:\n\n${indented(example)}\n\n${remedyOf(id, kind)}`;
    return [id, { kind, text }];
  });
}

function remedyOf(id: string, severity: string): string {
  if (severity === "error") {
    return "An error stops all writing. It can neither be graded nor suppressed.";
  }
  return `The configuration grades it for the whole project, for instance

  rules: { "${id}": "off" }     ("error", "warning", "notice" or "off")

and a comment suppresses it in the next line of a document:

  <!-- md2sdk-disable-next-line ${id} -- a reason -->`;
}

/** Returns the rules of the table of changes: the impact on readers and on writers, and an example. */
function changeRules(page: string): [string, Explanation][] {
  const rows = page.matchAll(/^\| `(\S+)` +\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm);
  return Array.from(rows, ([, id = "", readers = "", writers = "", example = ""]) => {
    const [read, write] = [readers, writers].map((cell) => cell.replaceAll("*", ""));
    const impact = `Code that takes values from the package: ${read}.\nCode that makes values for it: ${write}.`;
    const text = `A change between two versions, for example:\n\n${indented(example)}\n\n${impact}`;
    return [id, { kind: "change", text }];
  });
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
