/** Texts that must not appear in messages; `undefined` entries are ignored. */
export type Secrets = readonly unknown[];

/** Returns a text with secrets masked, also in URL-encoded form. */
export function withoutSecrets(text: string, secrets: Secrets): string {
  let shown = text;
  for (const secret of secrets) {
    if (typeof secret !== "string" || secret === "") continue;
    const inQuery = new URLSearchParams({ "": secret }).toString().slice(1);
    // A short secret may be a part of other words.
    const [before, behind] = secret.length < 8 ? ["(?<!\\w)", "(?!\\w)"] : ["", ""];
    for (const form of [secret, inQuery, inQuery.replaceAll("+", "%20")]) {
      const pattern = form.replace(/[^\w]/g, "\\$&");
      shown = shown.replace(new RegExp(before + pattern + behind, "g"), "***");
    }
    // An issue shows no more than the beginning of a long text.
    const start = secret.length < 8 ? -1 : shown.indexOf(secret.slice(0, 12));
    if (start >= 0) shown = `${shown.slice(0, start)}***`;
  }
  return shown;
}
