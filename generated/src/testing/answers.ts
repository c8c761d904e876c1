import type { Init } from "../runtime/init.js";
import type { FakeFile, ReceivedFile } from "./file.js";
import type { Instance } from "../runtime/web.js";
import type { Refusal } from "./refusal.js";
import type { Call, RoutePaging } from "./route.js";

/** A request beyond its members. */
export interface RequestContext {
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  /** The file of an upload. */
  readonly file: ReceivedFile | undefined;
}

/** The answer to a call: its response, a file for a download, a refusal, or any response of HTTP. */
export type AnswerOf<One extends Call<unknown, unknown>> =
  | (One["response"] extends FakeFile ? FakeFile : Init<One["response"]>)
  | Refusal
  | Instance<"Response", { readonly status: number }>;

/** Makes the answer to a call. An exception breaks the connection off. */
export type Answer<One extends Call<unknown, unknown>> = (
  request: One["request"],
  context: RequestContext,
) => AnswerOf<One> | Promise<AnswerOf<One>>;

/** An answer to a call of any types. */
export type AnyAnswer = (request: never, context: RequestContext) => unknown;

/** The answers to the calls: those for one request each come first. */
export class Answers {
  readonly #once = new Map<string, AnyAnswer[]>();
  readonly #lasting = new Map<string, AnyAnswer>();

  set(name: string, answer: AnyAnswer): void {
    this.#lasting.set(name, answer);
  }

  add(name: string, answer: AnyAnswer): void {
    this.#once.set(name, [...(this.#once.get(name) ?? []), answer]);
  }

  /** Returns the answer to the next request of a call, if one was given. */
  take(name: string): AnyAnswer | undefined {
    return this.#once.get(name)?.shift() ?? this.#lasting.get(name);
  }

  clear(): void {
    this.#once.clear();
    this.#lasting.clear();
  }
}

/** Makes answers of pages: each leads to the next one. */
export function pagesAnswer(pages: readonly object[], paging: RoutePaging): AnyAnswer {
  return paging.cursor === undefined ? offsetAnswer(pages, paging) : cursorAnswer(pages, paging);
}

function cursorAnswer(
  pages: readonly object[],
  { cursor = "", next = "", kind = "string", ...paging }: RoutePaging,
): AnyAnswer {
  const cursors = {
    string: (index: number) => (index === 0 ? "" : `page ${index + 1}`),
    number: (index: number) => index,
    bigint: (index: number) => BigInt(index),
  };
  const indexOf = (value: unknown) =>
    kind === "string"
      ? Number(/^page (\d+)$/.exec(String(value ?? ""))?.[1] ?? 1) - 1
      : Number(value ?? 0);
  return (request: Readonly<Record<string, unknown>>) => {
    const index = indexOf(request[cursor]);
    const isLast = index + 1 >= pages.length;
    // Where another property says that no page follows, the last cursor stays one to go on with.
    const following = isLast && paging.more === undefined ? 0 : Math.min(index + 1, pages.length);
    return {
      ...pages[index],
      [next]: cursors[kind](following),
      ...moreOf(paging, isLast),
    };
  };
}

function offsetAnswer(
  pages: readonly object[],
  { offset = "", items = "", ...paging }: RoutePaging,
): AnyAnswer {
  const sizeOf = (page: object) =>
    (page as Readonly<Record<string, readonly unknown[] | undefined>>)[items]?.length ?? 0;
  return (request: Readonly<Record<string, unknown>>) => {
    let left = Number(request[offset] ?? 0);
    const index = pages.findIndex((page) => {
      left -= sizeOf(page);
      return left < 0;
    });
    // An empty page is behind the last one.
    const page = index < 0 ? { [items]: [] } : pages[index];
    return { ...page, ...moreOf(paging, index < 0 || index + 1 >= pages.length) };
  };
}

function moreOf({ more, none = false }: RoutePaging, isLast: boolean): object {
  if (more === undefined) return {};
  return { [more]: isLast ? none : none === false ? true : 1 };
}
