import type { Links, Target } from "./links.js";
import { plainText } from "./prose.js";

/** What the search of the site knows of a declaration, a field, a member or a call. */
export interface SearchEntry {
  readonly id: number;
  /** The name in TypeScript; that of a field with its model. */
  readonly name: string;
  /** Other names: in the spec, and in JSON. */
  readonly others: string;
  readonly text: string;
  readonly kind: string;
  readonly url: string;
}

/** What can be found, in the order of the documents. */
export function searchEntries(links: Links): SearchEntry[] {
  return links.targets
    .flatMap((target) => entriesOf(target, links))
    .map((entry, id) => ({ id, ...entry }));
}

function entriesOf(target: Target, links: Links): Omit<SearchEntry, "id">[] {
  const { name, item } = target;
  const { code } = links;
  const url = links.addressOf(target);
  const own = {
    name,
    others: othersOf(name, [item.name]),
    text: plainText(item.documentation),
    kind: item.kind,
    url,
  };
  switch (item.kind) {
    case "model":
      return [
        own,
        ...item.ownFields.map((field) => {
          const property = code.nameOf(`field ${item.name}.${field.name}`);
          return {
            name: `${name}.${property}`,
            others: othersOf(property, [field.name, field.json.name]),
            text: plainText(field.documentation),
            kind: "field",
            url,
          };
        }),
      ];
    case "enum":
      return [
        own,
        ...item.members.map((member) => {
          const identifier = code.nameOf(`declaration ${member.name}`);
          return {
            name: `${name}.${identifier}`,
            others: othersOf(identifier, [member.name, String(member.value)]),
            text: plainText(member.documentation),
            kind: "member",
            url,
          };
        }),
      ];
    case "alias":
    case "constant":
      return [own];
    default:
      return [{ ...own, others: `${own.others} ${item.path}`.trim() }];
  }
}

function othersOf(name: string, others: readonly string[]): string {
  return [...new Set(others)].filter((other) => other !== name).join(" ");
}
