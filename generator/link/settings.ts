import type {
  ApiSettings,
  EnumStyle,
  OverrideSettings,
  Presence,
  RenameSettings,
  SettingPath,
} from "../ir/settings.js";
import { kebabCase, propertyName, upperFirst } from "../names.js";

/** What the configuration decides, and what holds where it says nothing. */
export class Settings {
  readonly #settings: ApiSettings;
  /** Every key that was looked for, by the section that it could stand in. */
  readonly #asked = new Map<string, Set<string>>();

  constructor(settings: ApiSettings = {}) {
    this.#settings = settings;
  }

  typeName(name: string): string {
    return this.#renamed("names", name) ?? upperFirst(name);
  }

  /** The name of a constant, or of a member of an enum. */
  constantName(name: string): string | undefined {
    return this.#renamed("names", name);
  }

  moduleName(stem: string): string {
    return this.#renamed("modules", stem) ?? kebabCase(stem);
  }

  /** One field's own name counts more than that of every field with its JSON name. */
  property(model: string, name: string, wireName: string): string {
    const own = this.#renamed("names", `${model}.${name}`);
    const shared = this.#renamed("wireNames", wireName);
    return own ?? shared ?? propertyName(name);
  }

  /** What becomes of a field that is absent: its own setting, that of its model, or that of all. */
  presence(model: string, field: string): Presence {
    const own = this.#override(`${model}.${field}`);
    return own?.presence ?? this.#override(model)?.presence ?? this.#settings.presence ?? "zero";
  }

  enumStyle(type: string): EnumStyle {
    return this.#override(type)?.enumStyle ?? this.#settings.enumStyle ?? "const-enum";
  }

  /** The keys that name nothing of the spec, and what they could have named. */
  unused(): { readonly path: SettingPath; readonly candidates: ReadonlySet<string> }[] {
    const { rename = {}, overrides = {} } = this.#settings;
    const sections: [SettingPath, object][] = [
      ...Object.entries(rename).map(([section, names]): [SettingPath, object] => {
        return [["rename", section], (names as object | undefined) ?? {}];
      }),
      [["overrides"], overrides],
    ];
    return sections.flatMap(([path, keys]) => {
      const candidates = this.#asked.get(path.at(-1) ?? "") ?? new Set<string>();
      const unused = Object.keys(keys).filter((key) => !candidates.has(key));
      return unused.map((key) => ({ path: [...path, key], candidates }));
    });
  }

  #renamed(section: keyof RenameSettings, key: string): string | undefined {
    return this.#find(section, this.#settings.rename?.[section], key);
  }

  #override(key: string): OverrideSettings | undefined {
    return this.#find("overrides", this.#settings.overrides, key);
  }

  #find<Value>(
    section: string,
    values: Readonly<Record<string, Value>> = {},
    key: string,
  ): Value | undefined {
    const asked = this.#asked.get(section) ?? new Set();
    this.#asked.set(section, asked.add(key));
    return Object.hasOwn(values, key) ? values[key] : undefined;
  }
}
