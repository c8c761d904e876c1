import type { SourceRange, SourceText } from "../../source/source.js";
import { sourceOf } from "../../source/text.js";
import { plainText } from "./plain.js";

/** The parts of an endpoint that a text tells. */
export interface EndpointText {
  readonly method?: string | undefined;
  /** The path with braces around its parameters, and its place. */
  readonly path?: SourceText | undefined;
  /** The query of the address, without its question mark. */
  readonly query?: string | undefined;
  /** Whether the body is a form with a file. */
  readonly isForm?: true | undefined;
  /** The name of the file in the form, if a text tells it. */
  readonly file?: string | undefined;
  /** Whether the answer is a file. */
  readonly isBinary?: true | undefined;
}

const METHOD = "GET|POST|PUT|PATCH|DELETE|HEAD";

/** A method alone. */
export const METHOD_ALONE = new RegExp(String.raw`^\W*(${METHOD})\W*$`, "i");

/** An element of HTML with a method and a path in it: `<Route method="GET">/users</Route>`. */
const ELEMENT = new RegExp(
  String.raw`<\w+\b[^>]*\bmethod=["'](${METHOD})["'][^>]*>(.*?)</\w+>`,
  "i",
);

/**
 * An address up to a space, a query, a comma or a mark of Chinese; marks that no path has are kept, and
 * reported with it. A comma may stand between parameters.
 */
const ADDRESS = String.raw`(?:https?://[^\s/,，;；]+)?(/(?:[^\s,;?#，；。、：！（）「」《》【】“”‘’]|[,;](?=[{:<]))*|(?=[?#\s]|$))`;

/** A method and an address: `GET /users`, `POST（HTTPS）https://host/path`; `GET/POST` are two methods, of which the first one counts. */
const BOTH = new RegExp(
  String.raw`^(?:\W*)(${METHOD})\b[^/\w]*?(?:[（(][^）)]*[）)])?[^/\w]*(?!/(?:${METHOD})\b)${ADDRESS}`,
);

const LABELLED_METHOD = new RegExp(
  String.raw`(?:方式|方法|method)\s*[:：]\s*\W*(${METHOD})\b`,
  "i",
);

const LABELLED_PATH = new RegExp(
  String.raw`(?:地址|url|uri|路径|接口|终结点|endpoint|path|route)\s*[:：]\s*${ADDRESS}`,
  "i",
);

const ALONE = new RegExp(String.raw`^\W{0,3}(?:https?://[^\s/]+(?=/))${ADDRESS}(?:\?\S*)?$`);

/** The address of the page itself, where it comes from: `原文地址：https://…`, or one of a site of documentation. */
const SOURCE =
  /(?:原文|文档|来源|出处|\bsource|\bdocs?|\bdocumentation)[^:：/]{0,12}[:：]\s*\W{0,3}https?:\/\/|^\W{0,3}https?:\/\/(?:developers?|docs?|open)\.\S*\/(?:docs?|document)\/\S*$/i;

/** Tells whether a line is a link to the page that a document is a copy of. */
export function isSource(text: string): boolean {
  return SOURCE.test(plainText(text));
}

/** Returns what a line tells of the endpoint of a call. */
export function endpointIn({ text, range }: SourceText): EndpointText {
  if (isSource(text)) return {};
  const [, elementMethod, inner] = ELEMENT.exec(text) ?? [];
  if (elementMethod !== undefined && inner !== undefined) {
    return { method: elementMethod.toUpperCase(), path: pathIn(plainText(inner), range) };
  }
  const plain = plainText(text).replace(/^[>\s]+/, "");
  const [, bothMethod, bothPath] = BOTH.exec(plain) ?? [];
  if (bothMethod !== undefined && bothPath)
    return {
      method: bothMethod,
      path: pathIn(bothPath, range),
      query: queryBehind(bothPath, plain),
    };
  const [, method] = LABELLED_METHOD.exec(plain) ?? [];
  const [, path] = LABELLED_PATH.exec(plain) ?? ALONE.exec(plain) ?? [];
  if (!path) return { method: method?.toUpperCase() };
  return {
    method: method?.toUpperCase(),
    path: pathIn(path, range),
    query: queryBehind(path, plain),
  };
}

/** Returns the query of an address behind its path. */
function queryBehind(path: string, text: string): string | undefined {
  const behind = text.slice(text.indexOf(path) + path.length);
  return /^\?([^\s`"'）)，,；;]*)/.exec(behind)?.[1];
}

/** Returns the endpoint of a heading that is a method alone, below one that is a path: `### /users` and `#### GET`. */
export function endpointOfMethod(title: SourceText, above: SourceText | undefined): EndpointText {
  const [, method] = METHOD_ALONE.exec(plainText(title.text)) ?? [];
  if (method === undefined || above === undefined || !/^\W?\//.test(above.text)) return {};
  return { ...endpointBelow("url", [above]), method: method.toUpperCase() };
}

/** Returns the value below a heading such as `请求方式` or `请求URL`. */
export function endpointBelow(role: "method" | "url", lines: readonly SourceText[]): EndpointText {
  for (const line of lines) {
    const both = endpointIn(line);
    if (both.path !== undefined && (role === "url" || both.method !== undefined)) return both;
    const plain = plainText(line.text);
    const [, method] = new RegExp(String.raw`^\W*(${METHOD})\b`, "i").exec(plain) ?? [];
    const [, path] = new RegExp(String.raw`(?:^|\s)${ADDRESS}`).exec(plain) ?? [];
    if (role === "method" && method !== undefined) return { method: method.toUpperCase() };
    if (role === "url" && path)
      return {
        path: pathIn(path, line.range),
        method: both.method,
        query: queryBehind(path, plain),
      };
  }
  return {};
}

/** Returns a path with braces around its parameters, and its place in a line. */
function pathIn(address: string, line: SourceRange): SourceText {
  const written = withoutEnd(address);
  const start = line.start + sourceOf(line).indexOf(written);
  const place = start < line.start ? {} : { start, end: start + written.length };
  const text = written
    .replaceAll(/([/,;]):([A-Za-z_]\w*)/g, "$1{$2}")
    .replaceAll(/<([A-Za-z_]\w*)>/g, "{$1}");
  return { text, range: { ...line, ...place } };
}

/** Removes the marks of a sentence behind an address: quotes, full stops, and brackets without a first one. */
function withoutEnd(address: string): string {
  const path = address.replace(/["'`.:]+$/, "");
  const isClosed = path.endsWith(")") && path.split(")").length > path.split("(").length;
  return isClosed ? withoutEnd(path.slice(0, -1)) : path;
}
