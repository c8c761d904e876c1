import { pascalCase } from "../../names.js";
import { METHOD_ALONE } from "./endpoint.js";
import { codeTexts, plainTitle } from "./plain.js";

export { pascalCase };

/** Words that say what kind of thing a heading names, and that no name needs. */
const KIND = /\s+(?:object|structure|schema|model|resource(?:\s+type)?|api|endpoint)s?$/i;

/**
 * Returns the name that a heading gives: code in it (`` `send_msg` 发送 ``), its words in Latin letters beside
 * Chinese ones (`用户 User`), or all of its words.
 */
export function nameIn(heading: string): string | undefined {
  const code = codeTexts(heading).find((text) => /^_*[A-Za-z]\w*$/.test(text));
  if (code !== undefined) return pascalCase(code);
  const text = plainTitle(heading)
    .replace(/^[\d.、\s]+(?=\D)/, "")
    .replace(/[\s:：]+$/, "");
  const latin = text.match(/[A-Za-z][A-Za-z\d_]*/g)?.filter((word) => word.length > 1) ?? [];
  const isMixed = /\p{Script=Han}/u.test(text) && latin.length > 0;
  // In a sentence of Chinese, a word such as `API` names nothing.
  const isNamed =
    isMixed && /^[A-Z]/.test(latin.at(-1) ?? "") && !/^[A-Z]+$/.test(latin.at(-1) ?? "");
  const name = pascalCase(
    isNamed ? latin.join(" ") : text.replace(/[（(].*[）)]$/, "").replace(KIND, ""),
  );
  return name === "" ? undefined : name;
}

/** Returns the text beside a name in code: `用户` of `` `User` 用户 ``. */
export function textBesideName(heading: string): string {
  const [span, , code = ""] = /(`+)\s*([A-Za-z_]\w*)\s*\1/.exec(heading) ?? [];
  return span === undefined || nameIn(heading) !== pascalCase(code)
    ? ""
    : plainTitle(heading.replace(span, "")).replace(/^[\d.、\s]+(?=\D|$)/, "");
}

/** Returns the name of a call of a path: `/cgi-bin/oa/schedule/add` → `OaScheduleAdd`. */
export function nameOfPath(path: string, method: string | undefined): string {
  const segments = path
    .replace(/^\/(?:cgi-bin|api)(?=\/)/, "")
    .split("/")
    .map((segment) => segment.replace(/^\{(.*)\}$/, "by $1"));
  return pascalCase([method?.toLowerCase() ?? "", ...segments].join(" "));
}

/** Tells whether a heading has the words of a name, and is not a method alone. */
export function isName(title: string): boolean {
  return !METHOD_ALONE.test(title) && /^[A-Za-z][\w\s'-]*$/.test(title);
}

/** Returns a heading as documentation; a method alone says nothing. */
export function withoutMethod(title: string): string {
  return METHOD_ALONE.test(title) ? "" : title;
}
