/** The outermost part of a type of Go as dialects write it. */
export type WrittenGoType =
  | { readonly kind: "pointer" | "list"; readonly element: string }
  | { readonly kind: "map"; readonly key: string; readonly value: string }
  /** A type of the pattern: `$1` or `$2`. */
  | { readonly kind: "part"; readonly number: number }
  | { readonly kind: "name"; readonly name: string };

/** Reads the outermost part of a type of Go; anything that is no other type is a name. */
export function goTypeIn(type: string): WrittenGoType {
  const [, prefix, key = "", rest = ""] = /^(\*|\[\]|map\[([^[\]]*)\])(.+)$/.exec(type) ?? [];
  if (prefix === "*") return { kind: "pointer", element: rest };
  if (prefix === "[]") return { kind: "list", element: rest };
  if (prefix !== undefined) return { kind: "map", key, value: rest };
  const [, number] = /^\$([12])$/.exec(type) ?? [];
  return number === undefined
    ? { kind: "name", name: type }
    : { kind: "part", number: Number(number) };
}

/** Returns the names of types that a type of Go as dialects write it consists of, `$1` and `$2` included. */
export function namesInGoType(type: string): string[] {
  const written = goTypeIn(type);
  switch (written.kind) {
    case "pointer":
    case "list":
      return namesInGoType(written.element);
    case "map":
      return [...namesInGoType(written.key), ...namesInGoType(written.value)];
    case "part":
    case "name":
      return [type];
  }
}
