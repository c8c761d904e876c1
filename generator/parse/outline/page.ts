import type { Code, List, Table } from "mdast";
import { visit } from "unist-util-visit";
import { documentName, type SourceText } from "../../source/source.js";
import { paragraphs, sourceOf } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import type { DocumentDraft } from "../draft.js";
import { isGo } from "../fence.js";
import { parseMarkdown } from "../markdown.js";
import { firstLineOf, rangeOf } from "../source.js";
import { countTables } from "../table-counts.js";
import { suppressionsIn } from "../suppressions.js";
import { blocksOf, CAPTION, type Block } from "./blocks.js";
import { endpointBelow, endpointIn, type EndpointText } from "./endpoint.js";
import { fieldsOf, findObject } from "./fields.js";
import { codeTexts, plainText } from "./plain.js";
import { sectionsOf, type Section } from "./sections.js";
import { Declarer, type Part, type Subject } from "./subject.js";
import { kindOf } from "./tables.js";
import { isListOfValues } from "./values.js";

/** Parses a document in which any heading may begin a model, an enum or a call. */
export function parsePage(context: ParseContext): DocumentDraft {
  const content = parseMarkdown(context);
  const root = sectionsOf(blocksOf(content, context), context.dialect);
  const declarer = new Declarer(context);
  new PageReader(context, declarer).readDocument(root);
  const topics = root.sections.flatMap(({ heading }) =>
    heading?.depth === 1 ? heading.title : [],
  );
  return {
    source: context.source,
    topics: topics.map(({ text, range }) => ({ text: plainText(text), range })),
    documentation: paragraphs(declarer.documentation),
    declarations: declarer.declarations,
    calls: declarer.calls,
    hasWords: true,
    suppressions: suppressionsIn(content, context),
    tables: countTables(content, context),
  };
}

/** Gathers what stands below each heading. */
class PageReader {
  readonly #context: ParseContext;
  readonly #declarer: Declarer;

  constructor(context: ParseContext, declarer: Declarer) {
    this.#context = context;
    this.#declarer = declarer;
  }

  /** Reads the sections below a heading that names nothing itself. */
  readContainer(section: Section): void {
    this.#declarer.documentation.push(
      ...section.blocks.flatMap((block) => this.#textOf(block) ?? []),
    );
    for (const block of section.blocks) if (block.kind === "table") this.#reportUnread(block.node);
    for (const child of section.sections) this.#readSection(child);
  }

  /** Reads a document: one that begins with its parts describes a call, which its file names. */
  readDocument(root: Section): void {
    const isCall = root.sections.some(({ role }) => role === "request" || role === "response");
    if (!isCall) return this.readContainer(root);
    const { source } = this.#context;
    const [name = ""] = /[^/]+(?=\.[^./]+$)/.exec(documentName(source)) ?? [];
    const range = { source, start: 0, end: source.text.indexOf("\n") };
    const title = { text: `\`${name}\``, range };
    this.#readSection({ ...root, heading: { kind: "heading", depth: 1, title } });
  }

  #readSection(section: Section): void {
    const { heading, role } = section;
    const names =
      role === undefined ||
      role === "part" ||
      role === "model" ||
      role === "enum" ||
      role === "call";
    if (heading === undefined || !names) {
      this.#readIgnored(section);
      return;
    }
    const subject: Subject = {
      section,
      title: heading.title,
      own: { fields: [], isList: false, tables: 0 },
      request: { fields: [], isList: false, tables: 0 },
      response: { fields: [], isList: false, tables: 0 },
      isCall: role === "call",
      endpoint: endpointIn(heading.title.text),
      texts: [],
      values: [],
      others: [],
    };
    const nested: Section[] = [];
    this.#readPart(section, subject.own, subject, nested);
    this.#declarer.declare(subject);
    for (const child of nested) this.#readSection(child);
  }

  /** Tells the tables that nothing reads. */
  #readIgnored({ blocks, sections }: Section): void {
    for (const block of blocks) if (block.kind === "table") this.#reportUnread(block.node);
    for (const section of sections) this.#readSection(section);
  }

  /** Reads what stands below a heading into a part of its subject. */
  #readPart(section: Section, part: Part, subject: Subject, nested: Section[]): void {
    for (const block of section.blocks) this.#readBlock(block, part, subject);
    for (const child of section.sections) this.#readChild(child, part, subject, nested);
  }

  #readChild(child: Section, part: Part, subject: Subject, nested: Section[]): void {
    switch (child.role) {
      case "request":
      case "response":
        subject.isCall = true;
        this.#readPart(child, subject[child.role], subject, nested);
        return;
      case "root":
      case "text":
        this.#readPart(child, part, subject, nested);
        return;
      case "method":
      case "url": {
        const lines = child.blocks.flatMap((block) => this.#linesOf(block));
        subject.endpoint = { ...endpointBelow(child.role, lines), ...defined(subject.endpoint) };
        for (const below of child.sections) this.#readChild(below, part, subject, nested);
        return;
      }
      case "part":
        if (!this.#readObject(child, subject, nested))
          nested.push({ ...child, parent: subject.title });
        return;
      case undefined:
        if (child.heading?.depth === CAPTION) this.#readCaption(child, part, subject, nested);
        else if (!this.#readObject(child, subject, nested)) nested.push(child);
        return;
      case "model":
      case "enum":
      case "call":
        nested.push(child);
        return;
      default:
        this.#readIgnored(child);
    }
  }

  /** Reads the table below a line that says which object it describes. */
  #readCaption(child: Section, part: Part, subject: Subject, nested: Section[]): void {
    if (this.#readObject(child, subject, nested)) return;
    const title = child.heading?.title;
    const isNamed =
      title !== undefined && codeTexts(title.text).length > 0 && part.fields.length > 0;
    if (title !== undefined && LIST.test(plainText(title.text)) && !isNamed) part.isList = true;
    else if (title !== undefined) subject.texts.push(title.text);
    for (const block of child.blocks) {
      if (isNamed && block.kind === "table" && kindOf(block.node, this.#context) === "fields")
        subject.others.push({ title, table: block.node });
      else this.#readBlock(block, part, subject);
    }
    for (const below of child.sections) this.#readChild(below, part, subject, nested);
  }

  /** Reads a table below a heading that names a field of an object: its fields are those of the object. */
  #readObject(child: Section, subject: Subject, nested: Section[]): boolean {
    const title = child.heading?.title.text ?? "";
    const codes = codeTexts(title);
    const words = codes.length > 0 ? codes : (plainText(title).match(/[A-Za-z_][\w.]*/g) ?? []);
    const path = words.flatMap((word) => word.split("."));
    const { response, request, own } = subject;
    const node = findObject([response.fields, request.fields, own.fields], path);
    const isTable = child.blocks.some(
      (block) => block.kind === "table" && kindOf(block.node, this.#context) === "fields",
    );
    if (node === undefined || !isTable) return false;
    const part: Part = { fields: node.children, isList: false, tables: 0 };
    this.#readPart(child, part, subject, nested);
    return true;
  }

  #readBlock(block: Section["blocks"][number], part: Part, subject: Subject): void {
    const context = this.#context;
    switch (block.kind) {
      case "line": {
        const found = endpointIn(block.line.text);
        const isNew = subject.endpoint.path === undefined || found.path === undefined;
        if (isNew) subject.endpoint = { ...defined(found), ...defined(subject.endpoint) };
        if (found.method === undefined && found.path === undefined)
          subject.texts.push(block.line.text);
        if (
          part !== subject.own &&
          part.fields.length === 0 &&
          LIST.test(plainText(block.line.text))
        )
          part.isList = true;
        return;
      }
      case "table":
        this.#readTable(block.node, part, subject);
        return;
      case "list":
        if (isListOfValues(block.node, context)) subject.values.push(block.node);
        else subject.texts.push(sourceOf(rangeOf(block.node, context)));
        this.#reportLost(block.node);
        return;
      case "fence":
        this.#readFence(block.node, subject);
    }
  }

  /** Code is an example, or a request line; declarations in it are told. */
  #readFence(node: Code, subject: Subject): void {
    if (/^(?:type|const)\s+\w/m.test(node.value) && isGo(node)) {
      const range = firstLineOf(node, this.#context);
      this.#context.report("skipped-fence", range, { language: node.lang ?? "" });
    }
    const [line = ""] = node.value.split("\n", 1);
    const { method, path } = endpointIn(line);
    if (method !== undefined && path !== undefined)
      subject.endpoint = { method, path, ...defined(subject.endpoint) };
  }

  #readTable(table: Table, part: Part, subject: Subject): void {
    switch (kindOf(table, this.#context)) {
      case "fields":
        part.tables += 1;
        part.fields.push(...fieldsOf(table, this.#context));
        return;
      case "values":
        subject.values.push(table);
        return;
      case "endpoint": {
        this.#context.readTables.add(table);
        const lines = table.children.map((row) => sourceOf(rangeOf(row, this.#context)));
        const text = (lines[1] ?? "").replaceAll("|", " ");
        const found = endpointBelow("url", [{ text, range: rangeOf(table, this.#context) }]);
        const { method } = endpointBelow("method", wordsOf(text, table, this.#context));
        subject.endpoint = {
          ...defined({ method }),
          ...defined(found),
          ...defined(subject.endpoint),
        };
        return;
      }
      case "other":
        this.#reportUnread(table);
    }
  }

  /** Returns the lines of a text, or the first one of code. */
  #linesOf(block: Block): SourceText[] {
    if (block.kind === "line") return [block.line];
    if (block.kind !== "fence") return [];
    const [text = ""] = block.node.value.split("\n", 1);
    return [{ text, range: firstLineOf(block.node, this.#context) }];
  }

  #textOf(block: Block): string | undefined {
    if (block.kind === "line") return block.line.text.trim();
    return block.kind === "list" ? sourceOf(rangeOf(block.node, this.#context)) : undefined;
  }

  #reportUnread(table: Table): void {
    this.#context.report("unread-table", firstLineOf(table, this.#context), {
      rows: table.children.length - 1,
    });
  }

  /** Tells the tables in a list. */
  #reportLost(list: List): void {
    visit(list, "table", (table) => this.#reportUnread(table));
  }
}

function wordsOf(text: string, table: Table, context: ParseContext): SourceText[] {
  const range = rangeOf(table, context);
  return text.split(/\s+/).map((word) => ({ text: word, range }));
}

/** Words that say that a text is about a list. */
const LIST = /数组|列表|\b(?:array|list) of\b/i;

/** Returns the parts of an endpoint that are known. */
function defined(endpoint: EndpointText): EndpointText {
  return Object.fromEntries(Object.entries(endpoint).filter(([, value]) => value !== undefined));
}
