import type { List, Table } from "mdast";
import type { GoType } from "../../go/ast.js";
import type { SourceText } from "../../source/source.js";
import type { JsonExample } from "../examples/json.js";
import type { XmlExample } from "../examples/xml.js";
import type { EndpointText } from "./endpoint.js";
import type { FieldNode } from "./fields.js";
import type { ObjectIndex } from "./objects.js";
import type { Place } from "./places.js";
import type { Section } from "./sections.js";
import type { StatusRow } from "./statuses.js";

/** The fields of the request or the response of a call, or of a model. */
export interface Part {
  readonly fields: FieldNode[];
  /** Whether the text says that the fields are those of the elements of a list. */
  isList: boolean;
  /** The part of the request that a heading says the fields of the tables below it are in. */
  place?: Place | undefined;
  /** The number of tables that the fields are in. */
  tables: number;
  /** The type that a line tells, without a table. */
  type?: GoType | undefined;
  readonly examples: JsonExample[];
  /** Other forms of the object, which sections of their own describe. */
  readonly variants: Part[];
}

/** Makes a part in which nothing has been read. */
export function emptyPart(fields: FieldNode[] = []): Part {
  return { fields, isList: false, tables: 0, examples: [], variants: [] };
}

/** Returns the part that the title of an example names; absent if the title says nothing of it. */
export function partNamed(title: string, { request, response }: Subject): Part | undefined {
  if (/返回|响应|应答|\b(?:response|result)/i.test(title)) return response;
  return /请求|\brequest/i.test(title) ? request : undefined;
}

/** The body of answers with an error status, or with any that has no other body (`default`). */
export interface Failure extends Pick<Part, "fields" | "type"> {
  readonly status: string;
  readonly title: SourceText;
}

/** A heading that names something, and what is found below it. */
export interface Subject {
  readonly section: Section;
  readonly title: SourceText;
  readonly own: Part;
  readonly request: Part;
  readonly response: Part;
  /** The objects among the fields of the parts. */
  readonly objects: ObjectIndex;
  /** The part that the last heading of a request or a response has begun. */
  current?: Part;
  /** The part that the line right above names, such as `Example response:`. */
  labelled?: Part | undefined;
  /** The messages in XML, which callbacks have. */
  readonly messages: XmlExample[];
  /** Whether a heading of a request or a response is below it. */
  isCall: boolean;
  endpoint: EndpointText;
  /** The rows of tables of answers with an error status. */
  readonly errors: StatusRow[];
  /** The bodies of answers with an error status, which sections describe. */
  readonly failures: Failure[];
  readonly texts: string[];
  readonly values: (Table | List)[];
  /** Tables that describe other things than the subject, by the lines above them. */
  readonly others: { readonly title: SourceText; readonly table: Table }[];
}

/** Returns the parts of a subject. */
export function partsOf({ own, request, response }: Subject): readonly Part[] {
  return [own, request, response];
}

/** Tells whether a heading names a call, as far as the document is read. */
export function isCall(subject: Subject): boolean {
  return subject.isCall || subject.endpoint.path !== undefined;
}

/** Tells whether a heading names a message that the server sends: the address beside it is that of its receiver. */
export function isMessage({ messages, own, request, response }: Subject): boolean {
  return (
    messages.length > 0 && [own, request, response].every(({ examples }) => examples.length === 0)
  );
}
