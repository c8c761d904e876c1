import type { Code, List, Table } from "mdast";
import { visit } from "unist-util-visit";
import type { Dialect } from "../../dialect/dialect.js";
import type { SourceText } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import { readCell } from "../cell.js";
import { alignedText } from "../documentation.js";
import { examplesIn, messagesIn } from "../examples/fence.js";
import { isJson } from "../examples/json.js";
import { isXml } from "../examples/xml.js";
import { isGo } from "../fence.js";
import { firstLineOf, rangeOf } from "../source.js";
import { endpointBelow, endpointIn, isSource, type EndpointText } from "./endpoint.js";
import { reportDefinition, reportFieldList } from "./field-lists.js";
import { asHeaders, fieldsOf } from "./fields.js";
import { announcementIn, withoutLabel } from "./labels.js";
import { isCall, partNamed, type Part, type Subject } from "./part.js";
import { plainText } from "./plain.js";
import { responseTypeIn } from "./response.js";
import { wordsOfHeading, type Section } from "./sections.js";
import { statusRowsOf } from "./statuses.js";
import { hasNames, isEndpointTitle, kindOf } from "./tables.js";
import { uploadIn } from "./upload.js";
import { isListOfValues } from "./values.js";

/** A header of an answer that is a file; the parts of a form have one of the same name. */
const FILE_HEAD =
  /^[ \t]*content-disposition\s*:(?!\s*form-data)|^\s*HTTP\/[\d.]+ 2(?:[^\n]*\n){1,20}?[ \t]*content-type\s*:\s*(?:image|audio|video|application\/(?:octet-stream|zip|pdf))\b/im;

/** Words of a text about a response that say that it is a file. */
const FILE_WORDS =
  /(?:文件|二进制|字节)流|二进制(?:文件|数据|内容)|\bbinary (?:file|stream|data)\b/i;

/** Reads the lines, tables, lists and code below a heading. */
export class BlockReader {
  readonly #context: ParseContext;

  constructor(context: ParseContext) {
    this.#context = context;
  }

  /** Reads a block into a part of its subject. */
  read(block: Section["blocks"][number], part: Part, subject: Subject): void {
    const context = this.#context;
    const { labelled } = subject;
    subject.labelled = undefined;
    switch (block.kind) {
      case "line": {
        this.#readForm(block.line.text, subject);
        if (part === subject.response && FILE_WORDS.test(block.line.text))
          subject.endpoint = { ...subject.endpoint, isBinary: true };
        if (isExampleTitle(block.line.text, context.dialect)) {
          subject.labelled = partNamed(block.line.text, subject);
          return;
        }
        this.#readAnnouncement(block.line.text, subject);
        const found = endpointIn(block.line);
        const isNew = subject.endpoint.path === undefined || found.path === undefined;
        if (isNew) subject.endpoint = { ...defined(found), ...defined(subject.endpoint) };
        if (part !== subject.own) reportDefinition(block.line, subject.texts, context);
        if (found.method === undefined && found.path === undefined)
          subject.texts.push(withoutMarks(withoutLabel(block.line.text)));
        subject.response.type ??= responseTypeIn(block.line, part === subject.response, context);
        if (this.#isAboutList(block.line.text, part, subject)) part.isList = true;
        return;
      }
      case "table":
        this.#readTable(block.node, labelled ?? part, subject);
        return;
      case "list":
        if (isListOfValues(block.node, context)) subject.values.push(block.node);
        else subject.texts.push(alignedText(block.node, context));
        if (part !== subject.own) reportFieldList(block.node, context);
        this.#reportLost(block.node);
        return;
      case "fence":
        this.#readFence(block.node, labelled ?? part, subject);
    }
  }

  /** Reads the examples of a section that has nothing else to read. */
  readExamples(blocks: Section["blocks"], part: Part, subject: Subject): void {
    for (const block of blocks)
      if (block.kind === "fence") this.#readExample(block.node, part, subject);
  }

  /** Reads code that is an example in JSON, or a message in XML; returns whether it is one. */
  #readExample(node: Code, part: Part, subject: Subject): boolean {
    const { examples, messages } = this.#context.dialect;
    if (examples !== undefined && isJson(node.value)) {
      part.examples.push(...examplesIn(node, this.#context));
      return true;
    }
    if (messages === undefined || !isXml(node.value)) return false;
    subject.messages.push(...messagesIn(node, this.#context));
    return true;
  }

  /** Reads a block below the heading of the headers of a request. */
  readHeaders(block: Section["blocks"][number], subject: Subject): void {
    if (block.kind !== "table") {
      if (block.kind === "line") subject.texts.push(withoutMarks(block.line.text));
      return;
    }
    if (hasNames(block.node, this.#context)) this.#readHeaderFields(block.node, subject);
    else this.reportUnread(block.node);
  }

  /** Reads the headers of a request; nothing sends them where no call is. */
  #readHeaderFields(table: Table, subject: Subject): void {
    if (isCall(subject)) {
      subject.request.fields.push(...asHeaders(fieldsOf(table, this.#context)));
    } else this.reportUnread(table);
  }

  /** Code is an example, a message in XML, or a request line; declarations in it are told. */
  #readFence(node: Code, part: Part, subject: Subject): void {
    if (this.#readExample(node, part, subject)) return;
    if (/^(?:type|const)\s+\w/m.test(node.value) && isGo(node)) {
      const range = firstLineOf(node, this.#context);
      this.#context.report("skipped-fence", range, { language: node.lang ?? "" });
    }
    this.#readForm(node.value, subject);
    if (FILE_HEAD.test(node.value)) subject.endpoint = { ...subject.endpoint, isBinary: true };
    const { method, path } = endpointIn(codeLineOf(node, this.#context));
    if (method !== undefined && path !== undefined)
      subject.endpoint = { method, path, ...defined(subject.endpoint) };
  }

  /** Reads which part of a call the example and the tables below a line are about: `…，返回示例如下：`. */
  #readAnnouncement(text: string, subject: Subject): void {
    const announced = announcementIn(text);
    const part = announced === undefined ? undefined : partNamed(announced, subject);
    if (part === undefined) return;
    subject.labelled = part;
    subject.current = part;
  }

  #readForm(text: string, subject: Subject): void {
    if (this.#context.dialect.examples === "example")
      subject.endpoint = { ...subject.endpoint, ...uploadIn(text) };
  }

  #readTable(table: Table, part: Part, subject: Subject): void {
    switch (kindOf(table, this.#context)) {
      case "fields":
        part.tables += 1;
        part.fields.push(
          ...fieldsOf(table, this.#context).map((field) => ({ ...part.place, ...field })),
        );
        return;
      case "headers":
        this.#readHeaderFields(table, subject);
        return;
      case "statuses":
        if (isCall(subject)) this.readStatuses(table, subject);
        else subject.values.push(table);
        return;
      case "values":
        subject.values.push(table);
        return;
      case "endpoint": {
        this.#context.readTables.add(table);
        const cells = endpointCells(table, this.#context);
        const found = endpointBelow("url", cells);
        const { method } = endpointBelow("method", cells);
        subject.texts.push(...textsBeside(table, this.#context));
        subject.endpoint = {
          ...defined({ method }),
          ...defined(found),
          ...defined(subject.endpoint),
        };
        return;
      }
      case "other":
        this.reportUnread(table);
    }
  }

  /** Reads a table of answers by their status, and keeps it as documentation of the call; that of a success may name the response. */
  readStatuses(table: Table, subject: Subject): void {
    const rows = statusRowsOf(table, this.#context);
    subject.errors.push(...rows.filter(({ status }) => /^[45d]/.test(status.text)));
    subject.texts.push(alignedText(table, this.#context));
    // A model is a link; generators write other names, too, such as `R«Book»`.
    const success = rows.find(
      ({ status, type }) =>
        status.text.startsWith("2") && type && sourceOf(type.range).includes("]("),
    );
    subject.response.type ??= success?.type;
  }

  /** Tells whether a text says that the table below has the fields of the elements of a list. */
  #isAboutList(text: string, part: Part, subject: Subject): boolean {
    const { examples } = this.#context.dialect;
    // Examples show lists.
    const isText = examples !== "example" && part !== subject.own && part.fields.length === 0;
    return isText && LIST.test(plainText(text));
  }

  /** Tells a table that nothing reads. */
  reportUnread(table: Table): void {
    this.#context.report("unread-table", firstLineOf(table, this.#context), {
      rows: table.children.length - 1,
    });
  }

  /** Tells the tables in a list. */
  #reportLost(list: List): void {
    visit(list, "table", (table) => this.reportUnread(table));
  }
}

/** Returns the first line of the code in a fence. */
export function codeLineOf(node: Code, context: ParseContext): SourceText {
  const [text = ""] = node.value.split("\n", 1);
  const whole = rangeOf(node, context);
  const start = firstLineOf(node, context).end + 1;
  const range = { ...whole, start, end: start + text.length };
  return { text, range: sourceOf(range) === text ? range : firstLineOf(node, context) };
}

/** Returns the cells of a table with the address and the method of a call: in its only row, or beside their titles. */
function endpointCells({ children }: Table, context: ParseContext): SourceText[] {
  const [header, ...rows] = children.map((row) => row.children);
  const cells = header?.length === 2 && rows.length > 1 ? rows.map((row) => row[1]) : rows[0];
  return (cells ?? []).flatMap((cell) =>
    cell === undefined ? [] : { text: readCell(cell, context).text, range: rangeOf(cell, context) },
  );
}

/** Returns the rows of a table about a call that say more than its address and its method. */
function textsBeside({ children }: Table, context: ParseContext): string[] {
  return children.slice(1).flatMap(({ children: [title, cell] }) => {
    if (title === undefined || cell === undefined || children.length === 2) return [];
    const [name, text] = [title, cell].map((each) => readCell(each, context).text);
    return isEndpointTitle(name ?? "", context.dialect) ? [] : `${name}: ${text}`;
  });
}

/** Tells whether a line is the title of an example, such as `Example response:`. */
function isExampleTitle(text: string, { examples, headings }: Dialect): boolean {
  if (examples === undefined || !/[:：]\s*$/.test(plainText(text))) return false;
  return headings.titles.example?.includes(wordsOfHeading(text).toLowerCase()) === true;
}

/** Words that say that a text is about a list. */
export const LIST = /数组|列表|\b(?:array|list) of\b/i;

/** Returns the parts of an endpoint that are known. */
export function defined(endpoint: EndpointText): EndpointText {
  return Object.fromEntries(Object.entries(endpoint).filter(([, value]) => value !== undefined));
}

/**
 * Removes images that are in the text themselves, such as icons, and lines of blanks, of half a pair of marks, or in the
 * place of a table of contents.
 */
function withoutMarks(text: string): string {
  // The link of the page stays one in a comment.
  if (isSource(text)) return text.replace(/(?<![(<[])https?:\/\/[^\s)>\]，。；]+/, "<$&>");
  return text
    .replaceAll(/!\[[^\]]*\]\(data:[^)]*\)/g, "")
    .replace(/^(?:\s|&nbsp;|\*\*)*$|^\[TOC\]$/i, "");
}
