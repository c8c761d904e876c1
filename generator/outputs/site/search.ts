import type { SymbolId } from "../../model/index.js";
import type { Links, Target } from "./links.js";
import { plainText } from "./prose.js";

/** A declaration, a field, a member or a call in the search of the site. */
interface SearchEntry {
  readonly id: number;
  /** The name in TypeScript; that of a field with its model. */
  readonly name: string;
  /** Other names: in the spec, and in JSON. */
  readonly others: string;
  readonly text: string;
  readonly kind: string;
  readonly url: string;
}

/** Returns all entries of the search, in the order of the documents. */
export function searchEntries(links: Links): SearchEntry[] {
  return links.targets
    .flatMap((target) => targetEntries(target, links))
    .map((entry, id) => ({ id, ...entry }));
}

function targetEntries(target: Target, links: Links): Omit<SearchEntry, "id">[] {
  const { name, item } = target;
  const url = links.addressOf(target);
  const own = {
    name,
    others: othersOf(name, [item.name]),
    text: plainText(item.documentation),
    kind: item.kind,
    url,
  };
  const entryOf = (
    kind: string,
    id: SymbolId,
    documentation: string,
    others: readonly string[],
  ) => {
    const identifier = links.code.nameOf(id);
    const text = plainText(documentation);
    return {
      name: `${name}.${identifier}`,
      others: othersOf(identifier, others),
      text,
      kind,
      url: `${url}.${encodeURIComponent(identifier)}`,
    };
  };
  switch (item.kind) {
    case "model": {
      const fields = item.ownFields.map((field) => {
        const id = `field ${item.name}.${field.name}` as const;
        const names = [field.json?.name, field.xml?.name].filter((text) => text !== undefined);
        return entryOf("field", id, field.documentation, [field.name, ...names]);
      });
      return [own, ...fields];
    }
    case "enum": {
      const members = item.members.map((member) => {
        const names = [member.name, String(member.value)];
        return entryOf("member", `declaration ${member.name}`, member.documentation, names);
      });
      return [own, ...members];
    }
    case "alias":
    case "constant":
    case "callback":
      return [own];
    default:
      return [{ ...own, others: `${own.others} ${item.path}`.trim() }];
  }
}

function othersOf(name: string, others: readonly string[]): string {
  return [...new Set(others)].filter((other) => other !== name).join(" ");
}
