import { printable } from "../source/code.js";

/** Properties of a workflow command, in their order; absent ones are left out. */
type Properties = Readonly<Record<string, string | number | undefined>>;

/** Returns a command for the workflow that runs the tool: GitHub shows it beside the lines it names. */
export function workflowCommand(name: string, properties: Properties, text: string): string {
  const list = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name} ${list.join(",")}::${escapeData(text)}`;
}

/** Returns a text of which a workflow takes no line for a command. */
export function inert(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, "$1\\u{3a}").replaceAll("##[", "#\\u{23}[");
}

function escapeData(text: string): string {
  const lines = text.replaceAll("%", "%25").split(/\r\n|[\r\n]/);
  return lines.map(printable).join("%0A");
}

function escapeProperty(text: string): string {
  const escaped = text.replaceAll(/[%\r\n:,]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return printable(escaped);
}
