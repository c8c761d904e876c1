import type { SourceText } from "../../source/source.js";
import { plainText } from "./plain.js";

/** The parts of an endpoint that a text tells. */
export interface EndpointText {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  /** The query of the address, without its question mark. */
  readonly query?: string | undefined;
  /** Whether the body is a form with a file. */
  readonly isForm?: true | undefined;
}

const METHOD = "GET|POST|PUT|PATCH|DELETE|HEAD";

/** An element of HTML with a method and a path in it: `<Route method="GET">/users</Route>`. */
const ELEMENT = new RegExp(
  String.raw`<\w+\b[^>]*\bmethod=["'](${METHOD})["'][^>]*>(.*?)</\w+>`,
  "i",
);

const ADDRESS = String.raw`(?:https?://[^\s/,，;；]+)?(/[^\s,，;；?#"'）)]*|(?=[?#\s]|$))`;

/** A method and an address: `GET /users`, `POST（HTTPS）https://host/path`. */
const BOTH = new RegExp(
  String.raw`^(?:\W*)(${METHOD})\b[^/\w]*?(?:[（(][^）)]*[）)])?[^/\w]*${ADDRESS}`,
);

const LABELLED_METHOD = new RegExp(
  String.raw`(?:方式|方法|method)\s*[:：]\s*\W*(${METHOD})\b`,
  "i",
);

const LABELLED_PATH = new RegExp(
  String.raw`(?:地址|url|uri|路径|接口|终结点|endpoint|path|route)\s*[:：]\s*${ADDRESS}`,
  "i",
);

const ALONE = new RegExp(String.raw`^\W{0,3}(?:https?://[^\s/]+(?=/))${ADDRESS}$`);

/** Returns what a line tells of the endpoint of a call. */
export function endpointIn(text: string): EndpointText {
  const [, elementMethod, inner] = ELEMENT.exec(text) ?? [];
  if (elementMethod !== undefined && inner !== undefined) {
    return { method: elementMethod.toUpperCase(), path: pathOf(plainText(inner)) };
  }
  const plain = plainText(text).replace(/^[>\s]+/, "");
  const [, bothMethod, bothPath] = BOTH.exec(plain) ?? [];
  if (bothMethod !== undefined && bothPath)
    return { method: bothMethod, path: pathOf(bothPath), query: queryBehind(bothPath, plain) };
  const [, method] = LABELLED_METHOD.exec(plain) ?? [];
  const [, path] = LABELLED_PATH.exec(plain) ?? ALONE.exec(plain) ?? [];
  if (!path) return { method: method?.toUpperCase() };
  return { method: method?.toUpperCase(), path: pathOf(path), query: queryBehind(path, plain) };
}

/** Returns the query of an address behind its path. */
function queryBehind(path: string, text: string): string | undefined {
  const behind = text.slice(text.indexOf(path) + path.length);
  return /^\?([^\s`"'）)，,；;]*)/.exec(behind)?.[1];
}

/** Returns the value below a heading such as `请求方式` or `请求URL`. */
export function endpointBelow(role: "method" | "url", lines: readonly SourceText[]): EndpointText {
  for (const { text } of lines) {
    const both = endpointIn(text);
    if (both.path !== undefined) return both;
    const plain = plainText(text);
    const [, method] = new RegExp(String.raw`^\W*(${METHOD})\b`, "i").exec(plain) ?? [];
    const [, path] = new RegExp(String.raw`(?:^|\s)${ADDRESS}`).exec(plain) ?? [];
    if (role === "method" && method !== undefined) return { method: method.toUpperCase() };
    if (role === "url" && path)
      return { path: pathOf(path), method: both.method, query: queryBehind(path, plain) };
  }
  return {};
}

/** Spells the parameters of a path with braces. */
function pathOf(path: string): string {
  return path
    .replaceAll(/\/:([A-Za-z_]\w*)/g, "/{$1}")
    .replaceAll(/<([A-Za-z_]\w*)>/g, "{$1}")
    .replace(/[`。.]+$/, "");
}
