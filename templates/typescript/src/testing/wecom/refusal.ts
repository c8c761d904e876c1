import { explanationOf } from "../../client/wecom/error-codes.js";
import { Refusal, type Violation } from "../refusal.js";

/**
 * Returns an answer with an error code.
 *
 * @param errmsg defaults to the explanation of the code
 */
export function refusal(errcode: number, errmsg?: string): Refusal {
  return new Refusal(200, { errcode, errmsg: errmsg ?? explanationOf(errcode) ?? "failed" });
}

/** Returns the answer to a request that the specification forbids. */
export function refusalOf({ kind, method, message }: Violation): Refusal {
  switch (kind) {
    case "path":
      return new Refusal(404, { errcode: 404, errmsg: message });
    case "method":
      return refusal(method === "POST" ? 43001 : 43002, message);
    case "credentials":
      return refusal(41001, message);
    case "body":
    case "member":
      return refusal(40058, message);
  }
}
