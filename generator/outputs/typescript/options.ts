/** Names that the configuration decides, and not the names of the spec. */
export interface RenameSettings {
  /** TypeScript names by the spec's: of a type or a constant, or of a field as `Type.Field`. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Property names by the JSON name, for all fields that have it. */
  readonly wireNames?: Readonly<Record<string, string>> | undefined;
  /** Module names by the document's path below the folder of the spec, without its suffix. */
  readonly modules?: Readonly<Record<string, string>> | undefined;
}

/**
 * How an enum of the spec is written: a `const enum`, an ordinary one, an object with a type, or a
 * type alone. The last two are erasable syntax, and open to values that the spec does not know.
 */
export type EnumStyle = "const-enum" | "enum" | "as-const" | "union";

/**
 * What becomes of a field that is absent or `null` on the wire: its zero value, as in Go, or an
 * optional property. What was read and is written back then holds no more than before.
 */
export type Presence = "zero" | "optional";

/**
 * What an `int64` or a `uint64` is in TypeScript: a `number`, which holds ±(2^53 − 1) and refuses what
 * is beyond; a `bigint`; or a `string` of decimal digits. The last two lose no digit on their way
 * through the texts of `parse` and `stringify`.
 */
export type Int64 = "number" | "bigint" | "string";

/** The options of a package: its names, its types, its `package.json`. */
export interface ApiSettings extends OverrideSettings {
  readonly rename?: RenameSettings | undefined;
  /** The types that no document defines, by their names in the spec. */
  readonly externals?: Readonly<Record<string, ExternalSettings>> | undefined;
  /** Options of one type, or of one field as `Type.Field`. */
  readonly overrides?: Readonly<Record<string, OverrideSettings>> | undefined;
  readonly package?: PackageSettings | undefined;
  /** The client of the package; `false` leaves the calls out. */
  readonly client?: ClientSettings | false | undefined;
  /** Markdown of your own for the README of the package, behind the sections about the client. */
  readonly readme?: string | undefined;
  /** Whether encoders refuse values beyond the limits of the specification; default `false`. */
  readonly checkLimits?: boolean | undefined;
}

/** A type of the spec that is defined elsewhere: what to import for it. */
export interface ExternalSettings {
  /** The name of the TypeScript type. */
  readonly type: string;
  /**
   * The module that exports it: a package, which `package.dependencies` has to name, or a file beside
   * the output's, for instance `./media.js`.
   */
  readonly from: string;
  /** The codec of the same module, made by md2sdk or of the same form; without one any JSON is taken. */
  readonly codec?: string | undefined;
}

/** The representation of types. */
export interface OverrideSettings {
  /** Default `const-enum`. */
  readonly enumStyle?: EnumStyle | undefined;
  /** Default `zero`. */
  readonly presence?: Presence | undefined;
  /** Default `bigint`. */
  readonly int64?: Int64 | undefined;
}

/** The client of a package. */
export interface ClientSettings {
  /**
   * The conventions of the API: those of HTTP, those of WeCom, or those of a file of your own beside the sources
   * of the package, for instance `./profile.js` for `src/profile.ts`; default `http`.
   */
  readonly profile?: "http" | "wecom" | ProfileFile | undefined;
  /** The class of the client; defaults to the name of the package, for instance `PetStore`. */
  readonly name?: string | undefined;
  /** The URL of the server; without it, an instance of the client must have one. */
  readonly baseUrl?: string | undefined;
  /** How requests are authorized; default not at all. */
  readonly auth?: ClientAuth | undefined;
  /** The form of lists in queries and in forms: `a=1&a=2`, `a=1,2` or `a[]=1&a[]=2`; default `repeat`. */
  readonly lists?: "repeat" | "comma" | "brackets" | undefined;
}

/** A module that exports a function `profile`, and the interface `ProfileOptions` of its argument. */
export type ProfileFile = `./${string}.js`;

/** A token or a password in the header `Authorization`, or a key in a header or in the query. */
export type ClientAuth =
  "bearer" | "basic" | { readonly apiKey: string; readonly in?: "header" | "query" | undefined };

/** The members of the generated `package.json`; one that is not given is left out, but for the version. */
export interface PackageSettings {
  readonly name?: string | undefined;
  /** Default `0.1.0`. */
  readonly version?: string | undefined;
  /** Defaults to the contents of the package. */
  readonly description?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly homepage?: string | undefined;
  readonly bugs?:
    string | { readonly url?: string | undefined; readonly email?: string | undefined } | undefined;
  readonly license?: string | undefined;
  readonly author?: PersonSettings | undefined;
  readonly contributors?: readonly PersonSettings[] | undefined;
  readonly repository?:
    | string
    | {
        readonly type?: string | undefined;
        readonly url: string;
        readonly directory?: string | undefined;
      }
    | undefined;
  readonly private?: boolean | undefined;
  readonly publishConfig?: Readonly<Record<string, unknown>> | undefined;
  /** The packages that `externals` are imported from, with their versions: `"my-media": "^1.2.0"`. */
  readonly dependencies?: Readonly<Record<string, string>> | undefined;
}

/** A person in a `package.json`: a name, or more about it. */
export type PersonSettings =
  | string
  | {
      readonly name: string;
      readonly email?: string | undefined;
      readonly url?: string | undefined;
    };
