import type { Api, Document } from "../../model/api.js";
import { paragraphs } from "../../source/text.js";
import { groupBy } from "../../source/collections.js";
import { members, type JsonObject } from "../../schema/json.js";

/** Returns the tag of the calls of a document: its topic, or else its name. */
export function tagOf({ title, path }: Document): string {
  return title === "" ? path.replace(/\.[^./]*$/, "") : title;
}

/** Returns the tags of documents with calls; documents of one topic share a tag. */
export function tagsOf({ documents }: Api): readonly JsonObject[] {
  const tagged = documents.filter(({ calls, callbacks }) => calls.length + callbacks.length > 0);
  return [...groupBy(tagged, tagOf)].map(([name, same]) => {
    const description = paragraphs(same.map(({ documentation }) => documentation));
    return members({ name, description: description === "" ? undefined : description });
  });
}
