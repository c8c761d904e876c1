import { describe, expect, test } from "vitest";
import { fieldsOf, memberText, parseCode } from "./support.js";

describe("fields", () => {
  test.each([
    ["A int", ['A int "A"']],
    ['A, B string `json:"c"`', ['A string "c"', 'B string "c"']],
    ['A *T `json:"a,omitempty,string"`', ['A *T "a" omitempty string']],
    ['A int `json:"-"`', ["A int -"]],
    ['A int `json:"-,"`', ['A int "-"']],
    ['A int `json:",omitempty"`', ['A int "A" omitempty']],
    ['A int `json:"a" xml:"b,attr"`', ['A int "a" xml attribute b']],
    ['A int `xml:",attr"`', ['A int "A" xml attribute A']],
    ['A int "json:\\"a\\" xml:\\"b\\""', ['A int "a" xml element b']],
    ['A int `xml:"b>c,omitempty"`', ['A int "A" xml element b>c']],
    ['A int `json:"-" xml:"-"`', ["A int - xml -"]],
    ['A int `yaml:"y" json:"a" json:"b"`', ['A int "a"']],
    ["A int ``", ['A int "A"']],
    ["A int /* 中 */\n B int", ['A int "A"', 'B int "B"']],
  ])("%s", (field, members) => expect(membersOf(field)).toEqual({ members, messages: [] }));

  test.each(['`json:"wire,omitempty"`', '"json:\\"wire\\""', '`xml:"x" json:"wire"`'])(
    "the wire name of %s has the range of the name",
    (tag) => {
      const code = `type S struct { A int ${tag} }`;
      const [field] = fieldsOf(parseCode(code).drafts);
      if (field?.tag.kind !== "named") throw new Error("no name");
      const { start, end } = field.tag.wireName.range;
      expect([start, end]).toEqual([code.indexOf("wire"), code.indexOf("wire") + 4]);
    },
  );
});

describe("embedded types", () => {
  test.each([
    ["T", ["T"]],
    ["*T", ["*T"]],
    ["*pkg.T", ["*pkg.T"]],
    ['T `json:",inline"`', ["T"]],
    ['T `json:"t"`', ['T T "t"']],
    ['*pkg.T `json:"t"`', ['T *pkg.T "t"']],
    ['T `json:"-"`', ["T T -"]],
  ])("%s", (field, members) => expect(membersOf(field)).toEqual({ members, messages: [] }));
});

describe("messages", () => {
  test.each([
    [
      "A int `json:a`",
      '1:23-1:31 invalid-tag: Unexpected tag `json:a`, expected pairs of a key and a value, `json:"name"`',
    ],
    [
      'A int `json:"a", xml:"b"`',
      '1:23-1:42 invalid-tag: Unexpected tag `json:"a", xml:"b"`, expected pairs of a key and a value, `json:"name"`',
    ],
    [
      'A int `json:"a,omitemty"`',
      "1:32-1:40 invalid-tag: Unexpected tag `omitemty`, expected the option `omitempty` or `string`; did you mean `omitempty`?",
    ],
  ])("%s is kept as a field", (field, message) => {
    const { members, messages } = membersOf(field);
    expect(messages).toEqual([message]);
    expect(members).toHaveLength(1);
  });

  test("a field whose type JSON cannot carry is left out alone", () => {
    expect(membersOf("A chan int; B, C struct { X int }; D int")).toEqual({
      members: ['D int "D"'],
      messages: [
        "1:19-1:27 unsupported-type: Unexpected type `chan int`, expected a type that JSON can carry",
        "1:34-1:50 unsupported-type: Unexpected type `struct { X int }`, expected a type that JSON can carry; declare it as a model with a name",
      ],
    });
  });
});

function membersOf(fields: string) {
  const { drafts, messages } = parseCode(`type S struct { ${fields} }`);
  const members = drafts.flatMap((draft) => (draft.kind === "model" ? draft.members : []));
  return { members: members.map(memberText), messages };
}
