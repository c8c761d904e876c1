/** Returns the sections of a README about all clients, for a package and the names of its client. */
export function clientGuide({ packageName, className, instance, credentials }: Guide): string {
  const construction = `new ${className}({ ${[...credentials, "…"].join(", ")} })`;
  return [
    "### Errors",
    "Every error that the package throws is an `SdkError`. One of a call has `call`, the HTTP `status`, `requestId`, and the answer\n" +
      "as `json` and `text`; secrets in it are masked, and logs that print the members of an error do not show it. A\n" +
      "`TransportError` has a `failure` (`network`, `timeout`, `status` or `body`), and the `code` and the `cause` of a failed\n" +
      'connection. An `EncodeError` lists what is wrong with a request, and nothing was sent. With `onInvalidResponse: "report"` a\n' +
      "call returns an answer that differs from the documentation, with zero values in the wrong places; the `ResponseError` is in\n" +
      "the event of `onResponse`.",
    "### Options",
    "Options of a call: `signal`, `timeout` of the whole call in milliseconds, `retries`, `idempotent`, and `extra` for parts of a\n" +
      "request that the specification lacks. Options of a client: `headers`, `timeout` of an attempt, `retries`, `maxAnswerSize`, and\n" +
      "the hooks `onRequest` and `onResponse`, whose events have neither secrets nor tokens. Calls are repeated if the server is busy\n" +
      "or no connection comes about; other failures are repeated only if the call is safe to repeat.",
    [
      "```ts",
      `import { pacing } from "${packageName}";`,
      "",
      `const ${instance} = ${construction.replace("…", "pace: pacing({ perMinute: 600, concurrency: 5 })")};`,
      `const answer = await ${instance}.request({ method: "GET", path: "/a/call/without/types", query: { id: 1 } });`,
      "```",
    ].join("\n"),
    "### Pages and files",
    "A call with pages has a second function `…Pages`, and `…Items` if each page has one list. The object that `…Items` returns has\n" +
      "the `cursor` behind the items so far, which a later run goes on with. An upload takes a `File`, or `{ name, data, type }` with\n" +
      "bytes, a `Blob` or a stream. A download returns `{ stream, type, name, size, bytes }`: read the stream to its end, or cancel it.",
    "### Proxies and tests",
    "`fetch` is an option. That of npm's `undici` sends requests through a proxy, and a function of your own answers them in tests:",
    [
      "```ts",
      'import { fetch, ProxyAgent } from "undici";',
      "",
      'const dispatcher = new ProxyAgent("http://proxy.example.com:3128");',
      `const ${instance} = ${construction.replace("…", "fetch: (url, init) => fetch(url, { ...init, dispatcher })")};`,
      "```",
    ].join("\n"),
    "The package has modules for `import` and for `require` (NestJS, Egg, jest). A program that uses both loads two copies of each\n" +
      "class: there, tell errors apart by their `name`.",
  ].join("\n\n");
}

/** The names in the sections. */
interface Guide {
  readonly packageName: string;
  readonly className: string;
  readonly instance: string;
  readonly credentials: readonly string[];
}
