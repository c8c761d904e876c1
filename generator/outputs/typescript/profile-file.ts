/** Returns the source of a profile of the user's own, in the folder of the output: `./profile.js` → `src/profile.ts`. */
export function profileFileOf(
  client: { readonly profile?: string | undefined } | false | undefined,
): string | undefined {
  const profile = client === false ? undefined : client?.profile;
  if (profile === undefined || profile === "http" || profile === "wecom") return undefined;
  return profile.replace(/^\.\/(.+)\.js$/, "src/$1.ts");
}
