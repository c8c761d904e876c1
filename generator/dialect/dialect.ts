/**
 * The meaning of the words of a documentation: titles of columns, types, marks and headings. It is plain
 * data, so that people can write one for their own documents, and a run can be remembered by it.
 */
export interface Dialect {
  readonly name: string;
  /** A regular expression that documents of the dialect have, if their tables look like those of another one. */
  readonly sign?: string;
  /** Dialects to name if a document looks like one of them; empty if somebody has chosen this one. */
  readonly alternatives: readonly Dialect[];
  /**
   * How a document is divided. `sections`: models stand below `## Models`, calls below `## API calls`, and
   * messages that the server sends below `## Callbacks`.
   * `headings`: any heading may begin a model, an enum or a call, as its tables and lines tell.
   */
  readonly layout: "sections" | "headings";
  /** The titles of the sections, which are read without case. */
  readonly sections: {
    readonly models: string;
    readonly calls: string;
    readonly callbacks: string;
  };
  /** The columns of each kind of table. */
  readonly columns: {
    readonly fields: Columns<FieldRole>;
    readonly calls: Columns<CallRole>;
    readonly callbacks: Columns<CallbackRole>;
    readonly values: Columns<ValueRole>;
  };
  /** The words of types, which are read without case, by the types of Go that they mean. */
  readonly types: Readonly<Record<string, string>>;
  /**
   * Patterns of types, of which the first one that fits counts: `$1` and `$2` stand for types that are
   * read on their own, in the pattern and in the type of Go, for instance `array of $1` for `[]$1`.
   */
  readonly typePatterns: Readonly<Record<string, string>>;
  /** The marks for yes and no, which are read without case. */
  readonly flags: Readonly<Record<string, boolean>>;
  /** The words that say whether a field is required, which are read without case. */
  readonly answers: Readonly<Record<string, boolean>>;
  /** The treatment of other words there: a mistake, or documentation. */
  readonly otherAnswers: "error" | "documentation";
  /** The forms of requests, by the words in front of a path. */
  readonly methods: Readonly<Record<string, Transfer>>;
  readonly headings: Headings;
  /** Whether rows may have fewer cells than the header. */
  readonly shortRows: boolean;
  /** Whether documentation goes on in the lines below a row, and may have bars. */
  readonly continuedRows: boolean;
  /**
   * The side that is right where the type of a field contradicts an example in JSON; absent if examples say
   * nothing about types.
   */
  readonly examples?: "column" | "example" | undefined;
  readonly calls: CallConventions;
  /** The messages of a server that documents show; absent if they show none. */
  readonly messages?: MessageConventions | undefined;
  /** The endpoint of a call whose heading only has a name in code, which is `$1`. */
  readonly action?: string | undefined;
}

/** The habits of an API that its documentation takes for granted. */
export interface CallConventions {
  /** The origin of the names of calls; a path gives one where the heading has no words of a name. */
  readonly names: "heading" | "path";
  /** The parameter of the query that carries the access token, which no request has as a field. */
  readonly token?: string | undefined;
  /** The members of every response that the client reads itself. */
  readonly envelope: readonly string[];
  /** The documentation of the models of a call, with its title for `$1`. */
  readonly documentation?: { readonly request: string; readonly response: string } | undefined;
}

/** The habits of messages that a server sends, in XML or in JSON. */
export interface MessageConventions {
  /** The kinds of messages; the first one whose first field a message has counts. */
  readonly kinds: readonly MessageKind[];
  /** A regular expression for the titles of replies to messages. */
  readonly reply: string;
}

export interface MessageKind {
  /** The member that messages in JSON have and nothing else; absent for messages in XML. */
  readonly mark?: string;
  /** The fields that tell a message from others: each one says more than those before it. */
  readonly fields: readonly string[];
  /** The first word of the names of messages. */
  readonly prefix: string;
  /** The fields that messages of the kind share, whatever page they are on, and the name of their model. */
  readonly envelope?: {
    readonly name: string;
    readonly documentation: string;
    readonly fields: readonly string[];
  };
}

/** The meaning of headings, captions and labels, where these are not sections of a fixed title. */
export interface Headings {
  /** The titles of each role, which are read without case. */
  readonly titles: Readonly<Partial<Record<HeadingRole, readonly string[]>>>;
  /** Regular expressions for other headings; the first one that fits counts. */
  readonly patterns: readonly HeadingPattern[];
  /** The role of other lines in bold letters; absent if they name something, as headings do. */
  readonly bold?: HeadingRole | undefined;
  /** Whether the first line of a document is its title. */
  readonly titleLine: boolean;
}

export interface HeadingPattern {
  /** A regular expression, which is read without case. */
  readonly match: string;
  /** Whether capitals count, as in documents that tell methods from types by them. */
  readonly matchCase?: boolean | undefined;
  readonly role: HeadingRole;
  /** The name of the model, enum or call, with groups of the expression, such as `$1`. */
  readonly name?: string | undefined;
}

/** The role of a heading; any other one names the model, enum or call that its tables describe. */
export type HeadingRole =
  | "model"
  | "enum"
  | "call"
  | "request"
  | "response"
  /** The object that the heading above is about. */
  | "root"
  /** A field of the object that the heading above is about, whose fields the table below has. */
  | "part"
  /** Headers of HTTP: those of a request are fields of it, and those of a response are left out. */
  | "headers"
  /** Answers with an error status. */
  | "errors"
  | "method"
  | "url"
  /** The fields of the part that the headings before have begun: of the request, if they have begun none. */
  | "fields"
  /** Documentation of what the heading above names. */
  | "text"
  /** Documentation of it that begins with the heading itself. */
  | "note"
  | "example"
  | "ignore";

/**
 * The method of HTTP of a call, the carrier of the fields of its request that are not in the path, and the form of
 * its answer.
 */
export type Transfer =
  | {
      readonly carrier: "query";
      readonly method: "GET" | "HEAD" | "DELETE";
      readonly isBinary?: true;
    }
  | {
      readonly carrier: "body";
      readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
      /** Whether the body is a form and not JSON (`application/x-www-form-urlencoded`). */
      readonly isForm?: true;
      /** Whether the answer is a file and not JSON. */
      readonly isBinary?: true;
    }
  /** The request is in the query, and a file in the body. */
  | {
      readonly carrier: "upload";
      readonly method: "POST";
      /** The name of the file in the form; default `media`. */
      readonly file?: string;
      readonly isBinary?: never;
    };

/** Returns the meaning that a list of words gives to one; names that all objects have mean nothing. */
export function meaningOf<Meaning>(
  words: Readonly<Record<string, Meaning>>,
  word: string,
): Meaning | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/** The columns that a kind of table can have. */
export interface Columns<Role extends string> {
  /** The titles of each role, which are read without case; the first one is the dialect's own. */
  readonly titles: Readonly<Record<Role, readonly string[]>>;
  /** The roles that a table of the kind has in any case. */
  readonly required: readonly Role[];
}

/** The roles of the columns of a table of fields. */
export type FieldRole = DeclaringRole | MeaningRole;

/** The roles that declare a field. */
export type DeclaringRole =
  /** The identifier in Go, beside which a tag names the field on the wire. */
  | "identifier"
  /** The name on the wire. */
  | "name"
  /** A struct tag for JSON. */
  | "tag"
  | "xml"
  | "type"
  /** Further documentation, which is kept with the title of its column. */
  | "note"
  /** The part of the request that has the field: the path, the query, the body or a header. */
  | "position"
  /** Nothing that the output has. */
  | "ignore"
  /** Documentation; several such columns are joined. */
  | "doc";

/** The roles that say more about a field than its name and its type. */
export type MeaningRole = (typeof MEANING_ROLES)[number];

export const MEANING_ROLES = [
  "required",
  /** The opposite of `required`. */
  "optional",
  "default",
  "example",
  "deprecated",
  /** The version of the API that a field came with. */
  "since",
  "values",
  "limits",
] as const;

/** The roles of columns that hold text; tables without fields have such columns as well. */
export const TEXT_ROLES: ReadonlySet<string> = new Set(["doc", "note", "ignore", ...MEANING_ROLES]);

/** The roles of the columns of a table of calls. */
export type CallRole =
  | "name"
  | "request"
  | "response"
  | "token"
  | "url"
  /** Models whose fields are in one part of the request. */
  | RequestPart
  /** The models of answers with an error status. */
  | "errors"
  | "doc";

export type RequestPart = "query" | "body" | "headers";

/**
 * The roles of the columns of a table of callbacks: messages, or the replies to them. Any other column is a
 * field of the envelope.
 */
export type CallbackRole = "name" | "envelope" | "message" | "reply" | "doc";

/** The roles of the columns of a table of the values of an enum. */
export type ValueRole = "value" | "name" | "doc" | "ignore";
