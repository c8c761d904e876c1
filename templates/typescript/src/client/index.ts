export { call } from "./call.js";
export {
  Client,
  type CallOptions,
  type ConnectionOptions,
  type RequestEvent,
  type ResponseEvent,
} from "./client.js";
export { ResponseError, TransportError, type TransportFailure } from "./errors.js";
export { file, type DownloadedFile } from "./file.js";
export { offsetPages, pages } from "./pages.js";
export { fillPath } from "./path.js";
export { parametersOf } from "./parameters.js";
export { callInParts } from "./parts.js";
export { upload, type UploadFile } from "./upload.js";
