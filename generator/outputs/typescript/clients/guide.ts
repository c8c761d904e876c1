import type { ClientExample } from "./profile.js";

/** The sections of a README about all clients. */
export function clientGuide(guide: ClientExample): string[] {
  return [
    ...errors(guide),
    ...options(guide),
    ...pages(guide),
    ...files(guide),
    ...proxies(guide),
    ...modules(guide),
  ];
}

/** Returns the statement that makes a client, with more options. */
export function constructionOf(
  { className, instance, credentials }: ClientExample,
  ...more: readonly string[]
): string {
  const line = `const ${instance} = new ${className}({ ${[...credentials, ...more].join(", ")} });`;
  if (line.length <= 80 && !more.some((option) => option.includes("\n"))) return line;
  const lines = [...credentials, ...more].map(
    (member) => `  ${member.replaceAll("\n", "\n  ")},\n`,
  );
  return `const ${instance} = new ${className}({\n${lines.join("")}});`;
}

/** Returns a fence of TypeScript. */
export function fence(...lines: readonly string[]): string {
  return ["```ts", ...lines, "```"].join("\n");
}

function errors({ packageName, refusal, instance, call, request }: ClientExample): string[] {
  return [
    "### Errors",
    "Every error that the package throws is an `SdkError`. One of a call has `call`, the HTTP `status`, `requestId`, and the answer\n" +
      "as `json` and `text`; secrets in it are masked, and logs that print the members of an error do not show it. A\n" +
      "`TransportError` has a `failure` (`network`, `timeout`, `status` or `body`), and the `code` and the `cause` of a failed\n" +
      "connection. An `EncodeError` lists what is wrong with a request, and nothing was sent.",
    fence(
      `import { ${refusal.className} } from "${packageName}";`,
      "",
      "try {",
      `  await ${instance}.${call}(${request});`,
      "} catch (error) {",
      `  if (!(error instanceof ${refusal.className})) throw error;`,
      `  console.error(${refusal.members.map((member) => `error.${member}`).join(", ")});`,
      "}",
    ),
    'With `onInvalidResponse: "report"` a call returns an answer that differs from the documentation, with zero values in the\n' +
      "wrong places; the event of `onResponse` has the `ResponseError` as `invalid`.",
  ];
}

function options(guide: ClientExample): string[] {
  const { packageName, instance, className } = guide;
  return [
    "### Options",
    "Options of a call: `signal`, `timeout` of the whole call in milliseconds, `retries`, `idempotent`, and `extra` for parts of a\n" +
      "request that the specification lacks. Options of a client: `headers`, `timeout` of an attempt, `retries`, `maxAnswerSize`,\n" +
      "`pace`, and the hooks `onRequest` and `onResponse`, whose events have neither secrets nor tokens. The client repeats a call if\n" +
      "the server is busy or no connection comes about, after other failures only if the call is safe to repeat.",
    fence(
      `import { pacing, ${className} } from "${packageName}";`,
      "",
      constructionOf(
        guide,
        "// 600 requests of each call a minute, and 5 at the same time.\npace: pacing({ perMinute: 600, concurrency: 5 })",
        "onResponse: ({ call, attempt, milliseconds, status, error }) =>\n  console.log(call, attempt, milliseconds, status, error)",
      ),
    ),
    `A request that the specification lacks has the credentials, the retries and the hooks of the client, too:`,
    fence(
      `const answer = await ${instance}.request({ method: "GET", path: "/a/call/without/types", query: { id: 1 } });`,
    ),
  ];
}

function pages({ instance, items }: ClientExample): string[] {
  if (items === undefined) return [];
  const { call, hasCursor } = items;
  const cursor = hasCursor
    ? [
        "The object that `…Items` returns has the `cursor` of the page behind the items so far: keep it, and give it to the request of a\n" +
          "later run.",
      ]
    : [];
  return [
    "### Pages",
    "A call with pages has a second function `…Pages`, and `…Items` if each page has one list. Both fetch a page when the loop\n" +
      "comes to it.",
    fence(
      `const items = ${instance}.${call};`,
      "for await (const item of items) console.log(item);",
      ...(hasCursor ? ["console.log(items.cursor);"] : []),
    ),
    ...cursor,
  ];
}

function files({ instance, upload, download }: ClientExample): string[] {
  const uploads = [
    "An upload takes a `File`, or the name and the content of one: bytes, a `Blob` or a stream.",
    fence(
      'import { readFile } from "node:fs/promises";',
      "",
      'const name = "photo.png";',
      "const data = await readFile(name); // or `await openAsBlob(name)` for a large file",
      `await ${instance}.${upload};`,
    ),
  ];
  const downloads = [
    "A download returns the content while it arrives: read the stream to its end, or cancel it. `bytes` reads all of it.",
    fence(
      `const file = await ${instance}.${download};`,
      "console.log(file.name, file.type, file.size);",
      "const content = await file.bytes(); // or `file.stream`",
    ),
  ];
  const title = [upload && "uploads", download && "downloads"].filter(Boolean).join(" and ");
  if (title === "") return [];
  return [
    `### ${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    ...(upload === undefined ? [] : uploads),
    ...(download === undefined ? [] : downloads),
  ];
}

function proxies(guide: ClientExample): string[] {
  const { packageName, className } = guide;
  return [
    "### Proxies",
    "`fetch` is an option. That of npm's `undici` sends requests through a proxy, for instance one with a fixed address:",
    fence(
      'import { fetch, ProxyAgent } from "undici";',
      `import { ${className} } from "${packageName}";`,
      "",
      'const dispatcher = new ProxyAgent("http://proxy.example.com:3128");',
      constructionOf(guide, "fetch: (url, init) => fetch(url, { ...init, dispatcher })"),
    ),
  ];
}

function modules({ packageName, className }: ClientExample): string[] {
  return [
    "### Runtimes and modules",
    "The package needs `fetch` and nothing else: it runs on Node.js 20.19 or later, Bun, Deno, Workers and in serverless functions. Make the\n" +
      "client outside of the function that handles a request, so that later requests use the same one.",
    "It has modules for `import`, and for `require` in CommonJS projects (NestJS, Egg, Midway, jest), which need no setting:",
    fence(`const { ${className} } = require("${packageName}");`),
    "A program that uses both loads two copies of each class: there, tell errors apart by their `name` instead of `instanceof`.",
  ];
}
