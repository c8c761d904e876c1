/**
 * Deliberate differences of the codecs from Go's encoding/json: families of vectors, with the
 * reason. Whatever else differs is a fault, and so is a family of this list that begins to agree.
 */
export const differences: readonly { readonly reason: string; readonly cases: readonly string[] }[] =
  [
    {
      reason:
        "a `null` at the top is no value: Go leaves the variable as it is, and a caller would take a failed response for an empty one",
      cases: ["top-null", "enum-top:null", "num-enum-uint8-top:null"],
    },
    {
      reason:
        "an integer beyond ±(2^53 − 1) in a `number` would be another integer: an error, never a rounded number",
      cases: [
        "num-int:9007199254740992",
        "num-int:9007199254740993",
        "num-int:-9007199254740993",
        "num-int:9223372036854775807",
        "num-int:-9223372036854775808",
        "num-enum-int:9007199254740992",
        "num-enum-int:9007199254740993",
        "num-enum-int:-9007199254740993",
        "num-enum-int:9223372036854775807",
        "num-enum-int:-9223372036854775808",
        "num-int-elem:9007199254740993",
      ],
    },
    {
      reason:
        "`JSON.parse` gives the same number for `1.0`, `1e0` and `1`: the text that Go refuses cannot be told from the one it takes, and the number is right",
      cases: [
        ...["1.0", "1e3", "1E3", "1e0", "-0.0", "0.0", "0e0"].flatMap((number) => [
          `num-int:${number}`,
          `num-enum-int:${number}`,
        ]),
        "num-uint32:1.0",
        "num-uint32:1e3",
        "num-enum-uint8-top:1.0",
        "num-enum-uint8-top:1e2",
        "num-int-elem:1.0",
        "num-int-elem:1e3",
      ],
    },
    {
      reason: "a lone surrogate is kept, where Go writes U+FFFD: no character of a text is lost",
      cases: ["str", "str-elem"].flatMap((family) => [
        `${family}-lone-high`,
        `${family}-lone-low`,
        `${family}-lone-high-end`,
        `${family}-reversed-pair`,
        `${family}-high-then-bmp-escape`,
        `${family}-high-high-low`,
      ]),
    },
    {
      reason:
        "bytes that are no UTF-8 are replaced before there is a text to parse, and a decoder of the web makes one U+FFFD of a truncated character where Go makes one of each byte",
      cases: ["utf8-bad-truncated"],
    },
    {
      reason:
        "keys match exactly: that Go also takes another case of letters (`NAME`, and `ſ` for `s`) is what the API never sends, and would cost every member",
      cases: [
        "key-upper",
        "key-title",
        "key-mixed",
        "key-exact-then-fold",
        "key-fold-fold",
        "key-nested-fold",
        "key-long-s",
        "key-embedded-long-s",
        "key-kelvin",
        "key-embedded-kelvin",
        "key-kelvin-mobiles",
        "key-embedded-kelvin-mobiles",
        "key-embedded-upper",
      ],
    },
    {
      reason:
        "of a key that stands twice `JSON.parse` keeps the last value alone; Go merges it into the first one",
      cases: [
        "dup-value-then-null",
        "dup-wrong-then-good",
        "dup-struct-merge",
        "dup-struct-then-null",
        "dup-struct-then-empty",
        "dup-slice-null-elem-reuse",
        "dup-slice-regrow-null",
        "dup-slice-struct-reuse",
        "dup-slice-struct-longer",
        "dup-bool",
        "dup-int",
      ],
    },
    {
      reason: "`JSON.parse` has no limit to the depth of a member that nobody reads; Go's is 10,000",
      cases: [
        "deep-unknown-array-10000",
        "deep-unknown-array-10001",
        "deep-unknown-object-10000",
      ],
    },
  ];
