import reservedIdentifiers from "reserved-identifiers";
import { code } from "../../../source/code.js";
import type { Report } from "../../../source/diagnostic.js";
import type { SourceRange, SourceText } from "../../../source/source.js";
import type { TypeNames } from "./plan.js";
import type { Settings } from "./settings.js";

/** The keywords of TypeScript that JavaScript does not have: in the place of a type they are no names. */
export const TYPE_KEYWORDS: ReadonlySet<string> = new Set(
  (
    "abstract accessor any as assert asserts async bigint boolean constructor declare defer from get " +
    "global infer intrinsic is keyof module namespace never number object of out override readonly " +
    "require satisfies set string symbol type undefined unique unknown using"
  ).split(" "),
);

/** The identifiers of the output's modules, which `index` exports side by side: one name space. */
export class Identifiers {
  readonly #settings: Settings;
  readonly #report: Report;
  readonly #owners = new Map<string, SourceText>();
  /** The name that each name of the spec has in TypeScript, where the configuration can rename it. */
  readonly #renamable = new Map<SourceText, string>();
  /** The names that the hints propose, by the names of the spec. */
  readonly #proposed = new Map<SourceText, string>();
  /** The names that no hint may propose. */
  readonly #taken: Set<string>;
  /** The reported identifiers. */
  readonly #reported = new Set<string>();
  /** The reported counterparts of each name: other names of the specification, or descriptions. */
  readonly #met = new Map<SourceText, Set<SourceText | string>>();
  readonly #reserved = reservedIdentifiers({ includeGlobalProperties: true });

  /** @param names the names of the specification, which take their identifiers one by one */
  constructor(settings: Settings, names: readonly string[], report: Report) {
    this.#settings = settings;
    this.#taken = new Set(names.flatMap((name) => [name, settings.typeName(name)]));
    this.#report = report;
  }

  /** Takes an identifier for a name of the spec; reports whether it was free. */
  take(identifier: string, name: SourceText): boolean {
    if (!this.#renamable.has(name)) this.#renamable.set(name, identifier);
    if (this.#reserved.has(identifier)) return this.#refuse(identifier, name, A_WORD);
    const owner = this.#owners.get(identifier);
    if (owner !== undefined)
      return this.#refuse(identifier, name, "that of another name", { owner });
    this.#owners.set(identifier, name);
    return true;
  }

  /** Takes an identifier that the configuration does not rename: it is made of a name that means nothing else. */
  takeFixed(identifier: string, name: SourceText): void {
    const owner = this.#owners.get(identifier);
    if (this.#reserved.has(identifier)) this.#refuse(identifier, name, A_WORD);
    else if (owner !== undefined) this.#refuse(identifier, name, "that of another name", { owner });
    else this.#owners.set(identifier, name);
  }

  /** Takes the function of a call; `await` and `import()` call what is named `then`. */
  takeCall(identifier: string, name: SourceText): boolean {
    const isFree = this.take(identifier, name);
    return identifier === "then"
      ? this.#refuse(identifier, name, "the method of a promise")
      : isFree;
  }

  /** Takes all identifiers of a type; each other name that has one of them is reported. */
  takeType(name: SourceText, { isEnum, hasJson, hasXml }: Uses): TypeNames {
    const names = typeNamesOf(this.#settings.typeName(name.text));
    const taken = [
      names.type,
      ...(hasJson ? [names.codec, names.decode, names.encode, names.read, names.write] : []),
      ...(isEnum ? [names.guard, names.label] : []),
      ...(hasXml
        ? [names.xmlCodec, names.parseXml, names.stringifyXml, names.readXml, names.writeXml]
        : []),
    ];
    this.#renamable.set(name, names.type);
    const areFree = TYPE_KEYWORDS.has(names.type)
      ? [this.#refuse(names.type, name, A_WORD)]
      : taken.map((identifier) => this.take(identifier, name));
    if (areFree.includes(false))
      for (const identifier of Object.values(names)) this.#reported.add(identifier);
    return names;
  }

  /** Takes what is imported for a type from elsewhere; other modules may have such names, too. */
  takeExternal(name: SourceText): void {
    const { type = "", codec } = this.#settings.external(name.text) ?? {};
    if (TYPE_KEYWORDS.has(type)) this.#refuse(type, name, A_WORD);
    for (const identifier of codec === undefined ? [type] : [type, codec]) {
      if (this.#reserved.has(identifier)) this.#refuse(identifier, name, A_WORD);
      else if (!this.#owners.has(identifier)) this.#owners.set(identifier, name);
    }
  }

  /**
   * Reports identifiers that mean something else in the output; each meaning once for a name of the spec.
   *
   * @param report receives the diagnostics, as linking has ended
   */
  reportMeetings(
    meetings: readonly { readonly identifier: string; readonly taken: string }[],
    report: Report,
  ): void {
    for (const { identifier, taken } of meetings) {
      const owner = this.#owners.get(identifier);
      if (owner !== undefined && !this.#reported.has(identifier)) {
        this.#refuse(identifier, owner, taken, { report });
      }
    }
  }

  #refuse(
    identifier: string,
    name: SourceText,
    taken: string,
    { owner, report = this.#report }: { owner?: SourceText; report?: Report } = {},
  ): false {
    this.#reported.add(identifier);
    const met = this.#met.get(name) ?? new Set();
    this.#met.set(name, met);
    if (met.has(owner ?? taken)) return false;
    met.add(owner ?? taken);
    const current = this.#renamable.get(name);
    const rename =
      current === undefined
        ? undefined
        : { key: name.text, name: this.#proposalFor(name, current) };
    reportCollision(name, identifier, { taken, owner: owner?.range, rename }, report);
    return false;
  }

  #proposalFor(name: SourceText, current: string): string {
    const proposed = this.#proposed.get(name) ?? takeFreeName(current, this.#taken);
    this.#proposed.set(name, proposed);
    return proposed;
  }
}

/** The groups of identifiers that a type has. */
interface Uses {
  readonly isEnum: boolean;
  readonly hasJson: boolean;
  readonly hasXml: boolean;
}

const A_WORD = "a word of the language";

/** The meaning that an identifier already has, and the setting that gives the name of the spec another. */
interface Collision {
  readonly taken: string;
  readonly owner: SourceRange | undefined;
  /** The key among the names of the configuration, and a free name in TypeScript. */
  readonly rename: { readonly key: string; readonly name: string } | undefined;
}

/** Returns a name like another one that is free, and takes it: no other hint proposes it. */
export function takeFreeName(name: string, taken: Set<string>): string {
  let free = `${name}_`;
  while (taken.has(free)) free += "_";
  taken.add(free);
  return free;
}

/** Reports a name whose TypeScript identifier is not free. */
export function reportCollision(
  name: SourceText,
  identifier: string,
  { taken, owner, rename }: Collision,
  report: Report,
): void {
  const related = owner && [{ range: owner, message: "the name that has it is here" }];
  const line = rename && `${JSON.stringify(rename.key)}: ${JSON.stringify(rename.name)},`;
  const hint = line && `rename it with ${code(line)} in \`rename.names\` of the configuration`;
  report("name-collision", name.range, { name: name.text, identifier, taken }, { hint, related });
}

/** Returns the identifiers of a type of that name. */
export function typeNamesOf(type: string): TypeNames {
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
    input: `${type}Input`,
    xmlCodec: `${type}XmlCodec`,
    parseXml: `parse${type}Xml`,
    stringifyXml: `stringify${type}Xml`,
    readXml: `read${type}Xml`,
    writeXml: `write${type}Xml`,
    fill: `fill${type}`,
  };
}
