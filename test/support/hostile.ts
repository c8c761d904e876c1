import type { SpecFile } from "../../generator/source/spec-file.js";

/** Texts that a tool would obey where a comment of its own had them. */
export const hostileTexts: readonly string[] = [
  "@internal",
  "mail a@internal.corp",
  String.raw`\@internal`,
  "[docs](https://npm.corp/@internal/x#__PURE__) and <https://npm.corp/@internal/y>",
  "`@internal` in code",
  "#__NO_SIDE_EFFECTS__",
  "@__NO_SIDE_EFFECTS__",
  String.raw`\#__NO_SIDE_EFFECTS__`,
  "#__PURE__",
  "@__PURE__",
  "@__INLINE__ @__NOINLINE__ @__MANGLE_PROP__",
  "@__KEY__",
  "@preserve",
  "@license MIT",
  "see @copyright, @cc_on",
  "! important",
  "//! important",
  "/*! important",
  "@vite-ignore",
  'webpackIgnore: true, webpackChunkName: "x"',
  "@ts-ignore",
  "// @ts-expect-error",
  "@ts-nocheck",
  "@jsx h",
  "see @jsxImportSource evil",
  "@jsxRuntime classic",
  '/// <reference path="./evil.d.ts" />',
  "//# sourceMappingURL=evil.js.map",
  "# sourceURL=evil.js",
  "@deprecated",
  "@param x {string} y",
  "* @type {never}",
  "@typedef {object} Evil",
  "{@link Evil}",
  "{@inheritDoc Evil}",
  "*/ alert(1) /*",
  "**/",
  "a <!-- b",
  "--> </script>",
  "eslint-disable",
  "prettier-ignore",
  "oxlint-disable-next-line",
  "biome-ignore lint: x",
  "istanbul ignore file",
  "/* istanbul ignore next",
  "/* c8 ignore start",
  "/* v8 ignore next",
  "/* node:coverage disable",
  "@flow",
  "@format",
  "@module evil",
];

/** A specification whose documentation is hostile wherever there may be some. */
export const hostileSpec: readonly SpecFile[] = hostileTexts.map((text, index) => ({
  path: `spec/hostile-${index}.md`,
  value: documentOf(text, index),
}));

function documentOf(text: string, index: number): string {
  return `# Topic ${text}

x ${text}
${text}

## Models

### \`M${index}\` ${text}

x ${text}

Name|JSON|Type|Doc
-|-|-|-
\`A\`|\`a\`|\`string\`| ${text}
\`B\`|\`b\`|\`E${index}\`| x<br>${text}
\`C\`|\`c\`|\`L${index}\`| x<br>${text}<br>x
\`D\`|\`-\`|\`string\`| ${text}

\`\`\`go
// ${text}
type E${index} int

const (
	// ${text}
	E${index}X E${index} = 1
	E${index}Y E${index} = 2 // ${text}
)

// ${text}
type L${index} = string

// ${text}
const C${index} = "c"
\`\`\`

## API calls

Name|Request Type|Response Type|Access Token|URL|Doc
-|-|-|-|-|-
\`execCall${index}\`|\`M${index}\`|\`M${index}\`|+|\`POST /hostile/${index}\`| ${text}
`;
}
