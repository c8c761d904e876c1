/** Integers that no `number` holds, in `unknown`: `parse`, `stringify` and the client keep their digits. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Codec } from "../generated/src/index.js";
import { generate } from "../generator/project/generate.js";
import { sdkOf, type Sdk } from "./support/sdk.js";
import { printed } from "./support/printed.js";
import { templates } from "./support/templates.js";

/** Every position that an `unknown` can have, by the name of its model. */
const FIELDS = {
  Plain: "interface{}",
  Any: "any",
  Raw: "json.RawMessage",
  List: "[]interface{}",
  Pair: "[2]interface{}",
  Table: "map[string]interface{}",
  Deep: "map[string][]map[string]json.RawMessage",
  Named: "Extra",
  NamedList: "Extras",
  Pointer: "*Plain",
  Models: "[]Plain",
  Missing: "NoSuchType",
};

const spec = `# 动态

## Models

\`\`\`go
type Extra interface{}
type Extras []Extra
\`\`\`

${Object.entries(FIELDS)
  .map(
    ([model, type]) =>
      `### \`${model}\`\n\nName|JSON|Type\n-|-|-\n\`X\`|\`x,omitempty\`|\`${type}\`\n`,
  )
  .join("\n")}
### \`Embedding\`

Name|JSON|Type
-|-|-
\`\`|\`\`|\`Plain\`

### \`Safe\`

Name|JSON|Type
-|-|-
\`N\`|\`n\`|\`int\`

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`execModel\`|\`Plain\`|\`Plain\`|-|\`POST /echo\`
\`execAny\`|\`any\`|\`interface{}\`|-|\`POST /echo\`
\`execMissing\`|\`NoSuchType\`|\`NoSuchType\`|-|\`POST /echo\`
\`execQuery\`|\`any\`|\`Plain\`|-|\`GET /query\`
`;

const documents = [{ path: "dynamic.md", value: spec }];
const LONG = "-123456789012345678901234567890";

let sdk: Sdk;

beforeAll(async () => {
  sdk = await sdkOf(documents, { unresolved: "unknown" });
});

const codecOf = (type: string) => sdk[`${type}Codec`] as Codec<unknown>;

describe("the digits of long integers in `unknown`", () => {
  const texts: Readonly<Record<string, string>> = {
    List: `{"x":[${LONG},9007199254740993]}`,
    Pair: `{"x":[${LONG},9007199254740993]}`,
    Table: `{"x":{"a":${LONG},"b":9007199254740993}}`,
    Deep: `{"x":{"a":[{"b":{"c":[${LONG}]}}]}}`,
    NamedList: `{"x":[${LONG}]}`,
    Pointer: `{"x":{"x":${LONG}}}`,
    Models: `{"x":[{"x":${LONG}},{"x":{"id":9007199254740993}}]}`,
  };

  test.each([...Object.keys(FIELDS), "Embedding"])("come back: %s", (type) => {
    const text = texts[type] ?? `{"x":{"id":${LONG},"list":[9007199254740993,0.5,1e3,"${LONG}"]}}`;
    const codec = codecOf(type);
    const value = codec.parse(text);
    expect(codec.stringify(value as never)).toBe(text.replace("1e3", "1000"));
    expect(codec.create(value as never)).toEqual(value);
    // An object of JSON has no place for them.
    expect(() => codec.encode(value as never)).toThrow(/expected JSON, got bigint -?\d+$/m);
  });

  test("are `bigint`, and all other numbers are `number`", () => {
    expect(codecOf("Plain").parse('{"x":[9007199254740991,9007199254740992,1.5,1e20]}')).toEqual({
      x: [9007199254740991, 9007199254740992n, 1.5, 1e20],
    });
    expect(codecOf("Extra").parse(LONG)).toBe(BigInt(LONG));
  });

  test("come through the client, whatever the types of a call", async () => {
    const urls: string[] = [];
    const fetch = (url: string, { body = `{"x":${LONG}}` }: { body?: string }) => {
      urls.push(url);
      return Promise.resolve(new Response(body));
    };
    const Client = sdk["WorkWx"] as new (options: object) => unknown;
    const workwx = new Client({ corpId: "c", corpSecret: "secret", fetch });
    for (const name of ["model", "any", "missing"]) {
      const call = sdk[name] as (client: unknown, request: unknown) => Promise<unknown>;
      const request = { x: { id: BigInt(LONG) } };
      expect(await call(workwx, request)).toEqual(request);
      await expect(call(workwx, { x: new Map() })).rejects.toThrow("x: expected JSON, got Map");
    }
    const query = sdk["query"] as (client: unknown, request: unknown) => Promise<unknown>;
    expect(await query(workwx, { id: BigInt(LONG) })).toEqual({ x: BigInt(LONG) });
    expect(urls.at(-1)).toMatch(/\?id=-123456789012345678901234567890$/);
  });
});

describe("a number that is larger than any `number`", () => {
  test.each([...Object.keys(FIELDS), "Embedding"])("is refused in `unknown`: %s", (type) => {
    const nested: Readonly<Record<string, string>> = {
      List: "[0,1e400]",
      Pair: "[0,1e400]",
      Table: '{"a":-1e400}',
      Deep: '{"a":[{"b":1e400}]}',
      NamedList: "[1e400]",
      Pointer: '{"x":1e400}',
      Models: '[{},{"x":1e400}]',
    };
    const text = `{"x":${nested[type] ?? '{"a":[0,1e400]}'}}`;
    expect(() => codecOf(type).parse(text)).toThrow(
      /^x.*: expected finite number, got number -?Inf/,
    );
  });

  test("is nobody's business in a member that the model lacks", () => {
    expect(codecOf("Plain").parse('{"y":1e400,"x":1e300}')).toEqual({ x: 1e300 });
  });
});

test("models without `unknown` and without `bigint` have the plain codec", async () => {
  const { files } = await generate(documents, { unresolved: "unknown", templates, memo: printed });
  const text = files.get("src/dynamic.ts") ?? "";
  const exact = [...text.matchAll(/ (\w+)Codec: .*\s+\/\* @__PURE__ \*\/ exact\.codec\(/g)];
  const types = [...Object.keys(FIELDS), "Embedding", "Extra", "Extras"];
  expect(exact.map(([, type]) => type).toSorted()).toEqual(types.toSorted());
  expect(text).toMatch(/ SafeCodec: .*\s+\/\* @__PURE__ \*\/ codec\(/);
});
