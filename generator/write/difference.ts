/** A file of the output that is not as it would be generated now. */
export interface Difference {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
}
