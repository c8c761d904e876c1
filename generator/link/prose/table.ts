import type { SuggestedEnum } from "./members.js";

/** Returns the heading and the table of an enum in a document whose headings name what their tables declare. */
export function sectionOf({ name, base, documentation, members }: SuggestedEnum): string {
  const isChinese = members.some(({ label }) => /\p{Script=Han}/u.test(label));
  const titles = isChinese ? ["值", "名称", "说明"] : ["Value", "Name", "Description"];
  const rows = members.map((member) => {
    // A number in quotes is a text.
    const isNumber = /^-?\d+$/.test(member.value);
    const value = isNumber && base === "string" ? JSON.stringify(member.value) : member.value;
    const own = /^[A-Za-z]/.test(member.name) ? member.name : `Value${member.name}`;
    return [`\`${value}\``, own, member.label.replaceAll("|", "\\|")];
  });
  const table = [titles, titles.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  return [
    `## \`${name}\``,
    "",
    ...(documentation === "" ? [] : [documentation, ""]),
    ...table,
  ].join("\n");
}
