import { MEANING_ROLES, meaningOf, type FieldRole } from "../dialect/dialect.js";
import type { Answer, MeaningDraft, SampleDraft } from "../go/draft.js";
import { characterHint } from "../source/hints.js";
import { suggest } from "../source/suggest.js";
import type { CellContent } from "./cell.js";
import { titleOf } from "./columns.js";
import type { ParseContext } from "./context.js";
import { cellDocumentation } from "./documentation.js";
import { sourceOf } from "../source/text.js";
import { plainText } from "./outline/plain.js";
import { isAbsent } from "./row.js";

type Cells = Readonly<Record<FieldRole, CellContent>>;

/** Reads the cells of a row that say more about a field than its name and its type. */
export function meaningIn(cells: Cells, context: ParseContext): { meaning?: MeaningDraft } {
  if (MEANING_ROLES.every((role) => isUnsaid(cells[role]))) return {};
  const meaning = {
    ...requirementIn(cells, context),
    ...present("default", textIn(cells.default)),
    ...present("example", textIn(cells.example)),
    ...present("deprecated", deprecationIn(cells.deprecated, context)),
    ...present("since", textIn(cells.since)?.text),
    ...present("values", textIn(cells.values)?.text),
    ...present("limits", textIn(cells.limits)),
  };
  return Object.keys(meaning).length === 0 ? {} : { meaning };
}

/** Returns what a row means, and the documentation in the place of an answer that the row leaves out. */
export function meaningAndText(
  cells: Cells,
  context: ParseContext,
): { readonly meaning: MeaningDraft | undefined; readonly misplaced: string } {
  const { meaning } = meaningIn(cells, context);
  const { condition, ...others } = meaning ?? {};
  const isShort = context.dialect.continuedRows && cells.doc.kind === "blank";
  if (condition === undefined || !isShort || others.required !== undefined)
    return { meaning, misplaced: "" };
  return { meaning: Object.keys(others).length === 0 ? undefined : others, misplaced: condition };
}

/** Whether a cell says nothing; a dash answers a question. */
function isUnsaid({ text }: CellContent): boolean {
  return text === "" || text === "TODO";
}

function requirementIn(
  { required, optional }: Cells,
  context: ParseContext,
): Pick<MeaningDraft, "required" | "condition"> {
  const isInverse = isUnsaid(required);
  const cell = isInverse ? optional : required;
  // A dash answers a question with no, but leaves the opposite open.
  if (isUnsaid(cell) || (isInverse && isAbsent(cell))) return {};
  const answer = answerIn(cell, context);
  if (answer !== undefined) {
    const value = answer !== isInverse;
    return { required: { value, range: cell.range } };
  }
  const condition = cellText(cell);
  // A field that only some requests need is an optional one.
  if (isCondition(cell.text, context)) {
    const required: Answer = { value: false, range: cell.range };
    return { required, condition };
  }
  if (context.dialect.otherAnswers === "documentation") return { condition };
  const hint = suggest(cell.text, Object.keys(context.dialect.answers)) ?? characterHint(cell.text);
  context.report("invalid-answer", cell.range, { text: cell.text }, { hint });
  return {};
}

function answerIn({ text, range }: CellContent, { dialect }: ParseContext): boolean | undefined {
  // Other dialects may emphasize an answer.
  const word = dialect.layout === "sections" ? text : plainText(sourceOf(range));
  return meaningOf(dialect.answers, word.toLowerCase().replace(/[.。项]$/, ""));
}

/** Whether words beside an answer say when it holds: `Yes (App only)`, `创建时必填`. */
function isCondition(text: string, { dialect }: ParseContext): boolean {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g));
  return Object.keys(dialect.answers).some((answer) => {
    if (/^[a-z]+$/.test(answer)) return answer.length > 1 && words.has(answer);
    return answer.length > 1 && text.includes(answer);
  });
}

/** Returns the reason why a field is deprecated: an empty text for a mere yes, nothing for a no. */
function deprecationIn(cell: CellContent, context: ParseContext): string | undefined {
  const answer = answerIn(cell, context);
  if (isUnsaid(cell) || answer === false) return undefined;
  return answer === true ? "" : cellText(cell);
}

function textIn(cell: CellContent): SampleDraft | undefined {
  const text = cellText(cell);
  if (isUnsaid(cell) || /^[-–—]*$/.test(text)) return undefined;
  return { text, range: cell.range, isCode: cell.kind === "code" };
}

function cellText({ kind, text, range }: CellContent): string {
  return kind === "code" ? text : cellDocumentation(range);
}

function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [Name in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [Name in Key]?: Value };
}

/** Reports what an embedding says beyond its type: its fields have columns of their own. */
export function reportMeaning(cells: Cells, context: ParseContext): void {
  for (const role of MEANING_ROLES) {
    const cell = cells[role];
    if (isAbsent(cell) || isUnsaid(cell)) continue;
    const content = `${titleOf(role, context.dialect.columns.fields)} of an embedding`;
    context.report("misplaced-content", cell.range, { content, expected: "an empty cell" });
  }
}
