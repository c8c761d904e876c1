import { clientOf } from "../clients/client.js";
import type { ClientProfile } from "../clients/profile.js";
import type {
  ApiSettings,
  EnumStyle,
  ExternalSettings,
  Int64,
  OverrideSettings,
  Presence,
  RenameSettings,
} from "../options.js";
import type { SettingPath } from "../../../source/setting-range.js";
import { Speller } from "../../../source/suggest.js";
import { camelCase, propertyName, upperFirst } from "../../../names.js";

/** The owner of a type: a field, or a declaration. */
export interface TypeOwner {
  readonly type: string;
  readonly field?: string;
}

/** A key that names nothing of the spec. */
interface UnusedSetting {
  readonly path: SettingPath;
  readonly speller: Speller;
}

/** The decisions of a configuration, with their defaults. */
export class Settings {
  readonly #settings: ApiSettings;
  /** Every key that was looked for, by the section that it could stand in: `rename/names`. */
  readonly #asked = new Map<string, Set<string>>();

  constructor(settings: ApiSettings = {}) {
    this.#settings = settings;
  }

  get packageName(): string | undefined {
    return this.#settings.package?.name;
  }

  /** The client of a package with calls, if it is to have one. */
  get client(): ClientProfile | undefined {
    return clientOf(this.#settings.client, this.packageName);
  }

  get checksLimits(): boolean {
    return this.#settings.checkLimits ?? false;
  }

  typeName(name: string): string {
    return this.#renamed("names", name) ?? upperFirst(name);
  }

  /** The name of a constant, or of a member of an enum. */
  constantName(name: string): string | undefined {
    return this.#renamed("names", name);
  }

  /** The function of a call; a name that every object, or a promise, has already gets an underscore. */
  callName(name: string): string {
    const own = camelCase(name.replace(/^exec(?=\p{Lu})/u, ""));
    const isTaken = own in Object.prototype || own === "then";
    return this.#renamed("names", name) ?? (isTaken ? `${own}_` : own);
  }

  /**
   * The name of a module, if it is renamed.
   *
   * @param stem the path of the document below the folder of the spec, without its suffix
   */
  moduleName(stem: string): string | undefined {
    // Editors may write what is one character in the name of the document as two.
    return this.#renamed("modules", stem) ?? this.#renamed("modules", stem.normalize("NFD"));
  }

  /** One field's own name counts more than that of every field with its JSON name. */
  property(model: string, name: string, wireName: string): string {
    const own = this.#renamed("names", `${model}.${name}`);
    const shared = this.#renamed("wireNames", wireName);
    return own ?? shared ?? propertyName(name);
  }

  /** Returns the setting for an absent field: its own, or that of its model, or the general one. */
  presence(model: string, field: string): Presence {
    const ofField = this.#override(`${model}.${field}`, "presence");
    const ofModel = this.#override(model, "presence");
    return ofField ?? ofModel ?? this.#settings.presence ?? "zero";
  }

  enumStyle(type: string): EnumStyle {
    return this.#override(type, "enumStyle") ?? this.#settings.enumStyle ?? "const-enum";
  }

  /** The type that a name of the spec stands for, where that is defined elsewhere. */
  external(name: string): ExternalSettings | undefined {
    return this.#find("externals", this.#settings.externals, name);
  }

  /** The types that are defined elsewhere, by their names in the specification. */
  externals(): readonly (readonly [name: string, external: ExternalSettings])[] {
    return Object.entries(this.#settings.externals ?? {});
  }

  /**
   * Returns the package that a type from elsewhere is imported from, if the output does not depend on it.
   * For a type without a codec, the package of its declarations is enough: `@types/geojson`.
   */
  missingDependency(name: string): string | undefined {
    const { from = "", codec } = this.external(name) ?? {};
    const [used] = /^(?:@[^/]+\/)?[^./][^/]*/.exec(from) ?? [];
    if (used === undefined) return undefined;
    const declarations = `@types/${used.replace("@", "").replace("/", "__")}`;
    const sufficient = codec === undefined ? [used, declarations] : [used];
    const { dependencies = {} } = this.#settings.package ?? {};
    return sufficient.some((one) => Object.hasOwn(dependencies, one)) ? undefined : used;
  }

  /**
   * Returns the representation of the 64-bit integers in the type of a field or of a declaration. The
   * default neither rounds nor refuses any of them.
   */
  int64(owner?: TypeOwner): Int64 {
    return this.chosenInt64(owner) ?? "bigint";
  }

  /** Returns the representation that the configuration chooses for 64-bit integers. */
  chosenInt64(owner?: TypeOwner): Int64 | undefined {
    const { type = "", field } = owner ?? {};
    const ofField = field === undefined ? field : this.#override(`${type}.${field}`, "int64");
    const ofType = this.#override(type, "int64");
    return ofField ?? ofType ?? this.#settings.int64;
  }

  /** The keys that name nothing of the spec, and what they could have named. */
  unused(): UnusedSetting[] {
    const { rename = {}, overrides = {}, externals = {} } = this.#settings;
    return [
      ...Object.entries(rename).flatMap(([section, names]) => {
        return this.#unusedIn(["rename", section], (names as object | undefined) ?? {});
      }),
      ...this.#unusedIn(["overrides"], overrides),
      ...this.#unusedIn(["externals"], externals),
    ];
  }

  /** Returns the settings of overrides that have no effect on their type or field. */
  ineffective(): SettingPath[] {
    const { overrides = {} } = this.#settings;
    const used = Object.keys(overrides).filter((of) => this.#askedIn("overrides").has(of));
    return used.flatMap((of) => {
      return this.#unusedIn(["overrides", of], overrides[of] ?? {}).map(({ path }) => path);
    });
  }

  #unusedIn(section: SettingPath, settings: object): UnusedSetting[] {
    const candidates = this.#askedIn(section.join("/"));
    const unused = Object.keys(settings).filter((key) => !candidates.has(key));
    if (unused.length === 0) return [];
    const speller = new Speller(candidates);
    return unused.map((key) => ({ path: [...section, key], speller }));
  }

  #renamed(section: keyof RenameSettings, key: string): string | undefined {
    return this.#find(`rename/${section}`, this.#settings.rename?.[section], key);
  }

  #override<Key extends keyof OverrideSettings>(of: string, key: Key): OverrideSettings[Key] {
    const override = this.#find("overrides", this.#settings.overrides, of);
    if (override !== undefined) this.#askedIn(`overrides/${of}`).add(key);
    return override?.[key];
  }

  #find<Value>(
    section: string,
    values: Readonly<Record<string, Value>> | undefined,
    key: string,
  ): Value | undefined {
    // Where nothing is set, nothing is set in vain.
    if (values === undefined) return undefined;
    this.#askedIn(section).add(key);
    return Object.hasOwn(values, key) ? values[key] : undefined;
  }

  #askedIn(section: string): Set<string> {
    const known = this.#asked.get(section);
    if (known !== undefined) return known;
    const asked = new Set<string>();
    this.#asked.set(section, asked);
    return asked;
  }
}
