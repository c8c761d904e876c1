export { byStatus, noBody, plainText, type StatusAnswer } from "./answers.js";
export type { Fetch, FetchInit, FetchResponse } from "../runtime/web.js";
export { call, callInQuery } from "./call.js";
export {
  Client,
  type CallOptions,
  type ConnectionOptions,
  type ExtraParts,
  type Pace,
  type RequestEvent,
  type ResponseEvent,
} from "./client.js";
export { ResponseError, TransportError, type TransportFailure } from "./errors.js";
export { file, type DownloadedFile } from "./file.js";
export { pacing, type PaceLimits, type PacingOptions } from "./pacing.js";
export { itemsOf, offsetPages, pages, type PageItems } from "./pages.js";
export { fillPath } from "./path.js";
export { parametersOf } from "./parameters.js";
export { callInParts } from "./parts.js";
export { request, requestFile, type ApiRequest } from "./request.js";
export { upload } from "./upload.js";
export type { NamedContent, UploadFile } from "./upload-file.js";
