import type { Element } from "hast";
import { h } from "hastscript";
import type { Call } from "../../model/api.js";
import { heading } from "./declaration.js";
import { deprecationNote } from "./facts.js";
import { highlight } from "./highlight.js";
import type { Links, Target } from "./links.js";
import { prose } from "./prose.js";
import { typeNodes } from "./type.js";

/** The section of a call: how it travels, what it takes and gives, and how it is made. */
export function callSection(target: Target, call: Call, links: Links): Element {
  const { transfer, path, accessToken, request, response, errors, headers, documentation } = call;
  const pages = links.code.pagesOf(call);
  const facts: readonly (readonly [string, ...(string | Element)[]])[] = [
    ["请求", h("code", typeNodes(request, target.id, links))],
    [
      "响应",
      response.kind === "binary" ? "文件" : h("code", typeNodes(response, target.id, links)),
    ],
    ...(errors ?? []).map(
      ({ status, type }) =>
        [
          `HTTP ${status === "default" ? "错误" : status}`,
          h("code", typeNodes(type, target.id, links)),
        ] as const,
    ),
    ...(headers === undefined ? [] : [["请求头", h("code", headers.join(", "))] as const]),
    ...(accessToken === undefined ? [] : [["访问令牌", accessToken ? "需要" : "不需要"] as const]),
    ...(pages === undefined ? [] : [["分页", h("code", pages), " 依次给出每一页"] as const]),
    ...(transfer.carrier === "upload" ? [["文件", "以 multipart/form-data 上传"] as const] : []),
  ];
  const items = facts.flatMap(([name, ...content]) => [h("dt", name), h("dd", content)]);
  return h("section", { id: target.anchor, class: "entry" }, [
    heading(target, links),
    h("p", { class: "endpoint" }, [
      h("span", { class: "method" }, transfer.method),
      " ",
      h("code", path),
    ]),
    ...deprecationNote(call),
    h("div", { class: "prose" }, prose(documentation)),
    h("dl", items),
    h("pre", { tabIndex: 0 }, h("code", highlight(links.code.exampleOf(call)))),
  ]);
}
