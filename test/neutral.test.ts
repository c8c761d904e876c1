import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { globSync } from "tinyglobby";
import type { CheckOptions } from "../generator/project/check.js";
import { openApiOf } from "./support/open-api.js";
import { packageOf } from "./support/package.js";
import { siteOf } from "./support/site.js";

/** Words of one API that no package of another one has. */
const WORDS =
  /workwx|we-?com\b|wecom|weixin|wechat|企业微信|微信|corp|agent_?id|errcode|errmsg|qyapi|gettoken|access_token/gi;

/** A specification of most that a package can have, but of callbacks, which are those of that API. */
const document = `# Shop

## Models

\`\`\`go
type State string // the state of an order
const StateOpen State = "open" // not paid
const Most = 100 // orders of a page
type IDs []int64
\`\`\`

### \`Base\` shared members

Name|JSON|XML|Type|Limits|Default|Doc
-|-|-|-|-|-|-
\`ID\`|\`id\`|\`id,attr\`|\`int64\`|-|-|the number
\`Note\`|\`note,omitempty\`|\`note\`|\`string\`|1~10|\`"none"\`|a note

### \`Order\` an order

Name|JSON|XML|Type|Doc
-|-|-|-|-
\`\`|\`\`|\`\`|\`Base\`|shared
\`State\`|\`state\`|\`state\`|\`State\`|the state
\`At\`|\`at\`|\`at\`|\`time.Time\`|the time

### \`OrderRef\` names an order

Name|JSON|Type
-|-|-
\`ID\`|\`id\`|\`int64\`
\`Cursor\`|\`cursor,omitempty\`|\`string\`

### \`Orders\` some orders

Name|JSON|Type
-|-|-
\`Orders\`|\`orders\`|\`[]Order\`
\`Next\`|\`next_cursor\`|\`string\`
\`Any\`|\`any\`|\`any\`

### \`None\` nothing

Name|JSON|Type
-|-|-

## API calls

Name|Request Type|Response Type|Access Token|URL
-|-|-|-|-
\`listOrders\`|\`OrderRef\`|\`Orders\`|+|\`GET /orders\`
\`getOrder\`|\`OrderRef\`|\`Order\`|+|\`GET /orders/{id}\`
\`putOrder\`|\`Order\`|\`None\`|+|\`PUT /orders/{id}?state={state}\`
\`hasOrder\`|\`OrderRef\`|\`None\`|-|\`HEAD /orders/{id}\`
\`deleteOrder\`|\`OrderRef\`|\`None\`|+|\`DELETE /orders/{id}\`
\`addPhoto\`|\`OrderRef\`|\`None\`|+|\`POST(media) /orders/{id}/photo\`
`;

const documents = [{ path: "spec/shop.md", value: document }];

/** Returns the words of another API in the paths and the texts of files. */
function wordsIn(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    return (`${path}\n${text}`.match(WORDS) ?? []).map((word) => `${path}: ${word}`);
  });
}

const settings: readonly CheckOptions[] = [
  {},
  { client: { auth: "bearer", baseUrl: "https://shop.example.com" }, checkLimits: true },
  { client: { auth: "basic" }, enumStyle: "union", presence: "optional" },
  { client: { name: "Shop", auth: { apiKey: "X-Key" } }, package: { name: "shop" } },
  { client: false },
];

describe("no word of another API", () => {
  test.each(settings)("is in a package with the settings %j", async (options) => {
    const files = await packageOf(documents, options);
    expect(files.size).toBeGreaterThan(20);
    expect(wordsIn(files)).toEqual([]);
  });

  test.each(settings)("is in the site of such a package with the settings %j", async (options) => {
    const files = await siteOf(documents, options);
    for (const path of ["site.css", "site.ts"]) {
      const url = new URL(`../templates/site/${path}`, import.meta.url);
      files.set(path, readFileSync(url, "utf8"));
    }
    expect(files.size).toBeGreaterThan(2);
    expect(wordsIn(files)).toEqual([]);
  });

  test.each(settings)(
    "is in a description beside such a package with the settings %j",
    async (options) => {
      const yaml = await openApiOf(documents, {}, "openapi.yaml", options);
      expect(yaml).toContain("/orders/{id}");
      expect(wordsIn(new Map([["openapi.yaml", yaml]]))).toEqual([]);
    },
  );

  test("is in a new project for any API", () => {
    const root = new URL("../templates/init/", import.meta.url);
    const paths = globSync(["http/**/*"], { cwd: root.pathname, dot: true });
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      expect(readFileSync(new URL(path, root), "utf8").match(WORDS)).toBe(null);
    }
  });
});

async function packageJson(options: CheckOptions) {
  const files = await packageOf(documents, options);
  expect([...files.keys()].filter((path) => /licen[cs]e/i.test(path))).toEqual([]);
  return JSON.parse(files.get("package.json") ?? "");
}

test("a package has the name, the licence and the author that the configuration gives, and no others", async () => {
  const bare = await packageJson({});
  for (const key of ["name", "license", "author", "repository", "homepage", "keywords"]) {
    expect(bare).not.toHaveProperty(key);
  }
  expect(bare).toMatchObject({
    version: "0.1.0",
    description: "A client with TypeScript types and JSON and XML codecs",
  });
  const given = {
    name: "@shop/sdk",
    version: "2.0.0-beta.1",
    description: "Orders",
    keywords: ["shop"],
    homepage: "https://shop.example.com",
    bugs: { url: "https://shop.example.com/bugs" },
    license: "Apache-2.0",
    author: { name: "Ann", email: "ann@example.com" },
    contributors: ["Bob"],
    repository: { type: "git", url: "https://git.example.com/shop.git", directory: "sdk" },
    private: false,
    publishConfig: { access: "public" },
    dependencies: { "my-media": "^1.0.0" },
  };
  expect(await packageJson({ package: given })).toMatchObject({ ...given, type: "module" });
});
