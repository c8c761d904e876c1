import { createHash } from "node:crypto";

/** Tells one content from another. */
export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url");
}
