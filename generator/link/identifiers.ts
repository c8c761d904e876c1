import reservedIdentifiers from "reserved-identifiers";
import { report } from "../diagnostics/report.js";
import type { SourceRange, SourceText } from "../ir/source.js";
import type { TypeNames } from "../ir/api.js";
import type { Settings } from "./settings.js";

/** The names that generated modules import or take from TypeScript's library. */
export const USED_BY_OUTPUT: readonly string[] = [
  "Codec",
  "DecodeError",
  "EncodeError",
  "Init",
  "Issue",
  "JsonObject",
  "JsonValue",
  "Omit",
  "Record",
  "SafeDecodeResult",
  "StandardSchemaV1",
  "codec",
  "decode",
  "encode",
  "exact",
  "external",
  "int64",
  "read",
  "write",
];

/** What the client brings along, where there are calls. */
export const USED_BY_CALLS: readonly string[] = [
  "CallOptions",
  "Client",
  "ClientOptions",
  "MemoryTokenStore",
  "RateLimitError",
  "RequestEvent",
  "ResponseError",
  "ResponseEvent",
  "Token",
  "TokenStore",
  "TransportError",
  "TransportFailure",
  "UploadFile",
  "WorkWx",
  "WorkWxError",
  "client",
];

/** The identifiers of the output's modules, which `index` exports side by side: one name space. */
export class Identifiers {
  readonly #settings: Settings;
  readonly #owners = new Map<string, SourceRange>();
  readonly #reserved = reservedIdentifiers({ includeGlobalProperties: true });
  readonly #used = new Set(USED_BY_OUTPUT);

  constructor(settings: Settings, hasCalls: boolean) {
    this.#settings = settings;
    for (const name of hasCalls ? USED_BY_CALLS : []) this.#used.add(name);
    for (const name of settings.externalNames()) this.#used.add(name);
  }

  /** Takes an identifier for a name of the spec; reports whether it was free. */
  take(identifier: string, name: SourceText): boolean {
    const owner = this.#owners.get(identifier);
    const taken = this.#reserved.has(identifier)
      ? "a word of the language"
      : this.#used.has(identifier)
        ? "used by the output itself"
        : owner && "that of another name";
    this.#owners.set(identifier, owner ?? name.range);
    if (taken === undefined) return true;
    reportCollision(name, identifier, { taken, owner });
    return false;
  }

  /** Takes all identifiers of a type; the first one that is not free is reported. */
  takeType(name: SourceText): TypeNames {
    const names = typeNamesOf(this.#settings.typeName(name.text));
    const free = (identifier: string) => this.take(identifier, name);
    Object.values(names).every(free);
    return names;
  }
}

/** Reports a name whose TypeScript identifier is not free. */
export function reportCollision(
  name: SourceText,
  identifier: string,
  { taken, owner }: { readonly taken: string; readonly owner: SourceRange | undefined },
): void {
  const related = owner && [{ range: owner, message: "the name that has it is here" }];
  report("name-collision", name.range, { name: name.text, identifier, taken }, { related });
}

function typeNamesOf(type: string): TypeNames {
  return {
    type,
    codec: `${type}Codec`,
    decode: `decode${type}`,
    encode: `encode${type}`,
    read: `read${type}`,
    write: `write${type}`,
    guard: `is${type}`,
    label: `labelOf${type}`,
    readList: `readListOf${type}`,
    writeList: `writeListOf${type}`,
  };
}
