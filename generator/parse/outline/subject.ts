import type { List, Table } from "mdast";
import type { DeclarationDraft } from "../../go/draft.js";
import type { GoType } from "../../go/ast.js";
import type { SourceText } from "../../source/source.js";
import { paragraphs } from "../../source/text.js";
import type { ParseContext } from "../context.js";
import type { CallbackDraft, CallDraft } from "../draft.js";
import { camelCase, pascalCase } from "../../names.js";
import { errorsOfCall } from "./errors.js";
import { fieldsOf, type FieldNode } from "./fields.js";
import { takeHeaders } from "./headers.js";
import { addHeading, headingOf } from "./heading.js";
import { jsonMessagesIn, type JsonMessage } from "./json-message.js";
import { jsonMessagesOf, messagesOf } from "./message.js";
import { modelsOf, type ModelNames } from "./models.js";
import { isName, nameIn, nameOfPath, textBesideName, withoutMethod } from "./names.js";
import { assignExamples, shapesByName, typePart, type OtherNames } from "../examples/parts.js";
import type { PageExamples } from "../examples/typing.js";
import { callKeyOf, hasToken, namesInAddress, withQuery } from "./address.js";
import { joinSubjects } from "./calls.js";
import { endpointOfCall } from "./call-endpoint.js";
import { addParameters } from "./parameters.js";
import { isCall, isMessage, type Part, type Subject } from "./part.js";
import { codeTexts, plainTitle } from "./plain.js";
import { takeFile } from "./upload.js";
import { enumOfList, enumOfTable } from "./values.js";

/** The model of a request or a response. */
interface ModelOptions {
  readonly documentation: string;
  readonly others: OtherNames;
}

/** Declares what the headings of a document name. */
export class Declarer {
  readonly declarations: DeclarationDraft[] = [];
  readonly calls: CallDraft[] = [];
  readonly callbacks: CallbackDraft[] = [];
  readonly documentation: string[] = [];
  readonly #context: ParseContext;
  readonly #callNames = new Set<string>();
  readonly #models: ModelNames = new Map();
  #page: PageExamples = { elsewhere: new Map(), details: new Map() };

  constructor(context: ParseContext) {
    this.#context = context;
  }

  /** Declares what the headings of a page name. */
  declareAll(subjects: readonly Subject[]): void {
    const { calls, details, texts } = joinSubjects(subjects, this.#context);
    this.#page = { elsewhere: shapesByName(calls), details };
    for (const subject of calls) this.declare(subject);
    this.documentation.push(...texts.map((text) => text.trim()));
  }

  /** Declares what a heading names: a call, or a model and enums. */
  declare(subject: Subject): void {
    const { own, values, others } = subject;
    const documentation = paragraphs(subject.texts.map((text) => text.trim()));
    const [message] = subject.messages;
    const inJson = jsonMessagesIn(subject, this.#context.dialect);
    if (isMessage(subject) || inJson.length > 0) {
      this.#declareMessages(subject, inJson, documentation);
      return;
    }
    if (message !== undefined) this.#context.report("unread-message", message.root.range, {});
    if (isCall(subject)) this.#declareCall(subject, documentation);
    else if (own.fields.length === 0 && values.length === 0) this.documentation.push(documentation);
    else {
      const name = this.#nameOf(subject);
      const text = paragraphs([textBesideName(subject.title.text), documentation]);
      const [first, ...more] = values;
      const start = this.declarations.length;
      if (own.fields.length > 0)
        this.declarations.push(...modelsOf(name, text, this.#typed(name.text, own)));
      if (own.fields.length > 0 || more.length > 0) this.#declareValues(values, name, text);
      else if (first !== undefined) this.#declareEnum(first, name, text);
      const role = own.fields.length > 0 ? "model" : "enum";
      addHeading(this.declarations, start, headingOf(subject, name.text, role, this.#context));
    }
    for (const { title, table } of others) {
      const text = this.#nameOf(subject).text + pascalCase(codeTexts(title.text).join(" "));
      this.declarations.push(
        ...modelsOf({ text, range: title.range }, title.text, fieldsOf(table, this.#context)),
      );
    }
  }

  /** Returns the fields of a model with the types that its examples show. */
  #typed(model: string, part: Part): FieldNode[] {
    if (this.#context.dialect.examples === undefined) return part.fields;
    const others = { hidden: new Set<string>(), address: new Set<string>() };
    this.#keepExamples(model, part, others);
    return typePart(part, others, this.#page, this.#context);
  }

  /** Declares the messages that a section shows, with their models. */
  #declareMessages(subject: Subject, inJson: readonly JsonMessage[], documentation: string): void {
    const { title, section } = subject;
    const isNamed = section.role === "call" && section.name !== undefined;
    const options = {
      documentation: paragraphs([plainTitle(title.text), documentation]),
      name: isNamed ? this.#nameOf(subject).text : undefined,
      page: this.#page,
    };
    const told =
      inJson.length > 0
        ? jsonMessagesOf(inJson, { subject, ...options }, this.#context)
        : messagesOf(subject, options, this.#context);
    if (told.length === 0) this.documentation.push(documentation);
    for (const { callbacks, models, name, key } of told) {
      const start = this.declarations.length;
      this.callbacks.push(...callbacks);
      this.declarations.push(...models);
      const heading = headingOf(subject, name, "call", this.#context);
      addHeading(this.declarations, start, { ...heading, call: key });
    }
    this.#declareValues(subject.values, this.#nameOf(subject), documentation);
  }

  /** Declares enums beside something else that has the name. */
  #declareValues(values: Subject["values"], name: SourceText, documentation: string): void {
    for (const [index, node] of values.entries()) {
      const text = `${name.text}Value${index === 0 ? "" : index + 1}`;
      this.#declareEnum(node, { ...name, text }, documentation);
    }
  }

  #declareEnum(node: Table | List, name: SourceText, documentation: string): void {
    const declare = node.type === "table" ? enumOfTable : enumOfList;
    this.declarations.push(...declare(name, documentation, node as never, this.#context));
  }

  #nameOf({ section, title }: Subject): SourceText {
    const { name, parent } = section;
    const own = name === undefined ? nameIn(title.text) : pascalCase(name);
    const text = parent === undefined ? own : (nameIn(parent.text) ?? "") + own;
    if (text !== undefined) return { text, range: title.range };
    this.#context.report("unnamed-heading", title.range, { title: title.text });
    return { text: "Unnamed", range: title.range };
  }

  #declareCall(subject: Subject, documentation: string): void {
    const { title, request, response, values } = subject;
    const { dialect } = this.#context;
    const isBinary = response.tables === 0 ? subject.endpoint.isBinary : undefined;
    const found = endpointOfCall(subject, { ...subject.endpoint, isBinary }, this.#context);
    const endpoint = withQuery(found, subject, dialect);
    let name = this.#callNameOf(subject);
    this.#assignOwn(subject);
    const about = takeFile(subject, endpoint);
    assignExamples(subject);
    const headers = takeHeaders(subject, this.#context);
    const start = this.declarations.length;
    const isRepeated = this.#callNames.has(name.text);
    this.#callNames.add(name.text);
    if (isRepeated) {
      name = this.#nameOf(subject);
      this.#context.report("repeated-endpoint", title.range, { name: name.text });
    }
    const call = camelCase(name.text);
    const areKnown = addParameters(subject, endpoint, this.#context);
    const { documentation: forms, token, envelope } = dialect.calls;
    const documented = (text = "") => text.replace("$1", plainTitle(title.text));
    const requestType = this.#requestOf({ ...name, text: `${name.text}Request` }, request, {
      documentation: documented(forms?.request),
      others: {
        hidden: new Set(token === undefined ? [] : [token]),
        address: new Set([
          ...namesInAddress(request, endpoint),
          ...headers.names.map(({ text }) => text),
        ]),
      },
    });
    const hasFile = endpoint?.transfer.isBinary === true;
    const responseType = hasFile
      ? undefined
      : this.#responseOf({ ...name, text: `${name.text}Response` }, response, {
          documentation: documented(forms?.response),
          others: { hidden: new Set(envelope), address: new Set() },
        });
    this.#declareValues(values, name, "");
    const { errors, models } = errorsOfCall(subject, name, this.#context);
    this.declarations.push(...models);
    const key = isRepeated ? undefined : callKeyOf(subject, dialect);
    const heading = headingOf(subject, name.text, "call", this.#context);
    addHeading(this.declarations, start, { ...heading, call: key });
    if (endpoint === undefined || requestType === undefined || !areKnown) return;
    this.calls.push({
      name: { text: call, range: title.range },
      requestType,
      responseType,
      accessToken: headers.isAuthorized || hasToken(subject, dialect),
      ...(errors.length > 0 && { errors }),
      ...(headers.names.length > 0 && { headers: headers.names }),
      endpoint,
      documentation: paragraphs([withoutMethod(plainTitle(title.text)), documentation, about]),
      ...(key !== undefined && { key }),
    });
  }

  /** Gives the table that no heading tells apart to the request, or to the response. */
  #assignOwn({ title, own, request, response, endpoint }: Subject): void {
    const [part, role] =
      request.fields.length === 0 ? [request, "request"] : [response, "response"];
    if (own.tables > 1) this.#context.report("unclear-part", title.range, { count: own.tables });
    else if (own.fields.length > 0) {
      const isInPath = (name: string) => endpoint.path?.text.includes(`{${name}}`) === true;
      const isSaid =
        role === "request" &&
        own.fields.some(({ isPlaced, name }) => isPlaced || isInPath(name.text));
      if (!isSaid) this.#context.report("assumed-part", title.range, { role });
      part.fields.push(...own.fields);
    }
  }

  /** Declares the request of a call; returns nothing for a list, which no client sends. */
  #requestOf(name: SourceText, part: Part, options: ModelOptions): GoType | undefined {
    const { range } = name;
    const model = this.#modelOf(name, part, options);
    if (model === undefined) return { kind: "any", range };
    if (!part.isList) return { kind: "name", name: model, range };
    this.#context.report("list-body", range, { model });
    return undefined;
  }

  /** Declares the response of a call: a model, or a name for a list. */
  #responseOf(name: SourceText, part: Part, options: ModelOptions): GoType {
    const { range } = name;
    const model = this.#modelOf(name, part, options);
    if (model === undefined) return this.#named(name, part.type ?? { kind: "any", range });
    const element: GoType = { kind: "name", name: model, range };
    return part.isList ? this.#named(name, { kind: "list", element, range }) : element;
  }

  /** Declares the model of a part, or of the elements of a list; returns its name. */
  #modelOf(
    { text, range }: SourceText,
    part: Part,
    { documentation, others }: ModelOptions,
  ): string | undefined {
    const { examples, calls } = this.#context.dialect;
    const isTyped = examples !== undefined;
    if (isTyped && part.examples.some(({ value }) => value.kind === "list")) part.isList = true;
    const fields = isTyped ? typePart(part, others, this.#page, this.#context) : part.fields;
    const isEmpty =
      calls.names !== "path" || (part.fields.length === 0 && part.examples.length === 0);
    if (fields.length === 0 && isEmpty) return undefined;
    const model = part.isList ? `${text}Item` : text;
    if (isTyped) this.#keepExamples(model, part, others);
    const known = this.#models;
    this.declarations.push(...modelsOf({ text: model, range }, documentation, fields, known));
    return model;
  }

  /** Keeps the examples of a model, which are checked when its types are known. */
  #keepExamples(model: string, part: Part, { hidden, address }: OtherNames): void {
    const ignored = [...hidden, ...address];
    for (const { examples } of [part, ...part.variants])
      for (const { value } of examples)
        this.#context.examples.push({ model, value, ignored, language: "json" });
  }

  /** Declares a name for a list; of other types, only that of a model can be a response. */
  #named(name: SourceText, type: GoType): GoType {
    if (type.kind === "name" && type.word !== undefined) return type;
    const { range } = name;
    if (type.kind !== "list") return { kind: "any", range };
    this.declarations.push({ kind: "type", name, isAlias: true, type, documentation: "" });
    return { kind: "name", name: name.text, range };
  }

  #callNameOf(subject: Subject): SourceText {
    const { section, title, endpoint } = subject;
    const { range } = title;
    if (section.role === "call" && section.name !== undefined) return this.#nameOf(subject);
    const code = codeTexts(title.text).find((text) => /^\/?_*[A-Za-z][\w/.-]*$/.test(text));
    const plain = plainTitle(title.text);
    const byPath = endpoint.path && nameOfPath(endpoint.path.text, undefined);
    if (this.#context.dialect.calls.names === "path" && byPath !== undefined && byPath !== "")
      return { text: byPath, range };
    if (code === undefined && endpoint.path !== undefined && !isName(plain))
      return { text: nameOfPath(endpoint.path.text, endpoint.method), range };
    return code === undefined ? this.#nameOf(subject) : { text: pascalCase(code), range };
  }
}
