import type { Declaration, Field, FieldFacts, Model, Type } from "../model/api.js";
import { camelCase, isGoIdentifier, pascalCase } from "../names.js";

/**
 * The names that fields have in a draft: those that Go would give them (`user_list` → `UserList`), where these mean
 * the same property and no other field of the model has them.
 */
export class FieldNames {
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly #kept: ReadonlySet<string>;
  readonly #models = new Map<string, ReadonlyMap<string, string>>();

  /** @param kept the fields that keep their names, as `Model.Field` */
  constructor(declarations: ReadonlyMap<string, Declaration>, kept: ReadonlySet<string>) {
    this.declarations = declarations;
    this.#kept = kept;
  }

  nameOf({ owner, name }: Pick<FieldFacts, "owner" | "name">): string {
    const model = this.declarations.get(owner);
    return (model?.kind === "model" ? this.#namesIn(model).get(name) : undefined) ?? name;
  }

  /** Returns the names of a field of a type and of fields in it, with dots between them. */
  pathOf(path: string, type: Type): string {
    const [first = "", ...others] = path.split(".");
    const field = this.fieldsOf(type).find(({ name }) => name === first);
    if (field === undefined) return path;
    const name = this.nameOf(field);
    return others.length === 0 ? name : `${name}.${this.pathOf(others.join("."), field.type)}`;
  }

  /** Returns the fields of the model that a type names, also by another name. */
  fieldsOf(type: Type): readonly Field[] {
    const declaration = type.kind === "reference" ? this.declarations.get(type.name) : undefined;
    if (declaration?.kind === "model") return declaration.fields;
    return declaration?.kind === "alias" ? this.fieldsOf(declaration.type) : [];
  }

  #namesIn(model: Model): ReadonlyMap<string, string> {
    const known = this.#models.get(model.name);
    if (known !== undefined) return known;
    const fields = [...model.ownFields, ...model.ignored];
    const taken = new Set(fields.map(({ name }) => name));
    const names = new Map<string, string>();
    for (const { name } of fields) {
      if (this.#kept.has(`${model.name}.${name}`)) continue;
      const isFit = (other: string) =>
        isGoIdentifier(other) && !taken.has(other) && camelCase(other) === camelCase(name);
      const found = [pascalCase(name), camelCase(name)].find(isFit);
      if (found === undefined || (isGoIdentifier(name) && found !== pascalCase(name))) continue;
      names.set(name, found);
      taken.add(found);
    }
    this.#models.set(model.name, names);
    return names;
  }
}
