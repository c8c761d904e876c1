/** A client for the calls of an API: all that a package has of it beside the calls themselves. */
export interface ClientProfile {
  /** The folder of the profile's templates in that of the client. */
  readonly folder: string;
  /** The conventions of the API in a few words, for instance `http, bearer`. */
  readonly conventions: string;
  /** Whether it reads the members that every answer of an API has beside its data, for instance an error code. */
  readonly readsEnvelope: boolean;
  /** Whether the HTTP status of an answer tells an error. */
  readonly readsStatus: boolean;
  /** The class that has every call as a method. */
  readonly className: string;
  /** The class of the profile that it extends. */
  readonly baseClass: string;
  /** The module of the class. */
  readonly module: string;
  /** The name of its instances in code. */
  readonly instance: string;
  /** The exports of the profile's folder for users of the package. */
  readonly exports: readonly string[];
  /** More modules of the client's folder that users can import, by their subpaths. */
  readonly subpaths: Readonly<Record<string, string>>;
  /** The constructor of the class, if it is not that of its base class. */
  readonly construction?: ClientConstruction;
  /** The types of the options of its base class, if the class gives them a function that explains error codes. */
  readonly explainedOptions?: readonly string[];
  /** The errors of a call that the server refuses, as a tag of JSDoc says it. */
  readonly throws: string;
  /** The methods of the base class, which no call may have the name of. */
  readonly methods: readonly string[];
  /** The properties of the argument that makes an instance. */
  readonly credentials: readonly string[];
  /** The error of a call that the server refuses, and the members of it to look at. */
  readonly refusal: { readonly className: string; readonly members: readonly string[] };
  /** The paragraph of the README about the client, for an example of a call. */
  readonly guideOf: (example: ClientExample) => string;
  /** The sections of the README about credentials. */
  readonly credentialsGuide?: (example: ClientExample) => string[];
}

/** The constructor of a client class whose options depend on the specification's configuration. */
export interface ClientConstruction {
  /** The interface of the options. */
  readonly optionsName: string;
  /** The interfaces of the profile that it extends. */
  readonly optionTypes: readonly string[];
  /** The URL of the server unless an instance has another one; without it an instance must have one. */
  readonly baseUrl: string | undefined;
  /** How requests are authorized: a function of the profile, and its arguments before the options. */
  readonly authorizer?: { readonly name: string; readonly arguments: readonly string[] };
  /** The form of lists in queries, if it is not the usual one. */
  readonly lists?: string;
  /** The module that exports the function `profile` and its options, if the conventions are the user's own. */
  readonly own?: string;
}

/** The names and the calls in the examples of a README. */
export interface ClientExample extends Pick<
  ClientProfile,
  "className" | "instance" | "credentials" | "refusal"
> {
  readonly packageName: string;
  /** The function of a call. */
  readonly call: string;
  /** The arguments of the function after the client; empty if it needs none. */
  readonly request: string;
  /** A call with a list in each page: the method for its items, with its arguments. */
  readonly items?: { readonly call: string; readonly hasCursor: boolean } | undefined;
  /** The methods of an upload and of a download, with their arguments. */
  readonly upload?: string | undefined;
  readonly download?: string | undefined;
}

/** The exports of every client for users of the package. */
export const CLIENT_EXPORTS: readonly string[] = [
  "ResponseError",
  "TransportError",
  "pacing",
  "request",
  "requestFile",
  "type ApiRequest",
  "type CallOptions",
  "type Client",
  "type ConnectionOptions",
  "type DownloadedFile",
  "type ExtraParts",
  "type Fetch",
  "type FetchInit",
  "type FetchResponse",
  "type PageItems",
  "type NamedContent",
  "type Pace",
  "type PaceLimits",
  "type PacingOptions",
  "type RequestEvent",
  "type ResponseEvent",
  "type StatusAnswer",
  "type TransportFailure",
  "type UploadFile",
];
