import type { EndpointDraft } from "../draft.js";
import type { EndpointText } from "./endpoint.js";
import type { Subject } from "./part.js";

/** A part of a form that is a file, as a fence shows it. */
const PART = /content-disposition\s*:\s*form-data\s*;\s*name="([\w.-]+)"\s*;\s*filename\b/i;

/** A text that says the name of the file in a form: `文件标识名为"pic"`. */
const SAID =
  /(?:文件|媒体)(?:的)?(?:标识名?|标识符|参数名|字段名|名称?)\s*(?:为|是|[:：])\s*["“”'‘`「]([A-Za-z_][\w.-]*)["“”'’`」]/;

/** Reads that a call takes a file: pages of WeCom say so in a text, or in the example of a request. */
export function uploadIn(text: string): EndpointText {
  const [, part] = PART.exec(text) ?? [];
  if (part === undefined && !/multipart\/form-data/i.test(text)) return {};
  const file = part ?? SAID.exec(text)?.[1];
  return { isForm: true, ...(file !== undefined && { file }) };
}

/** Takes the row of the file of a call out of its request, whose fields are in the query; returns its documentation. */
export function takeFile({ request }: Subject, endpoint: EndpointDraft | undefined): string {
  if (endpoint?.transfer.carrier !== "upload") return "";
  const { file = "media" } = endpoint.transfer;
  const index = request.fields.findIndex(({ name }) => name.text === file);
  const [row] = index < 0 ? [] : request.fields.splice(index, 1);
  return row === undefined || row.documentation === "" ? "" : `${file}: ${row.documentation}`;
}
