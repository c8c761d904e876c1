import type { JSDocStructure, OptionalKind } from "ts-morph";
import type { ClientProfile } from "../clients/profile.js";
import type { Call } from "../plan/plan.js";
import { callExample, itemsExample } from "./example.js";
import { escapeComment } from "./jsdoc.js";

/** The form in which a call is documented: as a method of the client, or as a function. */
export interface Documented {
  readonly profile: Pick<ClientProfile, "instance" | "throws">;
  readonly isMethod: boolean;
}

type Docs = OptionalKind<JSDocStructure>[];

/** The targets of links, not of images: `[text](target "title")` with pairs of parentheses in it, and `<target>`. */
const LINK =
  /(?<!!\[[^[\]]{0,500})\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)(?:\s[^)]{0,500})?\)|<(https?:\/\/[^\s>]+)>/g;

/** Returns the documentation of a call, with an example. */
export function callDocs(call: Call, { profile, isMethod }: Documented): Docs {
  const { documentation, specName } = call;
  const see = [...documentation.matchAll(LINK)].map(([, link, autolink]) => {
    const target = escapeComment(link ?? autolink ?? "").replaceAll("}", "%7D");
    return `@see {@link ${target}}`;
  });
  const text = escapeComment(documentation === "" ? specName : documentation);
  const example = escapeComment(callExample(call, profile.instance, isMethod));
  const tags = [...obsolete(call), ...see, `@throws ${profile.throws}`, `@example\n${example}`];
  return commentOf([text, "", ...tags]);
}

/** Returns the documentation of the items of all pages, with an example. */
export function itemsDocs(call: Call, { profile, isMethod }: Documented): Docs {
  const text = `The items of all pages of {@link ${call.names.call}}, one after the other.`;
  const cursor = "The `cursor` is that of the page behind the items so far.";
  const example = escapeComment(itemsExample(call, profile.instance, isMethod));
  const lines = call.paging?.by === "cursor" ? [text, cursor] : [text];
  return commentOf([...lines, "", ...obsolete(call), `@example\n${example}`]);
}

/** Returns the documentation of all pages. */
export function pagesDocs(call: Call): Docs {
  const text = `All pages of {@link ${call.names.call}}, one after the other.`;
  const tags = obsolete(call);
  return tags.length === 0 ? [{ description: text }] : commentOf([text, "", ...tags]);
}

function obsolete({ deprecated }: Call): string[] {
  return deprecated === undefined ? [] : [`@deprecated ${escapeComment(deprecated)}`.trimEnd()];
}

/** A comment has one line unless its text begins with a new one. */
function commentOf(lines: readonly string[]): Docs {
  return [{ description: `\n${lines.join("\n")}` }];
}
