import type { RenameSettings, SettingPath } from "../ir/settings.js";
import { kebabCase, propertyName, upperFirst } from "../names.js";

type Section = keyof RenameSettings;

/** The names of the output: those that the configuration decides, and the spec's own. */
export class Renames {
  readonly #settings: RenameSettings;
  /** Every key that was looked for, by section: what the settings could name. */
  readonly #asked = new Map<Section, Set<string>>();

  constructor(settings: RenameSettings = {}) {
    this.#settings = settings;
  }

  typeName(name: string): string {
    return this.#find("names", name) ?? upperFirst(name);
  }

  /** The name of a constant, or of a member of an enum. */
  constantName(name: string): string | undefined {
    return this.#find("names", name);
  }

  moduleName(stem: string): string {
    return this.#find("modules", stem) ?? kebabCase(stem);
  }

  /** One field's own name counts more than that of every field with its JSON name. */
  property(model: string, name: string, wireName: string): string {
    const own = this.#find("names", `${model}.${name}`);
    const shared = this.#find("wireNames", wireName);
    return own ?? shared ?? propertyName(name);
  }

  /** The keys that name nothing of the spec, and what they could have named. */
  unused(): { readonly path: SettingPath; readonly candidates: ReadonlySet<string> }[] {
    const sections = Object.entries(this.#settings) as [Section, RenameSettings[Section]][];
    return sections.flatMap(([section, names = {}]) => {
      const candidates = this.#asked.get(section) ?? new Set<string>();
      const unused = Object.keys(names).filter((key) => !candidates.has(key));
      return unused.map((key) => ({ path: ["rename", section, key], candidates }));
    });
  }

  #find(section: Section, key: string): string | undefined {
    const asked = this.#asked.get(section) ?? new Set();
    this.#asked.set(section, asked.add(key));
    const names = this.#settings[section] ?? {};
    return Object.hasOwn(names, key) ? names[key] : undefined;
  }
}
