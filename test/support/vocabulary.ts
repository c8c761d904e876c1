import { ts } from "ts-morph";
import { inputOf } from "./case.js";
import { cases } from "./cases.js";
import { sectionsOf } from "./sections.js";
import { templates } from "./templates.js";

/** Every identifier and keyword in the outputs of the cases: names that a specification may share with them. */
export function identifiersOfOutput(): readonly string[] {
  const words = new Set<string>();
  for (const { text } of cases) addWordsIn(sectionsOf(inputOf(text)), words);
  for (const [path, text] of templates) if (path.endsWith(".ts")) addWords(text, words);
  return [...words].toSorted();
}

/** Adds the words of all code in what is printed, comments left out. */
function addWordsIn(value: unknown, words: Set<string>): void {
  if (typeof value === "string") addWords(value, words);
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key !== "docs") addWordsIn(item, words);
    }
  }
}

function addWords(code: string, words: Set<string>): void {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, undefined, code);
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    const isWord = token >= ts.SyntaxKind.Identifier && token <= ts.SyntaxKind.LastKeyword;
    if (isWord && token !== ts.SyntaxKind.PrivateIdentifier) words.add(scanner.getTokenText());
  }
}
