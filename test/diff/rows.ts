import type { ApiSettings } from "../../generator/outputs/typescript/options.js";
import type { ChangeRuleId } from "../../generator/compare/rules.js";

/** A change, and consumers of both versions: what is breaking for them fails with the new one. */
export interface Row {
  readonly rule: ChangeRuleId;
  readonly old: string;
  readonly new: string;
  /** Reads values of the type. */
  readonly reader: string;
  /** Makes values of the type. */
  readonly writer: string;
  /** What the compiler cannot see shows when the consumer runs; it throws where it fails. */
  readonly proof?: "run";
  readonly settings?: ApiSettings;
  /** Files beside the output, which the settings refer to. */
  readonly files?: Readonly<Record<string, string>>;
  /** The settings of the new version, if they differ. */
  readonly newSettings?: ApiSettings;
}

const model = (...fields: string[]) =>
  `### \`User\` 成员\n\nName|JSON|Type|Doc\n-|-|-|-\n${fields.join("\n")}\n`;

const go = (...lines: string[]) => `\`\`\`go\n${lines.join("\n")}\n\`\`\`\n`;

const id = "`ID`|`id`|`int`|标识";

const note = (type: string, tag = "note") => model(id, `\`Note\`|\`${tag}\`|\`${type}\`|备注`);

const kind = go("type Kind string", 'const KindOne Kind = "one" // 一');

const readId = `import { decodeUser } from "./src/index.js";
export const id: number = decodeUser({ id: 1 }).id;`;

const writeId = `import { encodeUser, type User } from "./src/index.js";
const user: User = { id: 1 };
encodeUser(user);`;

const readNote = (
  type: string,
  imports = "",
) => `import { decodeUser${imports} } from "./src/index.js";
export const note: ${type} = decodeUser({ id: 1 }).note;`;

const writeNote = (
  value: string,
  imports = "",
) => `import { encodeUser, type User${imports} } from "./src/index.js";
const user: User = { id: 1, note: ${value} };
encodeUser(user);`;

const readLevel = `import { decodeLevel, Level } from "./src/index.js";
export const isHigh: boolean = decodeLevel(2) === Level.High;
if (!isHigh) throw new Error("2 is not high");`;

const writeLevel = `import { encodeLevel, Level } from "./src/index.js";
if (encodeLevel(Level.High) !== 2) throw new Error("high is not 2");`;

const level = (...members: string[]) => go("type Level int", "const (", ...members, ")");

const readMax = `import { MaxCount } from "./src/index.js";
export const max: 3 = MaxCount;`;

/** A model, and a call of it. */
const call = (row: string) =>
  `${model(id)}\n## API calls\n\nName|Request Type|Response Type|Access Token|URL|Doc\n-|-|-|-|-|-\n${row}\n`;

const find = "`execFind`|`User`|`User`|+|`POST /find`|查找";

const readFind = `import { find, type Client, type User } from "./src/index.js";
export const found = async (client: Client): Promise<User> => find(client, { id: 1 });`;

/** A message of the server, and a reply to it. */
const callback = (message: string, reply = '`text`|`Reply`|`User`|`"text"`|回复') =>
  `${model(id)}\n${callbackModels}\n## Callbacks\n\nName|Envelope|Message|KindOf|Doc\n-|-|-|-|-\n${message}\n` +
  `\nName|Envelope|Reply|KindOf|Doc\n-|-|-|-|-\n${reply}\n`;

const callbackModels = ["Base", "Reply", "Guest"]
  .map((name) => {
    const field = name === "Guest" ? "`Guest`|`guest`" : "`KindOf`|`kind_of`";
    return `### \`${name}\` ${name}\n\nName|JSON|Type|Doc\n-|-|-|-\n${field}|\`string\`|${name}\n`;
  })
  .join("\n");

const text = '`text`|`Base`|`User`|`"text"`|文本';

const readText = `import { parseCallback, type TextCallback } from "./src/index.js";
const message = parseCallback('{"kind_of":"text","id":1}');
if (message.kind !== "text") throw new Error("another kind");
export const id: number = (message satisfies TextCallback).id;`;

const writeText = `import type { TextCallback } from "./src/index.js";
export const message: TextCallback = { kind: "text", kindOf: "text", id: 1 };`;

const replyText = `import type { CallbackReply, TextReply } from "./src/index.js";
export const reply: CallbackReply = { kindOf: "text", id: 1 };
export const whole: TextReply = { kindOf: "text", id: 1 };`;

const other = model(id).replace("User", "Guest").replace("`ID`|`id`", "`Key`|`key`");

/** A model with another column about `Note`. */
const told = (column: string, cell: string) =>
  `### \`User\` 成员\n\nName|JSON|Type|${column}|Doc\n-|-|-|-|-\n\`ID\`|\`id\`|\`int\`||标识\n\`Note\`|\`note\`|\`string\`|${cell}|备注\n`;

/** A model with a field that has a default: requests need not have it unless the column says so. */
const required = (cell: string) =>
  `### \`User\` 成员\n\nName|JSON|Type|Required|Default|Doc\n-|-|-|-|-|-\n\`ID\`|\`id\`|\`int\`|||标识\n\`Note\`|\`note\`|\`string\`|${cell}|\`x\`|备注\n`;

const callOf = (models: string) =>
  `${models}\n## API calls\n\nName|Request Type|Response Type|Access Token|URL\n-|-|-|-|-\n\`execFind\`|\`User\`|\`User\`|+|\`POST /find\`\n`;

/** A model in JSON and XML. */
const xmlNote = (tag: string) =>
  `### \`User\` 成员\n\nName|JSON|XML|Type|Doc\n-|-|-|-|-\n\`ID\`|\`id\`|\`Id\`|\`int\`|标识\n\`Note\`|\`note\`|\`${tag}\`|\`string\`|备注\n`;

const readXml = `import { parseUserXml } from "./src/index.js";
const { note } = parseUserXml("<xml><Id>1</Id><Note>x</Note></xml>");
if (note !== "x") throw new Error(note);`;

const writeXml = `import { stringifyUserXml } from "./src/index.js";
const text = stringifyUserXml({ id: 1, note: "x" });
if (!text.includes("<Note>x</Note>")) throw new Error(text);`;

const findNote = `import { find, type Client, type User } from "./src/index.js";
export const found = async (client: Client): Promise<User> => find(client, { id: 1 });`;

/** A call with documented errors. */
const failing = (errors: string) =>
  `${model(id)}\n## API calls\n\nName|Request Type|Response Type|Access Token|URL|Errors\n-|-|-|-|-|-\n\`find\`|\`User\`|\`User\`|+|\`POST /find\`|\`${errors}\`\n`;

const readError = `import { isFindError } from "./src/index.js";
export const idOf = (error: unknown): number | undefined =>
  isFindError(error) && error.status === 404 ? error.body.id : undefined;`;

const newClient = `import { People } from "./src/index.js";
export const people: People = new People();`;

/** Sends a request, and fails if another server would receive it. */
const sendingClient = `import { People } from "./src/index.js";
let sent = "";
const people = new People({
  fetch: (url) => {
    sent = String(url);
    return Promise.resolve(new Response('{"id":1}'));
  },
});
await people.find({ id: 1 });
if (!sent.startsWith("https://people.example/")) throw new Error(sent);`;

export const rows: readonly Row[] = [
  {
    rule: "type-added",
    old: model(id),
    new: model(id) + model(id).replace("User", "Guest").replace("成员", "访客"),
    reader: readId,
    writer: writeId,
  },
  {
    rule: "type-removed",
    old: model(id) + go("type Count int"),
    new: go("type Count int"),
    reader: readId,
    writer: writeId,
  },
  {
    rule: "type-renamed",
    old: model(id),
    new: model(id).replace("User", "Member"),
    reader: readId,
    writer: writeId,
  },
  {
    rule: "type-kind-changed",
    old: level("LevelHigh Level = 2"),
    new: go("type Level int"),
    reader: readLevel,
    writer: writeLevel,
  },
  {
    rule: "type-moved",
    old: `${model(id)}---\n${level("LevelHigh Level = 2")}`,
    new: `---\n${level("LevelHigh Level = 2")}${model(id)}`,
    reader: readId.replace("index.js", "user.js"),
    writer: writeId.replace("index.js", "user.js"),
  },
  {
    rule: "codec-added",
    old: note("string"),
    new: xmlNote("Note"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "codec-removed",
    old: xmlNote("Note"),
    new: note("string"),
    reader: readXml,
    writer: writeXml,
  },
  {
    rule: "xml-tag-changed",
    old: xmlNote("Note"),
    new: xmlNote("Notes>Note"),
    reader: readXml,
    writer: writeXml.replace("<Note>x</Note>", "<Id>1</Id><Note>x</Note>"),
    proof: "run",
  },
  {
    rule: "wire-joined",
    old: xmlNote("-"),
    new: xmlNote("Note"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "wire-left",
    old: xmlNote("Note"),
    new: xmlNote("-"),
    reader: readXml,
    writer: writeXml,
    proof: "run",
  },
  {
    rule: "required-field-added",
    old: model(id),
    new: note("string"),
    reader: readId,
    writer: writeId,
  },
  {
    rule: "optional-field-added",
    old: model(id),
    new: note("string", "note,omitempty"),
    reader: readId,
    writer: writeId,
  },
  {
    rule: "requirement-added",
    old: callOf(required("")),
    new: callOf(required("是")),
    reader: readNote("string"),
    writer: findNote,
  },
  {
    rule: "requirement-dropped",
    old: callOf(required("是")),
    new: callOf(required("")),
    reader: readNote("string"),
    writer: findNote.replace("id: 1", 'id: 1, note: "x"'),
  },
  {
    rule: "default-changed",
    old: told("Default", "`a`"),
    new: told("Default", "`b`"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "limits-changed",
    old: told("Limits", "1~10"),
    new: told("Limits", "1~5"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "limits-narrowed",
    old: told("Limits", "1~10"),
    new: told("Limits", "1~5"),
    settings: { checkLimits: true },
    reader: readNote("string"),
    writer: writeNote('"abcdefg"'),
    proof: "run",
  },
  {
    rule: "limits-checked",
    old: told("Limits", "1~5"),
    new: told("Limits", "1~5"),
    newSettings: { checkLimits: true },
    reader: readNote("string"),
    writer: writeNote('"abcdefg"'),
    proof: "run",
  },
  {
    rule: "limits-unchecked",
    old: told("Limits", "1~5"),
    new: told("Limits", "1~5"),
    settings: { checkLimits: true },
    newSettings: {},
    reader: readNote("string"),
    writer: writeNote('"abc"'),
    proof: "run",
  },
  {
    rule: "deprecated",
    old: told("Deprecated", ""),
    new: told("Deprecated", "请用 ID"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "undeprecated",
    old: told("Deprecated", "请用 ID"),
    new: told("Deprecated", "否"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "field-removed",
    old: note("string"),
    new: model(id),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "field-renamed",
    old: note("string"),
    new: note("string").replace("Note", "Remark"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "wire-name-changed",
    old: note("string"),
    new: note("string", "remark"),
    reader: `import { decodeUser } from "./src/index.js";
if (decodeUser({ note: "x" }).note !== "x") throw new Error("the note is lost");`,
    writer: `import { encodeUser } from "./src/index.js";
if (encodeUser({ note: "x" })["note"] !== "x") throw new Error("the note is lost");`,
    proof: "run",
  },
  {
    rule: "wire-form-changed",
    old: note("int"),
    new: note("int", "note,string"),
    reader: `import { decodeUser } from "./src/index.js";
if (decodeUser({ note: 1 }).note !== 1) throw new Error("the note is lost");`,
    writer: `import { encodeUser } from "./src/index.js";
if (encodeUser({ note: 1 })["note"] !== 1) throw new Error("the note is lost");`,
    proof: "run",
  },
  {
    rule: "field-made-optional",
    old: note("string"),
    new: note("string", "note,omitempty"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "field-made-required",
    old: note("string", "note,omitempty"),
    new: note("string"),
    reader: readNote("string | undefined"),
    writer: writeId,
  },
  {
    rule: "omission-changed",
    old: note("string"),
    new: note("string", "note,omitempty"),
    reader: readNote("string | undefined"),
    writer: writeNote('""'),
    settings: { presence: "optional" },
  },
  {
    rule: "type-changed",
    old: note("string"),
    new: note("int"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "type-widened",
    old: kind + note("Kind"),
    new: kind + note("string"),
    reader: readNote("Kind", ", type Kind"),
    writer: writeNote("Kind.One", ", Kind"),
  },
  {
    rule: "type-narrowed",
    old: kind + note("string"),
    new: kind + note("Kind"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "range-widened",
    old: note("uint8"),
    new: note("int"),
    reader: readNote("number"),
    writer: writeNote("200"),
    proof: "run",
  },
  {
    rule: "range-narrowed",
    old: note("int"),
    new: note("uint8"),
    reader: readNote("number"),
    writer: writeNote("300"),
    proof: "run",
  },
  {
    rule: "member-added",
    old: level("LevelHigh Level = 2"),
    new: level("LevelHigh Level = 2", "LevelLow Level = 1"),
    reader: readLevel,
    writer: writeLevel,
  },
  {
    rule: "member-removed",
    old: level("LevelHigh Level = 2", "LevelLow Level = 1"),
    new: level("LevelLow Level = 1"),
    reader: readLevel,
    writer: writeLevel,
  },
  {
    rule: "member-renamed",
    old: level("LevelHigh Level = 2"),
    new: level("LevelTop Level = 2"),
    reader: readLevel,
    writer: writeLevel,
  },
  {
    rule: "member-value-changed",
    old: level("LevelHigh Level = 2"),
    new: level("LevelHigh Level = 3"),
    reader: readLevel,
    writer: writeLevel,
    proof: "run",
  },
  {
    rule: "constant-added",
    old: go("const MaxCount = 3"),
    new: go("const MaxCount = 3", "const MinCount = 1"),
    reader: readMax,
    writer: readMax,
  },
  {
    rule: "constant-removed",
    old: go("const MaxCount = 3", "const MinCount = 1"),
    new: go("const MinCount = 1"),
    reader: readMax,
    writer: readMax,
  },
  {
    rule: "constant-renamed",
    old: go("const MaxCount = 3 // 上限"),
    new: go("const MostCount = 3 // 上限"),
    reader: readMax,
    writer: readMax,
  },
  {
    rule: "constant-value-changed",
    old: go("const MaxCount = 3"),
    new: go("const MaxCount = 4"),
    reader: readMax,
    writer: readMax,
  },
  {
    rule: "call-added",
    old: call(find),
    new: call(
      `${find}\n${find.replace("Find", "Get").replace("/find", "/get").replace("查找", "取")}`,
    ),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "call-removed",
    old: call(
      `${find}\n${find.replace("Find", "Get").replace("/find", "/get").replace("查找", "取")}`,
    ),
    new: call(find.replace("Find", "Get").replace("/find", "/get").replace("查找", "取")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "call-renamed",
    old: call(find),
    new: call(find.replace("Find", "Search")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "call-type-changed",
    old: other + call(find),
    new: other + call(find.replace("`User`|`User`", "`User`|`Guest`")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "answers-changed",
    old: other + call(find),
    new: other + call(find.replace("`User`|`User`", "`User`|-")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "error-added",
    old: other + failing("404 User"),
    new: other + failing("404 User, 409 Guest"),
    reader: readError,
    writer: readError,
  },
  {
    rule: "error-changed",
    old: other + failing("404 User"),
    new: other + failing("404 Guest"),
    reader: readError,
    writer: readError,
  },
  {
    rule: "error-removed",
    old: other + failing("404 User, 409 Guest"),
    new: other + failing("409 Guest"),
    reader: readError,
    writer: readError,
  },
  {
    rule: "download-changed",
    old: call(find),
    new: call(find.replace("POST", "POST(binary)").replace("`User`|+", "-|+")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "endpoint-changed",
    old: call(find),
    new: call(find.replace("POST", "POST(form)")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "upload-changed",
    old: call(find),
    new: call(find.replace("POST", "POST(media)")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "endpoint-changed",
    old: call(find),
    new: call(find.replace("/find", "/search")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "endpoint-changed",
    old: call(find),
    new: call(find.replace("POST /find", "PUT /users/{id}")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "access-token-changed",
    old: call(find),
    new: call(find.replace("+", "-")),
    reader: readFind,
    writer: readFind,
  },
  {
    rule: "message-added",
    old: callback(text),
    new: callback(`${text}\n\`image\`|\`Base\`|\`User\`|\`"image"\`|图片`),
    reader: readText,
    writer: writeText,
  },
  {
    rule: "message-removed",
    old: callback(`${text}\n\`image\`|\`Base\`|\`User\`|\`"image"\`|图片`),
    new: callback(text.replace(/text/g, "image").replace("文本", "图片")),
    reader: readText,
    writer: writeText,
  },
  {
    rule: "message-renamed",
    old: callback(text),
    new: callback(text.replace("`text`", "`note`")),
    reader: readText,
    writer: writeText,
  },
  {
    rule: "message-type-changed",
    old: callback(text),
    new: callback(text.replace("User", "Guest")),
    reader: readText,
    writer: writeText,
  },
  {
    rule: "message-values-changed",
    old: callback(text),
    new: callback(text.replace('"text"', '"txt"')),
    reader: readText,
    writer: writeText,
    proof: "run",
  },
  {
    rule: "reply-added",
    old: callback(text),
    new: callback(
      text,
      '`text`|`Reply`|`User`|`"text"`|回复\n`image`|`Reply`|`User`|`"image"`|图片',
    ),
    reader: readId,
    writer: replyText,
  },
  {
    rule: "reply-removed",
    old: callback(
      text,
      '`text`|`Reply`|`User`|`"text"`|回复\n`image`|`Reply`|`User`|`"image"`|图片',
    ),
    new: callback(text, '`image`|`Reply`|`User`|`"image"`|图片'),
    reader: replyText,
    writer: replyText,
  },
  {
    rule: "reply-renamed",
    old: callback(text),
    new: callback(text, '`note`|`Reply`|`User`|`"text"`|回复'),
    reader: replyText,
    writer: replyText,
  },
  {
    rule: "reply-type-changed",
    old: callback(text),
    new: callback(text, '`text`|`Reply`|`Guest`|`"text"`|回复'),
    reader: replyText,
    writer: replyText,
  },
  {
    rule: "reply-values-changed",
    old: callback(text),
    new: callback(text, '`text`|`Reply`|`User`|`"txt"`|回复'),
    reader: readId,
    writer: replyText,
  },
  {
    rule: "module-renamed",
    old: model(id),
    new: model(id),
    newSettings: { rename: { modules: { user: "member" } } },
    reader: readId.replace("index.js", "user.js"),
    writer: writeId.replace("index.js", "user.js"),
  },
  {
    rule: "package-renamed",
    old: model(id),
    new: model(id),
    settings: { package: { name: "members" } },
    newSettings: { package: { name: "people" } },
    reader: readId.replace("./src/index.js", "members"),
    writer: writeId.replace("./src/index.js", "members"),
  },
  {
    rule: "client-changed",
    old: call(find),
    new: call(find),
    settings: { client: { name: "People", baseUrl: "https://people.example" } },
    newSettings: { client: { name: "People", baseUrl: "https://people.example", auth: "bearer" } },
    reader: newClient,
    writer: newClient,
  },
  {
    rule: "client-changed",
    old: call(find),
    new: call(find),
    settings: { client: { name: "People", baseUrl: "https://people.example" } },
    newSettings: { client: false },
    reader: newClient,
    writer: newClient,
  },
  {
    rule: "base-url-added",
    old: call(find),
    new: call(find),
    settings: { client: { name: "People" } },
    newSettings: { client: { name: "People", baseUrl: "https://people.example" } },
    reader: newClient.replace("()", '({ baseUrl: "https://x.example" })'),
    writer: newClient.replace("()", '({ baseUrl: "https://x.example" })'),
  },
  {
    rule: "base-url-changed",
    old: call(find),
    new: call(find),
    settings: { client: { name: "People", baseUrl: "https://people.example" } },
    newSettings: { client: { name: "People", baseUrl: "https://persons.example" } },
    reader: sendingClient,
    writer: sendingClient,
    proof: "run",
  },
  {
    rule: "base-url-removed",
    old: call(find),
    new: call(find),
    settings: { client: { name: "People", baseUrl: "https://people.example" } },
    newSettings: { client: { name: "People" } },
    reader: newClient,
    writer: newClient,
  },
  {
    rule: "typescript-name-changed",
    old: note("string"),
    new: note("string"),
    newSettings: { rename: { names: { "User.Note": "remark" } } },
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "int64-changed",
    old: note("int64"),
    new: note("int64"),
    newSettings: { int64: "string" },
    reader: readNote("bigint"),
    writer: writeNote("1n"),
  },
  {
    rule: "presence-loosened",
    old: note("string"),
    new: note("string"),
    newSettings: { overrides: { "User.Note": { presence: "optional" } } },
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
  {
    rule: "presence-tightened",
    old: note("string"),
    new: note("string"),
    settings: { overrides: { "User.Note": { presence: "optional" } } },
    newSettings: {},
    reader: readNote("string | undefined"),
    writer: writeId,
  },
  {
    rule: "enum-style-changed",
    old: level("LevelHigh Level = 2"),
    new: level("LevelHigh Level = 2"),
    newSettings: { enumStyle: "union" },
    reader: readLevel,
    writer: writeLevel,
  },
  {
    rule: "enum-style-extended",
    old: level("LevelHigh Level = 2"),
    new: level("LevelHigh Level = 2"),
    newSettings: { enumStyle: "enum" },
    reader: readLevel,
    writer: writeLevel,
  },
  {
    rule: "external-changed",
    old: note("Media"),
    new: note("Media"),
    settings: { externals: { Media: { type: "Image", from: "./media.js" } } },
    newSettings: { externals: { Media: { type: "Video", from: "./media.js" } } },
    files: {
      "src/media.ts": `export interface Image { readonly width: number }
export interface Video { readonly length: number }`,
    },
    reader: `import { decodeUser } from "./src/index.js";
import type { Image } from "./src/media.js";
export const note: Image | undefined = decodeUser({ id: 1 }).note;`,
    writer: writeNote("{ width: 1 }"),
  },
  {
    rule: "documentation-changed",
    old: note("string"),
    new: note("string").replace("备注", "备注名"),
    reader: readNote("string"),
    writer: writeNote('"x"'),
  },
];

/** The documents of a version: what stands behind a line `---` is another one. */
export function documentsOf(bodies: string) {
  return bodies.split("---\n").map((body, index) => {
    const path = `spec/${["user", "base"][index]}.md`;
    return { path, value: `# 成员\n\n## Models\n\n${body}` };
  });
}
