/** A value of a model without its zero values: optional properties are absent where Go has such a value. */
export function withoutZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutZeros);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(
    ([name, member]) => [name, withoutZeros(member)] as const,
  );
  return Object.fromEntries(members.filter(([, member]) => !isZero(member)));
}

function isZero(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  const isText = value === "" || value === "0" || value === "0001-01-01T00:00:00Z";
  return (
    isText ||
    value === undefined ||
    value === null ||
    value === 0 ||
    value === 0n ||
    value === false
  );
}
