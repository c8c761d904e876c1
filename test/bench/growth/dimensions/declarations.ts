import {
  call,
  document,
  lines,
  model,
  only,
  PAIR,
  row,
  small,
  withCalls,
  type Dimension,
} from "../spec.js";

/** The declarations. */
export const declarations: Readonly<Record<string, Dimension>> = {
  documents: (size) => ({
    documents: Array.from({ length: size }, (_, index) =>
      document(small(`M${index}`), `spec/document_${index}.md`),
    ),
  }),
  models: (size) => only(lines(size, (index) => small(`M${index}`))),
  "models that refer to each other": (size) =>
    only(
      lines(size, (index) =>
        model(
          `M${index}`,
          lines(20, (to) => row(`F${to}`, `*M${(index * 7 + to * 13) % size}`)),
        ),
      ),
    ),
  "models that all refer to one": (size) =>
    only(small("Hub") + lines(size, (index) => small(`M${index}`, "[]Hub"))),
  "models in a chain of fields": (size) =>
    only(lines(size, (index) => small(`M${index}`, index + 1 < size ? `M${index + 1}` : "int"))),
  "rows of a model": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => row(`Field${index}`, "string")),
      ),
    ),
  "rows that omit": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => `\`Field${index}\`|\`f${index},omitempty\`|\`string\`|说明`),
      ),
    ),
  "rows with many types": (size) =>
    only(
      PAIR +
        model(
          "M",
          lines(size, (index) =>
            row(
              `F${index}`,
              ["[]In", "map[string]*Out", "[3]int", "int64", "[]byte"][index % 5] ?? "",
            ),
          ),
        ),
    ),
  "ignored rows": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => `\`F${index}\`|\`-\`|\`int\`|说明`),
      ),
    ),
  columns: (size) => {
    const titles = Array.from({ length: size }, (_, index) => `T${index}`).join("|");
    return only(
      `### \`M\`\n\nName|JSON|Type|Doc|${titles}\n-|-|-|-${"|-".repeat(size)}\n${row("A", "int")}${"|x".repeat(size)}\n`,
    );
  },
  "bars of a row": (size) => only(model("M", row("A", "int") + "|x".repeat(size))),
  "nesting of lists, 200 rows": (size) =>
    only(
      model(
        "M",
        lines(200, (index) => row(`F${index}`, `${"[]".repeat(Math.min(size, 15))}In`)),
      ) + PAIR,
    ),
  "nesting of maps": (size) =>
    only(
      model(
        "M",
        lines(20, (index) => row(`F${index}`, `${"map[string]".repeat(Math.min(size, 15))}In`)),
      ) + PAIR,
    ),
  "rows of nested lists": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => row(`F${index}`, `${"[]".repeat(15)}In`)),
      ) + PAIR,
    ),
  "containment cycle": (size) =>
    only(lines(size, (index) => small(`M${index}`, `M${(index + 1) % size}`))),
  "embedding chain": (size) =>
    only(
      lines(size, (index) =>
        model(
          `M${index}`,
          `${index > 0 ? `\`M${index - 1}\`||-|x\n` : ""}${row(`F${index}`, "int")}`,
        ),
      ),
    ),
  "embedding chain without fields": (size) =>
    only(
      lines(size, (index) =>
        model(`M${index}`, index > 0 ? `\`M${index - 1}\`||-|x` : row("A", "int")),
      ),
    ),
  "embedded models": (size) =>
    only(
      lines(size, (index) => small(`M${index}`).replace("`A`|`a`", `\`A${index}\`|\`a${index}\``)) +
        model(
          "All",
          lines(size, (index) => `\`M${index}\`||-|x`),
        ),
    ),
  "embedding models": (size) =>
    only(PAIR + lines(size, (index) => model(`M${index}`, `\`In\`||-|x\n${row("B", "int")}`))),
  "embedded diamonds": (size) =>
    only(
      small("M0") +
        lines(size, (index) => model(`M${index + 1}`, `\`M${index}\`||-|x\n${row("A", "int")}`)),
    ),
  calls: (size) => ({
    documents: [
      withCalls(
        lines(size, (index) => small(`In${index}`) + small(`Out${index}`)),
        lines(size, (index) =>
          call(
            `exec${index}Call`.replace("exec", "Do"),
            `/a/${index}`,
            `In${index}`,
            `Out${index}`,
          ),
        ),
      ),
    ],
  }),
  "calls of the same models": (size) => ({
    documents: [
      withCalls(
        PAIR,
        lines(size, (index) => call(`Do${index}`, `/a/${index}`)),
      ),
    ],
  }),
  "calls with pages": (size) => ({
    documents: [
      withCalls(
        model("In", row("Cursor", "string")) +
          model("Out", "`NextCursor`|`next_cursor`|`string`|游标"),
        lines(size, (index) => call(`Do${index}`, `/a/${index}`)),
      ),
    ],
  }),
  topics: (size) => ({
    documents: [
      {
        path: "spec/document.md",
        value: lines(size, (index) => `# 主题 ${index}\n\n## Models\n\n${small(`M${index}`)}`),
      },
    ],
  }),
  "sections of models": (size) => ({
    documents: [
      {
        path: "spec/document.md",
        value: `# 主题\n\n${lines(size, (index) => `## Models\n\n${small(`M${index}`)}`)}`,
      },
    ],
  }),
  "spellings of one wire name": (size) =>
    only(
      lines(size, (index) =>
        model(`M${index}`, `\`${"a".repeat(index % 50)}User${index % 97}ID\`|\`userid\`|\`int\`|x`),
      ),
    ),
  "wire names spelt twice": (size) =>
    only(
      model(
        "M",
        lines(size, (index) => `\`User${index}ID\`|\`user_${index}\`|\`int\`|x`),
      ) +
        model(
          "N",
          lines(size, (index) => `\`User${index}Id1\`|\`user_${index}\`|\`int\`|x`),
        ),
    ),
  renames: (size) => ({
    ...only(lines(size, (index) => small(`M${index}`))),
    config: {
      rename: {
        names: Object.fromEntries(
          Array.from({ length: size }, (_, index) => [`M${index}`, `N${index}`]),
        ),
      },
    },
  }),
  externals: (size) => ({
    ...only(lines(size, (index) => small(`M${index}`, `X${index}`))),
    config: {
      externals: Object.fromEntries(
        Array.from({ length: size }, (_, index) => [
          `X${index}`,
          { type: `X${index}`, from: "./x.js" },
        ]),
      ),
    },
  }),
  overrides: (size) => ({
    ...only(lines(size, (index) => small(`M${index}`, "int64"))),
    config: {
      overrides: Object.fromEntries(
        Array.from({ length: size }, (_, index) => [`M${index}.A`, { int64: "bigint" as const }]),
      ),
    },
  }),
};
