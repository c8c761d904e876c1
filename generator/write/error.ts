/** The output cannot be written; what was there is as it was. */
export class WriteError extends Error {
  override readonly name = "WriteError";
}
