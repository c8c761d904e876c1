import { documentName, type SourceText } from "../../source/source.js";
import type { ParseContext } from "../context.js";
import { alignedText } from "../documentation.js";
import { linesOf } from "../lines.js";
import { rangeOf } from "../source.js";
import { BlockReader, codeLineOf, defined, LIST } from "./block-reader.js";
import { CAPTION, type Block } from "./blocks.js";
import { endpointBelow, endpointIn, endpointOfMethod } from "./endpoint.js";
import { DEEPEST } from "./fields.js";
import { isLabel } from "./labels.js";
import { fieldsOf, isEmpty, ObjectIndex } from "./objects.js";
import { placeOfTitle } from "./places.js";
import { codeTexts, plainText } from "./plain.js";
import { referredTitle, titledSection, withCaptions } from "./notes.js";
import { statusOf, type Section } from "./sections.js";
import { emptyPart, isCall, partNamed, type Part, type Subject } from "./part.js";
import type { Declarer } from "./subject.js";
import { hasTable, isOfErrors, kindOf } from "./tables.js";

/** Gathers what stands below each heading. */
export class PageReader {
  readonly subjects: Subject[] = [];
  /** The first line of a document, if it is the title. */
  titleLine: SourceText | undefined;
  readonly #context: ParseContext;
  readonly #declarer: Declarer;
  readonly #blocks: BlockReader;

  constructor(context: ParseContext, declarer: Declarer) {
    this.#context = context;
    this.#declarer = declarer;
    this.#blocks = new BlockReader(context);
  }

  /** Reads the sections below a heading that names nothing itself. */
  readContainer(section: Section): void {
    this.#declarer.documentation.push(
      ...section.blocks.flatMap((block) => this.#textOf(block) ?? []),
    );
    for (const block of section.blocks)
      if (block.kind === "table") this.#blocks.reportUnread(block.node);
    for (const child of section.sections) this.#readSection(child);
  }

  /** Reads a document: one that begins with its parts describes a call, which its file names. */
  readDocument(root: Section): void {
    if (this.#context.dialect.headings.titleLine) {
      const page = titledSection(root);
      this.titleLine = page.heading?.title;
      if (page.heading !== undefined) return this.#readSection(page);
    }
    const isCall = root.sections.some(({ role }) => role === "request" || role === "response");
    if (!isCall) return this.readContainer(root);
    const { source } = this.#context;
    const [name = ""] = /[^/]+(?=\.[^./]+$)/.exec(documentName(source)) ?? [];
    const range = { source, start: 0, end: source.text.indexOf("\n") };
    const title = { text: `\`${name}\``, range };
    this.#readSection({ ...root, heading: { kind: "heading", depth: 1, title } });
  }

  /** @param above the title of the section around it */
  #readSection(section: Section, above?: SourceText): void {
    const { heading, role } = section;
    const names =
      role === undefined ||
      role === "part" ||
      role === "model" ||
      role === "enum" ||
      role === "call" ||
      role === "errors";
    if (heading === undefined || !names) {
      this.#readIgnored(section);
      return;
    }
    const [response, request, own] = [emptyPart(), emptyPart(), emptyPart()];
    const subject: Subject = {
      section,
      title: heading.title,
      own,
      request,
      response,
      objects: new ObjectIndex([response, request, own].map(({ fields }) => fields)),
      isCall: role === "call",
      endpoint: { ...endpointIn(heading.title), ...endpointOfMethod(heading.title, above) },
      errors: [],
      failures: [],
      texts: [],
      values: [],
      messages: [],
      others: [],
    };
    const nested: Section[] = [];
    this.#readPart(section, subject.own, subject, nested);
    this.subjects.push(subject);
    for (const child of nested) this.#readSection(child, heading.title);
  }

  /** Tells the tables that nothing reads. */
  #readIgnored({ blocks, sections }: Section): void {
    for (const block of blocks) if (block.kind === "table") this.#blocks.reportUnread(block.node);
    for (const section of sections) this.#readSection(section);
  }

  /** Reads what stands below a heading into a part of its subject. */
  #readPart(section: Section, part: Part, subject: Subject, nested: Section[]): void {
    for (const block of section.blocks) this.#blocks.read(block, part, subject);
    for (const child of section.sections) this.#readChild(child, part, subject, nested);
  }

  /** Reads a request or a response; the heading may say that its fields are in the query. */
  #readPlaced(child: Section, part: Part, subject: Subject, nested: Section[]): void {
    const own = placeOfTitle(plainText(child.heading?.title.text ?? ""));
    part.place = part === subject.request ? own : undefined;
    this.#readPart(child, part, subject, nested);
    part.place = undefined;
  }

  #readChild(child: Section, part: Part, subject: Subject, nested: Section[]): void {
    switch (child.role) {
      case "request":
      case "response":
      case "fields":
        // Of several answers by status the first one is the response.
        if (
          child.role === "response" &&
          subject.response.tables > 0 &&
          statusOf(child) !== undefined
        ) {
          nested.push(child);
          return;
        }
        subject.isCall = true;
        if (child.role !== "fields") subject.current = subject[child.role];
        subject.current ??= subject.request;
        this.#readPlaced(child, subject.current, subject, nested);
        return;
      case "note":
        if (!this.#readObject(child, subject, nested)) this.#readNote(child, part, subject, nested);
        return;
      case "root":
      case "text":
        this.#readPart(child, part, subject, nested);
        return;
      case "headers":
        this.#readHeaders(child, subject);
        return;
      case "errors":
        // Other headings of the words name something.
        if (isCall(subject)) this.#readErrors(child, subject, nested);
        else nested.push(child);
        return;
      case "method":
      case "url": {
        const lines = child.blocks.flatMap((block) => this.#linesOf(block));
        subject.endpoint = { ...endpointBelow(child.role, lines), ...defined(subject.endpoint) };
        for (const below of child.sections) this.#readChild(below, part, subject, nested);
        return;
      }
      case "part":
        if (this.#readObject(child, subject, nested)) return;
        // On pages of one call the example may have the object, and the table above leave it out.
        if (isCall(subject) && this.#context.dialect.calls.names === "path")
          this.#readPart(child, (subject.current ??= subject.request), subject, nested);
        else nested.push({ ...child, parent: subject.title });
        return;
      case undefined:
        if (this.#hasStatuses(child, subject)) this.#readErrors(child, subject, nested);
        else if (child.heading?.depth === CAPTION) this.#readCaption(child, part, subject, nested);
        else if (!this.#readObject(child, subject, nested)) nested.push(child);
        return;
      case "model":
      case "enum":
      case "call":
        nested.push(child);
        return;
      case "example":
        this.#blocks.readExamples(
          child.blocks,
          partNamed(child.heading?.title.text ?? "", subject) ?? part,
          subject,
        );
        this.#readIgnored(child);
        return;
      default:
        if (this.#hasStatuses(child, subject)) this.#readErrors(child, subject, nested);
        else this.#readIgnored(child);
    }
  }

  /** Reads answers with an error status: tables of them, and the fields of their bodies. */
  #readErrors(section: Section, subject: Subject, nested: Section[]): void {
    const title = section.heading?.title ?? subject.title;
    const failure = { ...emptyPart(), status: statusOf(section) ?? "default", title };
    for (const block of section.blocks) {
      const kind = block.kind === "table" ? kindOf(block.node, this.#context) : undefined;
      if (block.kind === "table" && kind === "statuses")
        this.#blocks.readStatuses(block.node, subject);
      else if (block.kind === "table" && kind !== "fields") this.#blocks.reportUnread(block.node);
      else if (block.kind !== "fence") this.#blocks.read(block, failure, subject);
    }
    for (const child of section.sections) {
      if (child.role === "errors" || child.role === undefined)
        this.#readErrors(child, subject, nested);
      else this.#readChild(child, failure, subject, nested);
    }
    if (failure.fields.length > 0 || failure.status !== "default") subject.failures.push(failure);
  }

  /** Tells whether a section below a call has a table of answers by their status. */
  #hasStatuses({ blocks }: Section, subject: Subject): boolean {
    return isCall(subject) && hasTable("statuses", blocks, this.#context);
  }

  /** Reads the headers of a request; those of a response are told. */
  #readHeaders(section: Section, subject: Subject): void {
    const title = section.heading?.title.text ?? "";
    if (partNamed(title, subject) === subject.response) {
      this.#readIgnored(section);
      return;
    }
    for (const block of section.blocks) this.#blocks.readHeaders(block, subject);
    for (const child of section.sections) this.#readHeaders(child, subject);
  }

  /** Reads documentation with its heading; the tables in it that have no fields are documentation as well. */
  #readNote(section: Section, part: Part, subject: Subject, nested: Section[]): void {
    const title = section.heading?.title.text ?? "";
    if (!isLabel(title)) subject.texts.push(title);
    const { blocks, sections } = withCaptions(section);
    for (const block of blocks) {
      const isText =
        block.kind === "table" &&
        (kindOf(block.node, this.#context) === "other" || isOfErrors(block.node, this.#context));
      if (!isText) this.#blocks.read(block, part, subject);
      else {
        this.#context.readTables.add(block.node);
        subject.texts.push(alignedText(block.node, this.#context));
      }
    }
    for (const child of sections) this.#readChild(child, part, subject, nested);
  }

  /** Reads the table below a line that says which object it describes. */
  #readCaption(child: Section, part: Part, subject: Subject, nested: Section[]): void {
    if (this.#readObject(child, subject, nested)) return;
    const title = child.heading?.title;
    const isNamed =
      title !== undefined && codeTexts(title.text).length > 0 && part.fields.length > 0;
    if (title !== undefined && LIST.test(plainText(title.text)) && !isNamed) part.isList = true;
    else if (title !== undefined) subject.texts.push(title.text);
    const isSaid = part !== subject.own || title === undefined || !isCall(subject);
    const own = (isSaid ? undefined : partNamed(plainText(title.text), subject)) ?? part;
    for (const block of child.blocks) {
      if (isNamed && block.kind === "table" && kindOf(block.node, this.#context) === "fields")
        subject.others.push({ title, table: block.node });
      else this.#blocks.read(block, own, subject);
    }
    for (const below of child.sections) this.#readChild(below, own, subject, nested);
  }

  /** Reads a table below a heading that names a field of an object: its fields are those of the object. */
  #readObject(child: Section, subject: Subject, nested: Section[]): boolean {
    if (!hasTable("fields", child.blocks, this.#context)) return false;
    const { text: title, range } = child.heading?.title ?? subject.title;
    const codes = codeTexts(title);
    const words = codes.length > 0 ? codes : (plainText(title).match(/[A-Za-z_][\w.]*/g) ?? []);
    const path = words.flatMap((word) => word.split("."));
    const referred = referredTitle(child, title);
    const { objects } = subject;
    const mentioned = () =>
      objects.findMentioned(referred, this.#context.dialect.calls.names === "path");
    const object = objects.find(path) ?? mentioned()[0];
    if (object === undefined) return false;
    if (object.above.length >= DEEPEST) {
      this.#context.report("deep-row", range, { most: DEEPEST });
      return true;
    }
    objects.extend(object, (fields) => {
      this.#readPart(child, emptyPart(fields), subject, nested);
    });
    // Other objects that refer to the section, also those of its own table, have the same fields.
    for (const { node } of mentioned())
      if (node !== object.node && isEmpty(node)) node.sameAs = fieldsOf(object.node);
    return true;
  }

  /** Returns the lines of a text or a list, or the first one of code. */
  #linesOf(block: Block): SourceText[] {
    if (block.kind === "line") return [block.line];
    if (block.kind === "list") return linesOf(rangeOf(block.node, this.#context));
    return block.kind === "fence" ? [codeLineOf(block.node, this.#context)] : [];
  }

  #textOf(block: Block): string | undefined {
    if (block.kind === "line") return block.line.text.trim();
    return block.kind === "list" ? alignedText(block.node, this.#context) : undefined;
  }
}
