import { hasKnownLetters } from "./letters.js";

/** Whether a name is an identifier of Go (Go spec, Identifiers) and of TypeScript alike. */
export function isGoIdentifier(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name) && isIdentifierText(name);
}

/** Whether a name is an identifier of TypeScript, and one that no object inherits something under. */
export function isIdentifier(name: string): boolean {
  return isIdentifierText(name) && !(name in Object.prototype);
}

function isIdentifierText(text: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(text) && hasKnownLetters(text);
}

/**
 * The camelCase of a Go name, with acronyms as words: `QRCodeURL` → `qrCodeUrl`, `ChatIDs` →
 * `chatIds`. Leading underscores stay; what would begin with a digit gets one.
 */
export function camelCase(name: string): string {
  const [underscores = ""] = /^_+/.exec(name) ?? [];
  const words = wordsOf(name).map((word, index) =>
    index === 0 ? word.toLowerCase() : upperFirst(word.toLowerCase()),
  );
  const text = words.join("");
  return (underscores === "" && /^\p{Nd}/u.test(text) ? "_" : underscores) + text;
}

/**
 * The property of a field: its name in camelCase. A name that every object inherits something under
 * gets an underscore (`Constructor` → `constructor_`): TypeScript would refuse ordinary literals.
 */
export function propertyName(name: string): string {
  const property = camelCase(name);
  return property in Object.prototype ? `${property}_` : property;
}

/** The name with an upper-case first letter: `reqUserGet` → `ReqUserGet`. */
export function upperFirst(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => {
    const capital = letter.toUpperCase();
    // Some letters are older than their capitals.
    return hasKnownLetters(capital) ? capital : letter;
  });
}

/** Joins the words of a text to an identifier: `avatar decoration data` → `AvatarDecorationData`. */
export function pascalCase(text: string): string {
  const name = text
    .split(/[^\p{L}\p{Nd}]+/u)
    .map(upperFirst)
    .join("");
  return isGoIdentifier(name) || name === "" ? name : `X${name}`;
}

/** The kebab-case of a document's name: `external_contact` → `external-contact`. */
export function kebabCase(name: string): string {
  return wordsOf(name)
    .map((word) => word.toLowerCase())
    .join("-");
}

/** The characters of a document's name that separate no words, and that its kebab-case lacks. */
export function lostCharacters(name: string): readonly string[] {
  return [...new Set(name.match(/[\p{So}\p{No}\p{Me}\p{Co}\p{Cn}]/gu))];
}

/**
 * The words of a name. An acronym is a run of capitals; the last of them begins the next word where
 * a small letter follows (`QRCode`), unless that is the plural s of the acronym (`ChatIDs`) or the v
 * of its version (`IPv4`).
 */
function wordsOf(name: string): readonly string[] {
  return name.match(WORD) ?? [];
}

/** A capital and a character of any other kind, each with the marks that are written on it. */
const UPPER = String.raw`\p{Lu}[\p{Mn}\p{Mc}]*`;
const LOWER = String.raw`[\p{Ll}\p{Lo}\p{Lm}\p{Lt}\p{Nl}\p{Nd}\p{Mn}\p{Mc}]`;

const WORD = new RegExp(
  `(?:iOS|(?:${UPPER}){2,}v\\p{Nd}+)(?!\\p{Ll})|(?:${UPPER}){2,}s(?!\\p{Ll})|` +
    `(?:${UPPER})+(?![\\p{Ll}\\p{Mn}\\p{Mc}])|(?:${UPPER})?${LOWER}+`,
  "gu",
);
