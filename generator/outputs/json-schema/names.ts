import type { TypeDeclaration } from "../../model/api.js";

/** Names the files of schemas after their types; on some disks two names may not differ in case alone. */
export function schemaFiles(declarations: Iterable<TypeDeclaration>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const files = new Map<string, string>();
  for (const { name } of declarations) {
    let stem = name;
    for (let count = 2; taken.has(spellingOf(stem)); count++) stem = `${name}-${count}`;
    taken.add(spellingOf(stem));
    files.set(name, `${stem}.schema.json`);
  }
  return files;
}

function spellingOf(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
