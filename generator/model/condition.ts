/** The value that a field of the envelope has in a message. */
export interface Condition {
  /** The name of a field of the envelope; names of fields in it follow behind dots. */
  readonly field: string;
  /** The names of the members that lead to the value; absent if JSON does not show the field. */
  readonly json?: readonly string[];
  /** The names of the elements that lead to the value; absent if XML does not show the field. */
  readonly xml?: readonly string[];
  /** An exact `bigint` for an integer. */
  readonly value: string | bigint | boolean;
  /** The constant that the cell names in place of a literal. */
  readonly constant?: string;
}
