import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { checkSpec } from "../../generator/project/check.js";
import { plainText } from "../../generator/outputs/site/prose.js";
import type { Declaration } from "../../generator/outputs/typescript/plan/plan.js";
import type { SearchData } from "../../templates/site/search.js";
import { siteOf } from "../support/site.js";
import { sample } from "../support/sample.js";
import { config, spec } from "../support/spec.js";
import { wecomSite } from "../support/wecom-site.js";

const { plan } = checkSpec(spec, config);
const site = wecomSite;
const pages = new Map(
  [...site]
    .filter(([path]) => path.endsWith(".html"))
    .map(([path, html]) => [path, fromHtml(html)]),
);

function elementsOf(node: Nodes): Element[] {
  if (!("children" in node)) return [];
  return node.children.flatMap((child) =>
    child.type === "element" ? [child, ...elementsOf(child)] : [],
  );
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (node.type === "element" && node.tagName === "br") return "\n";
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** What is read, whatever it is broken into. */
function words(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

/** The elements of the pages by their ids: a page has hundreds of them, and tests look for each. */
const elementsById = new Map(
  Array.from(pages, ([path, page]) => {
    const elements = elementsOf(page).toReversed();
    return [path, new Map(elements.map((one) => [one.properties.id, one]))] as const;
  }),
);

function section(path: string, id: string): Element {
  const found = elementsById.get(path)?.get(id);
  if (found === undefined) throw new Error(`no ${id} in ${path}`);
  return found;
}

/** What a page has to say of a declaration. */
function textsOf(item: Declaration): string[] {
  const own = plainText(item.documentation);
  switch (item.kind) {
    case "model":
      return [
        own,
        ...item.fields.flatMap(({ property, wireName, documentation }) => [
          property,
          wireName,
          plainText(documentation),
        ]),
      ];
    case "enum":
      return [
        own,
        ...item.members.flatMap(({ name, value, documentation }) => [
          name,
          String(value),
          plainText(documentation),
        ]),
      ];
    default:
      return [own];
  }
}

describe("the site of the spec of this repository", () => {
  test.each(plan.modules)("has all of $source", ({ source, declarations, calls, callbacks }) => {
    const page = source.replace(/\.md$/, ".html").replaceAll("_", "-");
    const expectIn = (id: string, texts: readonly string[]) => {
      const text = words(textOf(section(page, id)));
      for (const one of texts) expect(text).toContain(words(one));
    };
    for (const item of declarations) {
      const id = item.kind === "constant" ? item.name : item.names.type;
      // The fields of replies stand at the models that they link to.
      const isReply = callbacks?.replies.some(({ names }) => names.type === id) === true;
      expectIn(id, isReply ? [plainText(item.documentation)] : textsOf(item));
    }
    for (const { names, path, documentation } of calls) {
      expectIn(names.call, [path, `await workwx.${names.call}(`, plainText(documentation)]);
    }
  });

  test("leads nowhere where nothing is", () => {
    const ids = new Map(
      [...pages].map(([path, page]) => [
        path,
        elementsOf(page).map(({ properties }) => properties.id),
      ]),
    );
    const lost = [...pages].flatMap(([path, page]) => {
      const addresses = elementsOf(page).flatMap(({ properties }) => [
        properties.href,
        properties.src,
      ]);
      return addresses.filter((address) => {
        if (typeof address !== "string" || /^(?:https?|mailto):/.test(address)) return false;
        const [file = "", id] = decodeURIComponent(address).split("#");
        const target = file === "" ? path : file;
        return !site.has(target) || (id !== undefined && !ids.get(target)?.includes(id));
      });
    });
    expect(lost).toEqual([]);
  });

  test("says what refers to a type, and draws it", () => {
    const text = textOf(section("external-contact.html", "FollowUserTag"));
    expect(text).toMatch(/被引用FollowUser$/);
    const svg = elementsOf(
      pages.get("external-contact.html") ?? { type: "root", children: [] },
    ).find(({ tagName }) => tagName === "svg");
    expect(svg && textOf(svg)).toContain("FollowUserTag");
  });

  test("says once that a model refers to a type, however often it does", async () => {
    const value = [
      "# T\n\n## Models",
      "### `A`\n\nName|Type\n-|-\n`X`|`B`\n`Y`|`[]B`",
      "### `B`\n\nName|Type\n-|-\n`Z`|`string`\n",
    ].join("\n\n");
    const own = await siteOf([{ path: "t.md", value }], { language: "zh" });
    const page = fromHtml(own.get("t.html") ?? "");
    const users = elementsOf(page).filter(({ properties }) =>
      [properties.className].flat().includes("users"),
    );
    expect(users.map(textOf)).toEqual(["被引用A"]);
  });

  test("shows the values that the package has", async () => {
    const value = [
      "# T\n\n## Models",
      "```go\ntype Flag int64\nconst (\n  FlagSmall Flag = 1\n  FlagLong Flag = 1152921504606846976\n)\nconst Most = 1152921504606846976\n```\n",
    ].join("\n\n");
    const shown = async (settings: object) => {
      const made = await siteOf([{ path: "t.md", value }], settings);
      const cells = elementsOf(fromHtml(made.get("t.html") ?? ""));
      return cells.filter(({ tagName }) => tagName === "code").map(textOf);
    };
    expect(await shown({ int64: "string" })).toEqual(
      expect.arrayContaining(['"1"', '"1152921504606846976"', "Most = 1152921504606846976n"]),
    );
    expect(await shown({ int64: "bigint", enumStyle: "union" })).toEqual(
      expect.arrayContaining(["1n", "1152921504606846976n"]),
    );
  });

  test("keeps the place of a renamed constant", async () => {
    const value = "# T\n\n## Models\n\n```go\nconst Most = 5\n```\n";
    const made = await siteOf([{ path: "t.md", value }], { rename: { names: { Most: "MAX" } } });
    const page = fromHtml(made.get("t.html") ?? "");
    const own = elementsOf(page).find(({ properties }) => properties.id === "MAX");
    expect(own && textOf(own)).toMatch(/MAX#.*Mostt\.md:6MAX = 5/s);
  });

  test("gives a call another anchor if the page has the id", async () => {
    const value = [
      "# T\n\n## Models\n\n### `A`\n\nName|Type\n-|-\n`X`|`string`",
      "## API calls\n\nName|Request Type|Response Type|Access Token|URL\n-|-|-|-|-",
    ].join("\n\n");
    const calls = ["Menu", "Content"].map((name) => `\`${name}\`|\`A\`|\`A\`|\`+\`|\`POST /x\``);
    const made = await siteOf([{ path: "t.md", value: [value, ...calls, ""].join("\n") }]);
    const ids = elementsOf(fromHtml(made.get("t.html") ?? "")).map(
      ({ properties }) => properties.id,
    );
    const defined = ids.filter((id) => id !== undefined);
    expect(new Set(defined).size).toBe(defined.length);
    expect(defined).toEqual(expect.arrayContaining(["call-Menu", "call-Content", "A"]));
  });

  test("counts the key of a map among the uses of a type", async () => {
    const value =
      "# T\n\n## Models\n\n### `A`\n\nName|Type\n-|-\n`X`|`map[Key]string`\n\n```go\ntype Key string\n```\n";
    const made = await siteOf([{ path: "t.md", value }], { language: "zh" });
    const users = elementsOf(fromHtml(made.get("t.html") ?? "")).filter(({ properties }) =>
      [properties.className].flat().includes("users"),
    );
    expect(users.map(textOf)).toEqual(["被引用A"]);
  });

  test("knows fields, members and calls by all their names", () => {
    const text = site.get("search.js") ?? "";
    const { entries } = JSON.parse(
      text.slice(text.indexOf("{"), text.lastIndexOf(";")),
    ) as SearchData;
    expect(entries).toContainEqual(
      expect.objectContaining({
        name: "ExternalContact.externalUserId",
        others: "ExternalUserid external_userid",
        url: "external-contact.html#ExternalContact.externalUserId",
      }),
    );
    expect(entries.map(({ name }) => name)).toContain("UserGender.Male");
    expect(entries.map(({ name }) => name)).toContain("externalContactGet");
  });

  test("shows what a call takes and gives in place, with samples", () => {
    const text = textOf(section("external-contact-api.html", "externalContactGet"));
    expect(text).toContain("请求 ReqExternalContactGet");
    expect(text).toContain('"external_userid": ""');
    expect(text).toMatch(/响应 RespExternalContactGet[^]*FollowUser 添加了外部联系人的企业成员/);
  });

  test("has an anchor for every field and member", () => {
    expect(section("external-contact.html", "ExternalContact.externalUserId").tagName).toBe("tr");
    expect(section("user.html", "UserGender.Male").tagName).toBe("tr");
  });

  test("is the same whatever the order of the documents", async () => {
    const again = await siteOf(sample.toReversed(), config);
    expect(again).toEqual(await siteOf(sample, config));
  });
});

function scriptsIn(html = ""): number {
  return elementsOf(fromHtml(html)).filter(({ tagName }) => tagName === "script").length;
}

describe("documents that nobody trusts", () => {
  const hostile = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>1</script>)",
    "<javascript:alert(1)>",
    "`</code><svg onload=alert(1)>`",
    "</section></main>",
    "]]>--><!--",
  ];

  test("cannot make a page do or show anything else", async () => {
    const rows = hostile.map((text, index) => `\`A${index}\`|\`a${index}\`|\`int\`|${text}`);
    const value = `# ${hostile[0]}\n\n## Models\n\n${hostile.join("\n\n")}\n\n### \`A\` ${hostile[1]}\n\nName|JSON|Type|Doc\n-|-|-|-\n${rows.join("\n")}\n`;
    const made = await siteOf([{ path: "spec/a.md", value }]);
    const harmless = await siteOf([{ path: "spec/a.md", value: "# T\n\n## Models\n\n### `A`\n" }]);
    for (const [path, html] of made) {
      if (!path.endsWith(".html")) continue;
      const all = elementsOf(fromHtml(html));
      expect(scriptsIn(html)).toBe(scriptsIn(harmless.get(path)));
      expect(all.filter(({ tagName }) => tagName === "img")).toEqual([]);
      for (const { properties } of all) {
        expect(Object.keys(properties).filter((name) => name.startsWith("on"))).toEqual([]);
        expect(String(properties.href ?? "")).not.toMatch(/^(?:javascript|data):/i);
      }
    }
    expect(made.get("search.js")).not.toContain("</script");
    const text = textOf(fromHtml(made.get("a.html") ?? ""));
    for (const one of hostile) expect(text).toContain(one.replaceAll("`", ""));
  });
});

/** Returns the language of the page of a document. */
async function languageOf(value: string, settings: object = {}): Promise<string | undefined> {
  const page = (await siteOf([{ path: "t.md", value }], settings)).get("t.html") ?? "";
  return /<html lang="([^"]+)"/.exec(page)?.[1];
}

describe("a document with several topics", () => {
  const table = "Name|Type\n-|-\n`X`|`string`";
  const calls = "Name|Request Type|Response Type|Access Token|URL\n-|-|-|-|-";
  const value = `# 成员 一

## Models

### \`A\`

${table}

## API calls

${calls}
\`getA\`|\`A\`|\`A\`|-|\`GET /a\`

# 部门

## Models

### \`B\`

${table}

## API calls

${calls}
\`getB\`|\`B\`|\`A\`|-|\`GET /b\`
`;

  test("has a section for each, in the menu, the page and the start page", async () => {
    const made = await siteOf([{ path: "spec/apis.md", value }]);
    const page = fromHtml(made.get("apis.html") ?? "");
    const parts = elementsOf(page).filter(({ properties }) =>
      [properties.className].flat().includes("part"),
    );
    const idsIn = (part: Element) =>
      elementsOf(part).flatMap(({ tagName, properties: { id } }) =>
        tagName === "section" ? [id] : [],
      );
    expect(parts.filter(({ tagName }) => tagName === "section").map(idsIn)).toEqual([
      ["getA", "A"],
      ["getB", "B"],
    ]);
    const links = parts
      .filter(({ tagName }) => tagName === "a")
      .map(({ properties }) => properties.href);
    expect(links).toEqual(
      ["成员-一", "部门"].map((topic) => `apis.html#${encodeURIComponent(`topic-${topic}`)}`),
    );
    const title = elementsOf(page).find(({ tagName }) => tagName === "h1");
    expect(title && textOf(title)).toBe("apis");
    expect(made.get("index.html")).toContain(`href="${links[1]}">部门</a></h3>`);
  });

  test("speaks the language of the documents, or that of the setting", async () => {
    expect(await languageOf("# T\n\n## Models\n\n### `A` A thing\n")).toBe("en");
    expect(await languageOf("# 主题\n\n## Models\n\n### `A` 东西\n")).toBe("zh-CN");
    expect(await languageOf("# 主题\n\n## Models\n\n### `A` 东西\n", { language: "en" })).toBe(
      "en",
    );
  });
});
