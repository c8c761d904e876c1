import type { List, Table } from "mdast";
import type { DeclarationDraft } from "../../go/draft.js";
import type { GoType } from "../../go/ast.js";
import type { Report } from "../../source/diagnostic.js";
import type { SourceRange, SourceText } from "../../source/source.js";
import { paragraphs } from "../../source/text.js";
import { endpointOf } from "../endpoint.js";
import type { ParseContext } from "../context.js";
import type { CallDraft } from "../draft.js";
import { camelCase } from "../../names.js";
import { fieldsOf, modelsOf, type FieldNode } from "./fields.js";
import { nameIn, nameOfPath, pascalCase } from "./names.js";
import { shapesByName, typePart } from "../examples/parts.js";
import type { PageExamples } from "../examples/typing.js";
import { hasToken, joinSubjects, parametersOf } from "./calls.js";
import type { Part, Subject } from "./part.js";
import { codeTexts, plainTitle } from "./plain.js";
import { enumOfList, enumOfTable } from "./values.js";

/** Declares what the headings of a document name. */
export class Declarer {
  readonly declarations: DeclarationDraft[] = [];
  readonly calls: CallDraft[] = [];
  readonly documentation: string[] = [];
  readonly #context: ParseContext;
  readonly #callNames = new Set<string>();
  #page: PageExamples = { elsewhere: new Map(), details: new Map() };

  constructor(context: ParseContext) {
    this.#context = context;
  }

  /** Declares what the headings of a page name. */
  declareAll(subjects: readonly Subject[]): void {
    const { calls, details, texts } = joinSubjects(subjects, this.#context);
    this.#page = { elsewhere: shapesByName(calls), details };
    for (const subject of calls) this.declare(subject);
    this.documentation.push(...texts);
  }

  /** Declares what a heading names: a call, or a model and enums. */
  declare(subject: Subject): void {
    const { endpoint, isCall, own, values, others, message } = subject;
    if (message !== undefined && endpoint.path === undefined) {
      this.#context.report("unread-message", message, {});
      return;
    }
    const documentation = paragraphs(subject.texts.map((text) => text.trim()));
    if (isCall || endpoint.path !== undefined) this.#declareCall(subject, documentation);
    else if (own.fields.length === 0 && values.length === 0) this.documentation.push(documentation);
    else {
      const name = this.#nameOf(subject);
      const [first, ...more] = values;
      if (own.fields.length > 0)
        this.declarations.push(...modelsOf(name, documentation, own.fields));
      if (own.fields.length > 0 || more.length > 0)
        this.#declareValues(values, name, documentation);
      else if (first !== undefined) this.#declareEnum(first, name, documentation);
    }
    for (const { title, table } of others) {
      const text = this.#nameOf(subject).text + pascalCase(codeTexts(title.text).join(" "));
      this.declarations.push(
        ...modelsOf({ text, range: title.range }, title.text, fieldsOf(table, this.#context)),
      );
    }
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
    const endpoint = this.#endpointOf(subject);
    let name = this.#callNameOf(subject);
    this.#assignOwn(subject);
    const isRepeated = this.#callNames.has(name.text);
    this.#callNames.add(name.text);
    if (isRepeated) {
      name = this.#nameOf(subject);
      this.#context.report("repeated-endpoint", title.range, { name: name.text });
    }
    const call = camelCase(name.text);
    const names = parametersOf(subject, endpoint, this.#context.dialect);
    for (const parameter of names) {
      const isKnown = request.fields.some(({ name: field }) => field.text === parameter.text);
      if (!isKnown) request.fields.push(parameterField(parameter));
    }
    const isQuery = endpoint !== undefined && endpoint.transfer.carrier !== "body";
    const { documentation: texts } = this.#context.dialect.calls;
    const documented = (text = "") => text.replace("$1", plainTitle(title.text));
    const requestType = this.#typeOf({ ...name, text: `${name.text}Request` }, request, {
      documentation: documented(texts?.request),
      otherwise: isQuery ? "string" : undefined,
    });
    const responseType = this.#typeOf({ ...name, text: `${name.text}Response` }, response, {
      documentation: documented(texts?.response),
    });
    this.#declareValues(values, name, "");
    if (endpoint === undefined) return;
    this.calls.push({
      name: { text: call, range: title.range },
      requestType,
      responseType,
      accessToken: hasToken(subject, this.#context.dialect),
      endpoint,
      documentation: paragraphs([plainTitle(title.text), documentation]),
    });
  }

  /** Gives the tables and examples that no heading tells apart to the request, or to the response. */
  #assignOwn({ title, own, request, response }: Subject): void {
    const [part, role] =
      request.fields.length === 0 ? [request, "request"] : [response, "response"];
    if (own.tables > 1) this.#context.report("unclear-part", title.range, { count: own.tables });
    else if (own.fields.length > 0) {
      this.#context.report("assumed-part", title.range, { role });
      part.fields.push(...own.fields);
    }
    const other = request.examples.length === 0 ? request : response;
    other.examples.push(...own.examples);
  }

  #typeOf(
    name: SourceText,
    part: Part,
    { documentation, otherwise }: { documentation: string; otherwise?: string | undefined },
  ): GoType {
    const { range } = name;
    const { examples, calls } = this.#context.dialect;
    const isTyped = examples !== undefined;
    const fields = isTyped
      ? typePart(part, { ...this.#page, otherwise }, this.#context)
      : part.fields;
    const isEmpty =
      calls.names !== "path" || (part.fields.length === 0 && part.examples.length === 0);
    if (fields.length === 0 && isEmpty) return { kind: "any", range };
    const model = part.isList ? { ...name, text: `${name.text}Item` } : name;
    this.declarations.push(...modelsOf(model, documentation, fields));
    if (!part.isList) return { kind: "name", name: model.text, range };
    this.#context.report("list-body", range, { model: model.text });
    return { kind: "any", range };
  }

  #callNameOf(subject: Subject): SourceText {
    const { title, endpoint } = subject;
    const { range } = title;
    const code = codeTexts(title.text).find((text) => /^\/?[A-Za-z_][\w/.-]*$/.test(text));
    const plain = plainTitle(title.text);
    if (this.#context.dialect.calls.names === "path" && endpoint.path !== undefined)
      return { text: nameOfPath(endpoint.path, undefined), range };
    if (code === undefined && endpoint.path !== undefined && !/^[A-Za-z][\w\s'-]*$/.test(plain))
      return { text: nameOfPath(endpoint.path, endpoint.method), range };
    return code === undefined ? this.#nameOf(subject) : { text: pascalCase(code), range };
  }

  /** Reads an endpoint whose parts stand in several places: it is told of at the heading. */
  #read(text: string, range: SourceRange): CallDraft["endpoint"] | undefined {
    const report: Report = (id, _range, parameters, extras) =>
      this.#context.report(id, range, parameters, extras);
    const endpoint = endpointOf({ text, range }, { ...this.#context, report });
    const path = endpoint?.path.map((part) =>
      typeof part === "string" ? part : { text: part.text, range },
    );
    return endpoint && path && { ...endpoint, path };
  }

  /** Returns the endpoint of a call, which a heading in code may be the name of. */
  #endpointOf({ title, endpoint }: Subject): CallDraft["endpoint"] | undefined {
    const { range } = title;
    const context = this.#context;
    if (endpoint.path !== undefined) {
      const { method = "POST", path, isForm } = endpoint;
      return this.#read(
        `${method}${isForm === true && method === "POST" ? "(media)" : ""} ${path}`,
        range,
      );
    }
    const action = codeTexts(title.text).find((text) => /^[A-Za-z_][\w.]*$/.test(text));
    if (action !== undefined && context.dialect.action !== undefined)
      return this.#read(context.dialect.action.replaceAll("$1", action), range);
    context.report("missing-endpoint", range, { title: plainTitle(title.text) });
    return undefined;
  }
}

function parameterField(name: SourceText): FieldNode {
  const { range } = name;
  return {
    name,
    type: { kind: "name", name: "string", range },
    documentation: "",
    meaning: { required: { value: true, range } },
    children: [],
  };
}
