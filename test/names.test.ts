import * as fc from "fast-check";
import reservedIdentifiers from "reserved-identifiers";
import { ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import { checkSpec } from "../generator/project/check.js";
import { TYPE_KEYWORDS } from "../generator/outputs/typescript/plan/identifiers.js";
import { loadCompiler } from "./support/compilers.js";
import {
  camelCase,
  isGoIdentifier,
  isIdentifier,
  kebabCase,
  propertyName,
  upperFirst,
} from "../generator/names.js";

describe("camelCase takes acronyms as words", () => {
  test.each([
    ["UserID", "userId"],
    ["PicURL", "picUrl"],
    ["ChatIDs", "chatIds"],
    ["QRCodeURL", "qrCodeUrl"],
    ["OpenKfID", "openKfId"],
    ["Appid", "appid"],
    ["IPv4", "ipv4"],
    ["APIv3Key", "apiv3Key"],
    ["iOSURL", "iosUrl"],
    ["APIValue", "apiValue"],
    ["HIvan", "hIvan"],
    ["ID", "id"],
    ["IDs", "ids"],
    ["IsTemp", "isTemp"],
    ["MD5Sum", "md5Sum"],
    ["Base64Data", "base64Data"],
    ["User_ID", "userId"],
    ["_Hidden", "_hidden"],
    ["_3D", "_3D"],
    ["__", "__"],
    ["用户ID", "用户Id"],
    ["already", "already"],
  ])("%s → %s", (name, expected) => {
    expect(camelCase(name)).toBe(expected);
  });

  test("of an identifier it makes an identifier with the same letters", () => {
    const letters = fc.constantFrom(..."aZzA0_用ñÉ");
    const name = fc.string({ unit: letters, minLength: 1 }).filter(isGoIdentifier);
    fc.assert(
      fc.property(name, (identifier) => {
        const property = camelCase(identifier);
        expect(property).toSatisfy(isGoIdentifier);
        expect(lettersOf(property)).toBe(lettersOf(identifier));
      }),
    );
  });
});

test.each([
  ["UserID", "userId"],
  ["Constructor", "constructor_"],
  ["toString", "toString_"],
  ["__proto__", "__proto"],
  ["class", "class"],
])("propertyName: %s → %s", (name, expected) => {
  expect(propertyName(name)).toBe(expected);
});

test.each([
  ["reqUserGet", "ReqUserGet"],
  ["ExternalContact", "ExternalContact"],
  ["_private", "_private"],
  ["成员", "成员"],
])("upperFirst: %s → %s", (name, expected) => {
  expect(upperFirst(name)).toBe(expected);
});

test.each([
  ["external_contact", "external-contact"],
  ["ExternalContact", "external-contact"],
  ["user info.v2", "user-info-v2"],
  ["外部联系人", "外部联系人"],
  ["कि", "कि"],
  ["X\u0302Y\u0302Name_z\u0302", "x\u0302y\u0302-name-z\u0302"],
  ["卷Ⅷ", "卷ⅷ"],
  ["../../etc/passwd", "etc-passwd"],
  ["---", ""],
])("kebabCase: %s → %s", (name, expected) => {
  expect(kebabCase(name)).toBe(expected);
});

test("a document is renamed by either form of its letters", () => {
  for (const form of ["NFC", "NFD"] as const) {
    const rename = { modules: { ["é".normalize(form)]: "other" } };
    const { plan } = checkSpec([{ path: "e\u0301.md", value: "# T" }], { rename });
    expect(plan.modules.map(({ name }) => name)).toEqual(["other"]);
  }
});

test("the hints about names that meet propose free names, each its own", () => {
  const models = ["reqX", "ReqX", "REQX_", "ReqX_", "infer", "Infer"].map(
    (name) => `### \`${name}\`\n`,
  );
  const rows = ["UserID", "UserId", "UserID_", "UserId_"].map((name) => `\`${name}\`|\`int\``);
  const members = ["TOne", "One", "TOne_", "One_"].map(
    (name, value) => `const ${name} T = ${value}`,
  );
  const text = [
    "# T\n\n## Models\n",
    ...models,
    `### \`Fields\`\n\nName|Type\n-|-\n${rows.join("\n")}\n`,
    `\`\`\`go\ntype T int\n${members.join("\n")}\n\`\`\``,
  ].join("\n");
  const files = [{ path: "a.md", value: text }];
  const names = checkSpec(files).diagnostics.flatMap(({ rule, hint = "" }) => {
    const line = /`("[^`]+),`/.exec(hint)?.[1];
    return rule === "name-collision" && line ? Object.entries(JSON.parse(`{${line}}`)) : [];
  });
  expect(new Set(names.map(([, name]) => name)).size).toBe(new Set(names.map(([key]) => key)).size);
  const rename = { names: Object.fromEntries(names) as Record<string, string> };
  const { diagnostics } = checkSpec(files, { rename });
  expect(diagnostics.filter(({ rule }) => rule === "name-collision")).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(3);
});

test.each([
  ["UserID", true],
  ["_", true],
  ["成员", true],
  ["class", true],
  ["1st", false],
  ["a-b", false],
  ["a b", false],
  ["", false],
  ["$a", false],
])("isGoIdentifier: %s is %s", (name, expected) => {
  expect(isGoIdentifier(name)).toBe(expected);
});

test("every letter of an identifier is one of identifiers in all versions of TypeScript", () => {
  const compiler = loadCompiler("5.0").ts;
  const isPartOfName = (letter: string) => {
    return compiler.isIdentifierPart(letter.codePointAt(0) ?? 0, compiler.ScriptTarget.ESNext);
  };
  const isStartOfName = (letter: string) => {
    return compiler.isIdentifierStart(letter.codePointAt(0) ?? 0, compiler.ScriptTarget.ESNext);
  };
  const isName = ([first = "", ...rest]: string) => {
    return isStartOfName(first) && rest.every(isPartOfName);
  };
  const refused: string[] = [];
  for (let code = 0; code < 0x11_0000; code++) {
    const letter = String.fromCodePoint(code);
    for (const name of [letter, `_${letter}`]) {
      const isOfGo = isGoIdentifier(name);
      const emitted = isOfGo ? [name, upperFirst(name), camelCase(`${name}B`)] : [name];
      if ((isOfGo || isIdentifier(name)) && !emitted.every(isName)) refused.push(name);
    }
  }
  expect(refused).toEqual([]);
});

test("no keyword of TypeScript is a name for a type", () => {
  const reserved = reservedIdentifiers({ includeGlobalProperties: true });
  const { FirstKeyword, LastKeyword } = ts.SyntaxKind;
  const keywords = Array.from({ length: LastKeyword - FirstKeyword + 1 }, (_, index) => {
    return ts.tokenToString(FirstKeyword + index) ?? "";
  });
  expect(keywords).toContain("infer");
  expect(keywords.filter((word) => !reserved.has(word) && !TYPE_KEYWORDS.has(word))).toEqual([]);
});

function lettersOf(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
