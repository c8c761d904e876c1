import type { TableCell, TableRow } from "mdast";
import type { ParseContext } from "./context.js";
import type { Columns, Dialect } from "../dialect/dialect.js";
import { code } from "../source/code.js";
import { closest } from "../source/suggest.js";
import { readCell, type CellContent } from "./cell.js";
import { sourceOf } from "../source/text.js";
import { plainText } from "./outline/plain.js";
import { rangeOf } from "./source.js";

/** The role of each column of a table in their order; nothing for one without a role. */
export type Roles<Role extends string> = readonly (Role | undefined)[];

/** Returns the dialect's own title of a role. */
export function titleOf<Role extends string>(role: Role, { titles }: Columns<Role>): string {
  return titles[role][0] ?? role;
}

/** Returns the dialect's own title of the column that a title names. */
export function columnNamed(title: string, { columns }: Dialect): string | undefined {
  const field = roleNamed(title, columns.fields);
  if (field !== undefined) return titleOf(field, columns.fields);
  const call = roleNamed(title, columns.calls);
  return call && titleOf(call, columns.calls);
}

/**
 * Returns the role of each cell of a header. A title without a role is reported, and taken for the one that
 * is surely meant, so that the rows can be read all the same.
 *
 * @returns nothing where a required column is missing, which is reported
 */
export function headerRoles<Role extends string>(
  header: TableRow,
  columns: Columns<Role>,
  context: ParseContext,
): Roles<Role> | undefined {
  const roles: (Role | undefined)[] = [];
  const known = new Set<string>();
  for (const cell of header.children) {
    const content = titleIn(cell, context);
    const named = roleNamed(content.text, columns);
    const isUntitled = content.kind === "blank" && context.dialect.continuedRows;
    if (isUntitled && roles.at(-1) === "doc") {
      // A column without a title goes on with the documentation.
      roles.push(roles.at(-1));
      continue;
    }
    const role = named ?? roleMeantBy(content.text, columns);
    if (named === undefined) reportUnknown(content, role, columns, context);
    // Documentation may be in several columns, which are joined.
    const key = isRepeatable(role) ? content.text.toLowerCase() : (OPPOSITES.get(role) ?? role);
    const isRepeated = key !== undefined && known.has(key);
    if (isRepeated && role === "type" && hasRole(columns, "note")) {
      // Generators write the type of a field and the name of its schema.
      roles.push("note" as Role);
      continue;
    }
    if (key !== undefined) known.add(key);
    if (isRepeated && named !== undefined) {
      context.report("duplicate-column", content.range, { title: titleOf(named, columns) });
    }
    roles.push(isRepeated ? undefined : role);
  }
  const missing = columns.required.filter((role) => !roles.includes(role));
  // An unknown title may well be the missing column.
  if (!roles.includes(undefined)) {
    for (const role of missing)
      context.report("missing-column", rangeOf(header, context), { title: titleOf(role, columns) });
  }
  return missing.length === 0 ? roles : undefined;
}

function hasRole<Role extends string>({ titles }: Columns<Role>, role: string): boolean {
  return (titles as Readonly<Record<string, readonly string[]>>)[role]?.length !== 0;
}

function isRepeatable(role: string | undefined): boolean {
  return role === "doc" || role === "note" || role === "ignore";
}

/** Roles that say the same as another one. */
const OPPOSITES: ReadonlyMap<string | undefined, string> = new Map([["optional", "required"]]);

/** Reads a title, which other dialects may emphasize. */
function titleIn(cell: TableCell, context: ParseContext): CellContent {
  const content = readCell(cell, context);
  if (context.dialect.layout === "sections") return content;
  return { ...content, text: plainText(sourceOf(content.range)) };
}

/** Returns the role that a title names. */
export function roleNamed<Role extends string>(
  title: string,
  columns: Columns<Role>,
): Role | undefined {
  return rolesByTitle(columns).get(title.toLowerCase());
}

/** The roles of columns by their titles: every table of a document asks for those of its header. */
const tables = new WeakMap<object, ReadonlyMap<string, unknown>>();

function rolesByTitle<Role extends string>(columns: Columns<Role>): ReadonlyMap<string, Role> {
  const known = tables.get(columns) as ReadonlyMap<string, Role> | undefined;
  if (known !== undefined) return known;
  const roles = new Map<string, Role>();
  for (const role of rolesOf(columns).toReversed()) {
    for (const title of columns.titles[role]) roles.set(title.toLowerCase(), role);
  }
  tables.set(columns, roles);
  return roles;
}

/** Returns the role that a title means: the dialect's own title begins with it, or is nearly the same. */
export function roleMeantBy<Role extends string>(
  title: string,
  columns: Columns<Role>,
): Role | undefined {
  const word = title.toLowerCase();
  const roles = rolesOf(columns);
  const titles = roles.map((role) => titleOf(role, columns));
  const meant =
    titles.find((name) => word.length > 2 && name.toLowerCase().startsWith(word)) ??
    closest(title, titles);
  return roles.find((role) => titleOf(role, columns) === meant);
}

/** Returns the roles that have titles in the dialect. */
function rolesOf<Role extends string>({ titles }: Columns<Role>): Role[] {
  return (Object.keys(titles) as Role[]).filter((role) => titles[role].length > 0);
}

/** Roles that most tables have, beside those that they need. */
const USUAL: ReadonlySet<string> = new Set(["tag", "doc"]);

function reportUnknown<Role extends string>(
  content: CellContent,
  meant: Role | undefined,
  columns: Columns<Role>,
  context: ParseContext,
): void {
  const roles = rolesOf(columns);
  const usual = roles.filter((role) => columns.required.includes(role) || USUAL.has(role));
  const { layout, name } = context.dialect;
  const parameters = {
    title: content.text,
    columns: layout === "headings" ? [] : usual.map((role) => titleOf(role, columns)),
    dialect: name,
    isPart: usual.length < roles.length,
  };
  const hint =
    meant !== undefined
      ? `did you mean ${code(titleOf(meant, columns))}?`
      : layout === "headings"
        ? roleHint(content.text)
        : undefined;
  const isClear = meant !== undefined && layout === "sections" && content.kind === "text";
  const edits = isClear ? [{ range: content.range, text: titleOf(meant, columns) }] : [];
  context.report("unknown-column", content.range, parameters, { hint, edits });
}

function roleHint(title: string): string {
  const line = `"columns": { ${JSON.stringify(title)}: "ignore" }`;
  return `give it a role in the dialect of the configuration, such as ${code(line)}`;
}
