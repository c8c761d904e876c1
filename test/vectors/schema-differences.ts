/** Vectors of Go about which the schemas say something else than Go, by the reason. */
interface SchemaDifference {
  readonly reason: string;
  /** Whether the schemas accept what Go refuses, or refuse what Go accepts. */
  readonly schema: "accepts" | "refuses";
  readonly cases: readonly string[];
}

/**
 * The schemas of `enums: "open"` and `nulls: "all"` beside Go's encoding/json, for the vectors of `spec/`. Whatever else differs
 * is a fault, and so is a case of this list that begins to agree.
 */
export const schemaDifferences: readonly SchemaDifference[] = [
  {
    reason: "a `null` at the top is no value, as for the codecs",
    schema: "refuses",
    cases: ["top-null", "num-enum-uint8-top:null", "enum-top:null"],
  },
  {
    reason: "`JSON.parse` gives validators the same number for `1.0`, `1e3`, `-0` and what Go takes",
    schema: "accepts",
    cases: [
      ...["1.0", "1e3", "1E3", "1e0", "-0.0", "0.0", "0e0"].flatMap((number) => [
        `num-int:${number}`,
        `num-enum-int:${number}`,
      ]),
      ...["num-uint32", "num-enum-uint8-top"].flatMap((type) => [`${type}:-0`, `${type}:1.0`]),
      "num-uint32:1e3",
      "num-enum-uint8-top:1e2",
      "num-int-elem:1.0",
      "num-int-elem:1e3",
    ],
  },
  {
    reason: "validators round an integer next to the bounds of 64 bits to the bounds",
    schema: "accepts",
    cases: [
      "num-int:9223372036854775808",
      "num-int:-9223372036854775809",
      "num-enum-int:9223372036854775808",
      "num-enum-int:-9223372036854775809",
      "num-int-elem:9223372036854775808",
    ],
  },
  {
    reason: "of a key that stands twice `JSON.parse` keeps the last value alone",
    schema: "accepts",
    cases: ["dup-wrong-then-good"],
  },
  {
    reason: "`JSON.parse` has no limit to the depth of a member that nobody reads",
    schema: "accepts",
    cases: ["deep-unknown-array-10000", "deep-unknown-array-10001", "deep-unknown-object-10000"],
  },
];

const LONG = ["9223372036854775808", "-9223372036854775809", "1e18", "1E3", "9007199254740993.0"];

/** The same for the vectors of `types/`. */
export const typeSchemaDifferences: readonly SchemaDifference[] = [
  {
    reason: "the format `date-time` of validators takes more forms of a time than RFC 3339 as Go reads it",
    schema: "accepts",
    cases: each(
      ["time:%", "time_ptr:%"],
      [
        `"2024-01-01 00:00:00Z"`,
        `"2024-01-01T00:00:00z"`,
        `"2024-01-01t00:00:00Z"`,
        `"2024-01-01T00:00:00+0800"`,
        `"2024-01-01T00:00:00+08"`,
      ],
    ),
  },
  {
    reason: "`contentEncoding` is an annotation, which validators do not check",
    schema: "accepts",
    cases: [
      ...each(["bytes:%", "bytes_omit:%"], [`"x"`]),
      ...each(
        ["bytes:%", "bytes_omit:%", "bytes_list:[%]"],
        ["AA", "AA=", "A===", "====", "AA==AAEC", "-_8=", "AA EC", "AAEC=", "中文"].map(
          (text) => `"${text}"`,
        ),
      ),
    ],
  },
  {
    reason: "bytes are a text, and only a text, as for the codecs",
    schema: "refuses",
    cases: [
      ...each(["bytes:%", "bytes_omit:%"], ["[]", "[null]", "[0,1,2]"]),
      "bytes_list:[[0,1,2]]",
    ],
  },
  {
    reason: "the pattern of the keys of a map, or of a number in a text, has no bounds",
    schema: "accepts",
    cases: [
      ...each(["map_int:%", "map_int64:%"], keys("18446744073709551615", "18446744073709551616")),
      ...each(
        ["map_int8:%"],
        keys(
          "128",
          "255",
          "256",
          "9007199254740993",
          "-9223372036854775808",
          "18446744073709551615",
          "18446744073709551616",
        ),
      ),
      ...each(["map_uint:%", "map_uint64:%", "map_uint8:%"], keys("18446744073709551616")),
      ...each(["map_uint8:%"], keys("256", "9007199254740993", "18446744073709551615")),
      ...each(
        ["quoted_int:%", "quoted_int64:%", "quoted_ptr:%", "quoted_ptr_omit:%"],
        [`"18446744073709551615"`, `"18446744073709551616"`],
      ),
      ...each(
        ["quoted_uint8:%"],
        ["256", "9007199254740991", "9007199254740993", "18446744073709551615"].map(
          (number) => `"${number}"`,
        ),
      ),
      ...each(["quoted_uint8:%", "quoted_uint64:%"], [`"18446744073709551616"`]),
      `quoted_float:"1e400"`,
    ],
  },
  {
    reason: "`JSON.parse` gives validators the same number for `1.0`, `1e2`, `-0` and what Go takes",
    schema: "accepts",
    cases: [
      ...each(
        ["int_ptr:%", "int_ptr_omit:%", "int8:%", "int16:%", "int32:%", "rune:%"],
        ["1.0", "1e2"],
      ),
      ...each(["uint8:%", "byte:%", "uint16:%", "uint32:%"], ["-0", "1.0", "1e2"]),
      ...each(["uint64:%", "uint64s:[%]"], ["-0"]),
      ...each(["any:%", "any_omit:%", "any_list:[%]"], ["1e400"]),
    ],
  },
  {
    reason: "validators round an integer next to the bounds of 64 bits to the bounds",
    schema: "accepts",
    cases: [
      ...each(
        ["int64:%", "int64_omit:%", "int64_ptr:%", "int64s:[%]", `int64_map:{"k":%}`],
        LONG,
      ),
      ...each(["uint64:%", "uint64s:[%]"], ["18446744073709551616", ...LONG.slice(2)]),
    ],
  },
  {
    reason: "`[N]T` has exactly N items, as encoders write it",
    schema: "refuses",
    cases: [
      ...each(["int64_pair:%", "pair:%", "pairs:%", "bools:%"], ["[]", "[null]"]),
      ...each(
        ["int64_pair:%"],
        ["[9007199254740993]", "[9007199254740993,9007199254740995,9007199254740997]"],
      ),
      ...each(["pair:%"], ["[1]", "[1,2,3]", `[1,2,"x"]`]),
      ...each(["pairs:%"], [`[["a"]]`, `[["a","b"],["c"],1]`, `[null,["a"]]`]),
      "bools:[true]",
    ],
  },
];

function each(patterns: readonly string[], values: readonly string[]): string[] {
  return patterns.flatMap((pattern) => values.map((value) => pattern.replace("%", () => value)));
}

function keys(...names: readonly string[]): string[] {
  return names.map((name) => `{"${name}":"v"}`);
}
