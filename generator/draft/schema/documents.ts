import type { Call, Declaration, Document, Type } from "../../model/api.js";
import { typesOfFields } from "./uses.js";

/** A topic of an API: its calls. */
export interface Topic {
  readonly title: string;
  readonly documentation: string;
  readonly calls: readonly Call[];
}

/** Puts every declaration into the document of the first topic that uses it; the first one has the rest. */
export function documentsOf(
  topics: readonly Topic[],
  declarations: readonly Declaration[],
): readonly Document[] {
  const known = new Map(declarations.map((declaration) => [declaration.name, declaration]));
  const owners = new Map<string, Topic>();
  for (const topic of topics) {
    const open: Type[] = topic.calls.flatMap(({ request, response, answers = [], errors = [] }) => {
      const all = [response, ...[...answers, ...errors].map(({ type }) => type)];
      return [
        request,
        ...all.filter(({ kind }) => kind === "reference" || kind === "any"),
      ] as Type[];
    });
    for (let type = open.pop(); type !== undefined; type = open.pop()) {
      if (type.kind === "list" || type.kind === "array") open.push(type.element);
      if (type.kind === "map") open.push(type.value, type.key);
      if (type.kind !== "reference" || owners.has(type.name)) continue;
      owners.set(type.name, topic);
      const declaration = known.get(type.name);
      if (declaration !== undefined) open.push(...typesOfFields(declaration));
    }
  }
  const [first] = topics;
  const taken = new Set<string>();
  return topics.map((topic): Document => {
    const path = `${pathOf(topic.title, taken)}.md`;
    return {
      file: path,
      path,
      title: topic.title.replaceAll(/\s+/g, " "),
      topics: [topic.title],
      documentation: topic.documentation,
      declarations: declarations.filter(({ name }) => (owners.get(name) ?? first) === topic),
      calls: topic.calls,
      callbacks: [],
    };
  });
}

/** Returns a name of a file for a title. */
function pathOf(title: string, taken: Set<string>): string {
  const plain = title.replaceAll(/[^\p{L}\p{N}_]+/gu, "-").replaceAll(/^-+|-+$/g, "") || "api";
  let path = plain;
  for (let count = 2; taken.has(path.toLowerCase()); count++) path = `${plain}-${count}`;
  taken.add(path.toLowerCase());
  return path;
}
