import type { RequestPart, Transfer } from "../dialect/dialect.js";
import type { GoType } from "../go/ast.js";
import type { DeclarationDraft, Documentation } from "../go/draft.js";
import type { RuleId } from "../source/rules.js";
import type { Source, SourceRange, SourceText } from "../source/source.js";
import type { JsonNode } from "./examples/json.js";

/** The content of one document in its order, before any name is resolved. */
export interface DocumentDraft {
  readonly source: Source;
  /** The H1 headings. */
  readonly topics: readonly SourceText[];
  /** Paragraphs that belong to no declaration. */
  readonly documentation: string;
  readonly declarations: readonly DeclarationDraft[];
  readonly calls: readonly CallDraft[];
  readonly callbacks: readonly CallbackDraft[];
  readonly examples: readonly ExampleDraft[];
  /** The numbers of tables that were read, and of all others. */
  readonly tables: { readonly read: number; readonly unread: number };
  /** Whether types may be in the words of readers, which linking turns into the names of models. */
  readonly hasWords?: true;
  readonly suppressions: readonly Suppression[];
}

/** A part of a document whose messages of a rule a comment suppresses. */
export interface Suppression {
  readonly rule: RuleId;
  /** The name of the rule in the comment. */
  readonly range: SourceRange;
  /** The offsets between which messages begin. */
  readonly start: number;
  readonly end: number;
}

/** An example in JSON of a model. */
export interface ExampleDraft {
  /** The name of the model. */
  readonly model: string;
  readonly value: JsonNode;
  /** The names of members that no model has. */
  readonly ignored: readonly string[];
  /** The first line of the code, if the example may be one of something else. */
  readonly opening?: SourceRange;
  /** The language of the code. */
  readonly language: string;
}

/** A row of a table of API calls. */
export interface CallDraft extends Documentation {
  readonly name: SourceText;
  readonly requestType: GoType;
  /** Absent if the answer is a file or empty. */
  readonly responseType?: GoType | undefined;
  /** The answers by their status, if the document says it; `responseType` is that of the first one with a body. */
  readonly answers?: readonly AnswerDraft[];
  /** Whether the call carries the access token; absent if the document does not say. */
  readonly accessToken?: boolean | undefined;
  readonly endpoint: EndpointDraft;
  /** The method and the path, if they name the call wherever it is described. */
  readonly key?: string | undefined;
  /** The models whose fields are in one part of the request. */
  readonly parts?: Partial<Readonly<Record<RequestPart, GoType>>>;
  /** The fields of the request that are in headers, beside those of the models of `parts`. */
  readonly headers?: readonly SourceText[];
  readonly errors?: readonly ErrorDraft[];
}

/** An answer of a call that succeeds: `201`, or `2XX`; without a type it is empty. */
export interface AnswerDraft {
  readonly status: string;
  readonly type?: GoType | undefined;
}

/** An answer with an error status: `404`, `4XX`, or `default` for all others. */
export interface ErrorDraft {
  readonly status: string;
  readonly type: GoType;
  readonly documentation?: string;
}

/** The method and the path of a call. */
export interface EndpointDraft {
  readonly transfer: Transfer;
  readonly path: readonly PathPartDraft[];
}

/** A part of a path: a text, or the JSON name of a field of the request, without its braces. */
export type PathPartDraft = string | SourceText;

/** A row of a table of callbacks: a message, or a reply to one. */
export interface CallbackDraft extends Documentation {
  readonly role: "message" | "reply";
  /** Whether it is an example on a page in place of a row. */
  readonly isExample?: true;
  readonly name: SourceText;
  /** The model of the fields that all messages have. */
  readonly envelope: GoType;
  /** The model of the fields of this message; absent if it has no others. */
  readonly message?: GoType;
  /** The fields that the message shares with those of other pages, if it has all of them. */
  readonly shared?: EnvelopeDraft;
  readonly conditions: readonly ConditionDraft[];
}

/** The fields that messages of several pages have in common, and the name of their model. */
export interface EnvelopeDraft {
  readonly name: string;
  readonly documentation: string;
  readonly fields: readonly string[];
}

/** A cell that tells a message from others by a field of its envelope. */
export interface ConditionDraft {
  /** The title of the column: the name of a field, or several of them with dots between them. */
  readonly field: SourceText;
  /** Absent if the field may have any value. */
  readonly value?: ConditionValueDraft;
}

/** A literal, or the name of a constant; `invalid` if it is neither, which has been reported. */
export type ConditionValueDraft = { readonly range: SourceRange } & (
  | { readonly kind: "literal"; readonly value: string | bigint | boolean }
  | { readonly kind: "constant"; readonly name: string }
  | { readonly kind: "invalid" }
);
