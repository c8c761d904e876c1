import { expect, test } from "vitest";
import { diffSpecs } from "../../generator/project/compare.js";

const OWN = `# Loans

## Models

### \`respCommon\`

| Name | JSON | Type |
| --- | --- | --- |
| \`ErrCode\` | \`errcode\` | \`int64\` |
| \`ErrMsg\` | \`errmsg\` | \`string\` |

### \`reqLoan\`

| Name | JSON | Type |
| --- | --- | --- |
| \`ID\` | \`id\` | \`string\` |
| \`Books\` | \`books\` | \`[]Book\` |
| \`Old\` | \`old\` | \`string\` |
| \`Parent\` | \`parent\` | \`*reqLoan\` |

### \`Book\`

| Name | JSON | Type |
| --- | --- | --- |
| \`No\` | \`no\` | \`string\` |
| \`Count\` | \`count\` | \`Number\` |
| \`Price\` | \`price\` | \`float64\` |
| \`Tags\` | \`tags\` | \`string\` |
| \`More\` | \`more\` | \`any\` |

\`\`\`go
type Number int64
\`\`\`

### \`respLoan\`

| Name | JSON | Type |
| --- | --- | --- |
| \`\` | | \`respCommon\` |

## API calls

| Name | Request Type | Response Type | Access Token | URL |
| --- | --- | --- | --- | --- |
| \`Borrow\` | \`reqLoan\` | \`respLoan\` | + | \`POST /cgi-bin/loan/add\` |
| \`Show\` | \`any\` | \`any\` | + | \`POST /cgi-bin/loan/get\` |
| \`Gone\` | \`any\` | \`any\` | + | \`POST /cgi-bin/loan/gone\` |
| \`Lost\` | \`any\` | \`any\` | + | \`POST /cgi-bin/loan/lost\` |
`;

const page = (title: string, path: string, example: string, answer = "") => `${title}

**请求方式：** POST（**HTTPS** ）
**请求地址：** https://books.example.com/cgi-bin/${path}?access_token=ACCESS_TOKEN

**请求包体：**

    ${example}

**返回结果：**

    {"errcode": 0, "errmsg": "ok"${answer}}
`;

const pages = [
  page(
    "借书",
    "loan/add",
    '{"id": 7, "books": [{"no": "1", "count": 2, "price": 3, "tags": ["a"], "more": "x", "note": "n"}], "parent": {"id": "1"}}',
    ', "loan": 1',
  ),
  page("查询", "loan/get", '{"id": 7}'),
  page("还书", "loan/del", '{"id": 7}'),
];

function diff(texts: readonly string[]) {
  const specFiles = texts.map((value, index) => ({ path: `pages/${index}.md`, value }));
  const result = diffSpecs(
    { specFiles: [{ path: "spec/loans.md", value: OWN }] },
    { specFiles, settings: { dialect: "wecom" } },
    "wire",
  );
  return result.kind === "compared" ? result.changes : [];
}

test("calls are joined by method and path, and fields by their names in JSON", () => {
  expect(diff(pages).map(({ impact, rule, message }) => `${impact} ${rule}: ${message}`)).toEqual([
    "breaking kind-differs: `id` in the request of `POST /cgi-bin/loan/add` is a string in the old version, and an integer in the new one",
    "breaking kind-differs: `books[].tags` in the request of `POST /cgi-bin/loan/add` is a string in the old version, and a list in the new one",
    "additive kind-differs: `books[].more` in the request of `POST /cgi-bin/loan/add` is unknown in the old version, and a string in the new one",
    "additive only-new-field: only the new version has `books[].note` in the request of `POST /cgi-bin/loan/add`",
    "additive only-new-field: only the new version has `loan` in the response of `POST /cgi-bin/loan/add`",
    "additive kind-differs: request of `POST /cgi-bin/loan/get` is unknown in the old version, and an object in the new one",
    "additive only-new-call: only the new version has the call `POST /cgi-bin/loan/del`",
    "documentation only-old-field: only the old version has `parent.books` in the request of `POST /cgi-bin/loan/add`",
    "documentation only-old-field: only the old version has `parent.old` in the request of `POST /cgi-bin/loan/add`",
    "documentation only-old-field: only the old version has `parent.parent` in the request of `POST /cgi-bin/loan/add`",
    "documentation only-old-field: only the old version has `old` in the request of `POST /cgi-bin/loan/add`",
    "documentation only-old-calls: only the old version has the calls `POST /cgi-bin/loan/gone` and `POST /cgi-bin/loan/lost`",
  ]);
});

test("each difference has a place where it is", () => {
  const changes = diff(pages);
  const placesOf = (side: "old" | "new") =>
    changes.flatMap((change) =>
      change.rule.startsWith(`only-${side}`) ? change[side]?.source.path.replace(/\/.*/, "") : [],
    );
  expect(new Set(placesOf("new"))).toEqual(new Set(["pages"]));
  expect(new Set(placesOf("old"))).toEqual(new Set(["spec"]));
});

test("a specification has no differences from itself, and none but names from its draft", () => {
  const own = { specFiles: [{ path: "spec/loans.md", value: OWN }] };
  const renamed = OWN.replaceAll("reqLoan", "loanRequest").replaceAll("`Borrow`", "`Lend`");
  const other = { specFiles: [{ path: "spec/other.md", value: renamed }] };
  for (const now of [own, other])
    expect(diffSpecs(own, now, "wire")).toMatchObject({ kind: "compared", changes: [] });
});
