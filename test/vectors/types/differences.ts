import type { Int64 } from "../../../generator/outputs/typescript/options.js";

interface Difference {
  readonly reason: string;
  /** What 64-bit integers are where the codecs differ; everywhere without. */
  readonly int64?: readonly Int64[];
  readonly cases: readonly string[];
}

const LONG = ["9007199254740992", "9007199254740993", "9223372036854775807"];

/**
 * Deliberate differences of the codecs from Go's encoding/json with the types of `types.md`.
 * Whatever else differs is a fault, and so is a case of this list that begins to agree.
 */
export const typeDifferences: readonly Difference[] = [
  {
    reason: "a time is kept as it is written, with the zeros and the digits of its fraction",
    cases: each(
      ["time:%", "time_ptr:%", "times:[%]", `time_map:{"k":%}`],
      [`"2024-01-01T00:00:00.100Z"`, `"2024-01-01T00:00:00.1234567891Z"`],
    ),
  },
  {
    reason: "base64 is kept as it is written, with line breaks and with bits that nothing is made of",
    cases: each(
      ["bytes:%", "bytes_omit:%", "bytes_list:[%]"],
      [`"AAEC\\n"`, `"AA\\r\\nEC"`, `"AB=="`],
    ),
  },
  {
    reason: "bytes are a text, and only a text: that Go takes a list of numbers is documented nowhere",
    cases: [
      ...each(["bytes:%", "bytes_omit:%"], ["[]", "[null]", "[0,1,2]"]),
      "bytes_list:[[0,1,2]]",
    ],
  },
  {
    reason: "an empty list, an empty map and no bytes are the zero value: Go writes `null` for what is not there",
    cases: [
      ...each(["%:[]"], ["times", "bytes_list", "inner_ptrs", "any_list", "int64s", "uint64s"]),
      ...each(["map%:{}"], ["", "_int", "_int8", "_uint", "_uint8", "_int64", "_uint64"]),
      ...each(["map%:{}"], ["_inner", "_ptr", "_list", "_map"]),
      "time_map:{}",
      "int64_map:{}",
      `bytes:""`,
    ],
  },
  {
    reason: "a `null` among the elements of a list or a map is the zero value of their type, as all `null` is",
    cases: [
      "bytes_list:[null]",
      ...each(["map_ptr:%", "map_list:%", "map_map:%"], [`{"a":null}`, `{"k":null}`]),
      ...each(["inner_ptrs:[%]"], ["null", "{},null"]),
      "uint64s:[null]",
    ],
  },
  {
    reason: "`JSON.parse` gives the same number for `1.0`, `1e2` and what Go takes",
    cases: [
      ...each(
        ["int_ptr:%", "int_ptr_omit:%", "int8:%", "int16:%", "int32:%", "rune:%"],
        ["1.0", "1e2"],
      ),
      ...each(["uint8:%", "byte:%", "uint16:%", "uint32:%"], ["1.0", "1e2"]),
      ...each(["int64:%", "int64_omit:%", "int64_ptr:%", "uint64:%"], ["1E3"]),
      ...each(["int64s:[%]", "uint64s:[%]", `int64_map:{"k":%}`], ["1E3"]),
    ],
  },
  {
    reason: "`JSON.stringify` writes -0 as 0",
    cases: ["float32:-0", "float64:-0", `quoted_float:"-0"`],
  },
  {
    reason: "a `float32` keeps the digits that it is written with: only what overflows is none",
    cases: ["float32:1e-50", "float32:5e-324", "float32:9007199254740993"],
  },
  {
    reason: "a number in a string is one of JSON, without leading zeros",
    cases: [`quoted_float:"01"`],
  },
  {
    reason: "a number beyond the range of `number` in `unknown` is an issue: `JSON.parse` makes Infinity of it",
    cases: ["raw:1e400", "raw_omit:1e400"],
  },
  {
    reason: "`null` is the zero value of `unknown`: Go counts the four characters of a json.RawMessage",
    cases: ["raw_omit:null"],
  },
  {
    reason:
      "an `int` or `uint` is a `number`: an integer beyond ±(2^53 − 1) is an error, never a rounded number",
    cases: [
      ...each(
        ["quoted_int:%", "quoted_ptr:%", "quoted_ptr_omit:%"],
        [`"9007199254740993"`, `"-9223372036854775808"`],
      ),
      ...each(["map_int:%"], [`{"9007199254740993":"v"}`, `{"-9223372036854775808":"v"}`]),
      ...each(["map_uint:%"], [`{"9007199254740993":"v"}`, `{"18446744073709551615":"v"}`]),
    ],
  },
  {
    reason:
      "an `int64` or `uint64` that is a `number`: beyond ±(2^53 − 1) it is an error, never a rounded number",
    int64: ["number"],
    cases: [
      ...each(
        ["int64:%", "int64_omit:%", "int64_ptr:%", "int64s:[%]", `int64_map:{"k":%}`],
        [...LONG, "-9007199254740993", "-9223372036854775808"],
      ),
      ...each(["uint64:%", "uint64s:[%]"], [...LONG, "9223372036854775808", "18446744073709551615"]),
      ...each(["int64s:[%]", "uint64s:[%]"], ["9007199254740993, 9007199254740995"]),
      "int64_pair:[9007199254740993]",
      "int64_pair:[9007199254740993,9007199254740995,9007199254740997]",
      ...each(["quoted_int64:%"], [`"9007199254740993"`, `"-9223372036854775808"`]),
      ...each(["quoted_uint64:%"], [`"9007199254740993"`, `"18446744073709551615"`]),
      ...each(["map_int64:%"], [`{"9007199254740993":"v"}`, `{"-9223372036854775808":"v"}`]),
      ...each(["map_uint64:%"], [`{"9007199254740993":"v"}`, `{"18446744073709551615":"v"}`]),
      "long beside decimals",
      "long beside texts",
      "long beside quotes",
      "long beside letters",
      "long beside escapes",
    ],
  },
];

/** Every text in the place of `%` in every form. */
function each(forms: readonly string[], texts: readonly string[]): string[] {
  return forms.flatMap((form) => texts.map((text) => form.replace("%", () => text)));
}
