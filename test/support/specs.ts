import * as fc from "fast-check";
import type { CheckOptions } from "../../generator/project/check.js";
import type { SpecFile } from "../../generator/source/spec-file.js";
import { isIdentifier } from "../../generator/names.js";

/** A specification, its settings, and the modules that stand beside its output. */
export interface GeneratedSpec {
  readonly specFiles: readonly SpecFile[];
  readonly settings: CheckOptions;
  /** Texts of TypeScript by their paths in the package. */
  readonly foreign: ReadonlyMap<string, string>;
}

/** Draws one of several values. */
type Pick = <Value>(...values: readonly Value[]) => Value;

/**
 * Specifications with every kind of type in every position, whose names are partly fresh and partly
 * those of a vocabulary.
 */
export function generatedSpec(vocabulary: readonly string[]): fc.Arbitrary<GeneratedSpec> {
  return fc.gen().map((draw) => {
    const pick: Pick = (...values) => draw(fc.constantFrom, ...values);
    return new SpecWriter(pick, vocabulary).spec();
  });
}

const SCALARS = ["string", "bool", "int", "int8", "int64", "uint64", "float32", "float64"] as const;
const LEAVES = [...SCALARS, "time.Time", "[]byte", "interface{}", "any", "json.RawMessage"];
const EXTERNAL = "Foreign";
const TOPICS = ["one", "two", "three"];

class SpecWriter {
  readonly #pick: Pick;
  readonly #vocabulary: readonly string[];
  readonly #used = new Set<string>();
  readonly #renamed: Record<string, string> = {};
  /** The names that a type may have in it, by what they are. */
  readonly #models: string[] = [];
  readonly #others: string[] = [];
  /** The models that a type may have in it as they are: there is no cycle among those. */
  readonly #whole: string[] = [];
  readonly #sections = new Map<string, { models: string[]; code: string[]; calls: string[] }>(
    TOPICS.map((topic) => [topic, { models: [], code: [], calls: [] }]),
  );

  constructor(pick: Pick, vocabulary: readonly string[]) {
    this.#pick = pick;
    this.#vocabulary = vocabulary;
  }

  spec(): GeneratedSpec {
    const pick = this.#pick;
    const models = this.#times([2, 3, 4], () => this.#name());
    const aliases = this.#times([2, 3, 4, 5], () => this.#name());
    this.#models.push(...models);
    for (const name of aliases) this.#alias(name);
    for (const name of this.#times([0, 1, 2], () => this.#name())) this.#enum(name);
    for (const name of models) this.#model(name);
    for (const name of this.#times([0, 1, 2], () => this.#name())) {
      this.#section().code.push(`const ${name} = ${pick("1", '"x"', "1 << 62", "true")}`);
    }
    this.#times(pick([0], [1], [2, 3]), () => this.#call());
    const specFiles = [...this.#sections].map(([topic, section]) => ({
      path: `spec/${topic}.md`,
      value: documentText(topic, section),
    }));
    const external = { type: this.#plainName(), from: "./foreign.js", codec: this.#plainName() };
    const hasCodec = pick(true, false);
    const settings: CheckOptions = {
      checkLimits: pick(true, false),
      int64: pick("number", "bigint", "string"),
      presence: pick("zero", "optional"),
      enumStyle: pick("const-enum", "enum", "as-const", "union"),
      rename: { names: this.#renamed },
      externals: {
        [EXTERNAL]: hasCodec ? external : { type: external.type, from: external.from },
      },
    };
    return { specFiles, settings, foreign: new Map([["src/foreign.ts", foreignText(external)]]) };
  }

  #times<Value>(counts: readonly number[], make: () => Value): Value[] {
    return Array.from({ length: this.#pick(...counts) }, make);
  }

  #section() {
    return this.#sections.get(this.#pick(...TOPICS)) ?? { models: [], code: [], calls: [] };
  }

  /** A name that no other declaration has; the settings may rename it. */
  #name(): string {
    const name = this.#plainName();
    const wanted = this.#pick(...this.#vocabulary);
    if (this.#pick(...TENTHS) === 0 && isIdentifier(wanted)) this.#renamed[name] = wanted;
    return name;
  }

  #plainName(): string {
    const wanted =
      this.#pick(...TENTHS) < 3
        ? this.#pick("", "exec").concat(this.#pick(...this.#vocabulary))
        : "";
    const isFree = /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(wanted) && !this.#used.has(wanted);
    const name = isFree ? wanted : `T${this.#used.size}`;
    this.#used.add(name);
    return name;
  }

  /** A type, of scalars, of what is declared, and of lists and the like of them. */
  #type(depth = 0): string {
    const pick = this.#pick;
    const model = pick("*", "[]").concat(pick(...this.#models));
    const leaf = () => pick(pick(...LEAVES), model, ...this.#whole, this.#other(), this.#other());
    if (depth > 2) return leaf();
    switch (pick(...TENTHS)) {
      case 0:
        return `*${this.#type(depth + 1)}`;
      case 1:
        return `[]${this.#type(depth + 1)}`;
      case 2:
        return `[2]${this.#type(depth + 1)}`;
      case 3:
        return `map[${pick("string", "int64", "uint8")}]${this.#type(depth + 1)}`;
      case 4:
        return `[]${pick(...this.#models)}`;
      default:
        return leaf();
    }
  }

  #other(): string {
    return this.#others.length === 0
      ? this.#pick(...LEAVES)
      : this.#pick(...this.#others, EXTERNAL);
  }

  #alias(name: string): void {
    const pick = this.#pick;
    const recursive = pick(`[]${name}`, `map[string]${name}`, `[]*${name}`, `map[int][]${name}`);
    const type = pick(...TENTHS) === 0 ? recursive : this.#type();
    this.#section().code.push(`type ${name} ${pick("", "= ")}${type}`);
    this.#others.push(name);
  }

  #enum(name: string): void {
    const pick = this.#pick;
    const type = pick("string", "int", "int64", "float64");
    const value = (index: number) => (type === "string" ? `"v${index}"` : `${index}`);
    const members = this.#times([1, 2], () => this.#plainName());
    const lines = members.map((member, index) => {
      return `const ${pick(member, name + member)} ${name} = ${value(index)}${pick("", " // 文档")}`;
    });
    this.#section().code.push(`type ${name} ${type}`, ...lines);
    this.#others.push(name);
  }

  #model(name: string): void {
    const pick = this.#pick;
    const rows = this.#times([0, 1, 3, 5], () => {
      const field = this.#plainName();
      const tag = field.toLowerCase();
      const option = pick("", "", ",omitempty", ",string");
      const type = option === ",string" ? pick(...SCALARS) : this.#type();
      return `\`${field}\`|\`${tag}${option}\`|\`${type}\`|${this.#meaning().join("|")}| 文档`;
    });
    const earlier = this.#whole.flatMap((model) => {
      return [model, `*${model}`, this.#aliasOf(model)];
    });
    if (earlier.length > 0 && pick(true, false))
      rows.unshift(`\`\`|\`\`|\`${pick(...earlier)}\`|||||| 文档`);
    this.#section().models.push(modelText(name, rows));
    this.#whole.push(name);
  }

  #call(): void {
    const pick = this.#pick;
    const method = pick(...METHODS);
    const request = this.#messageOf("Cursor", "cursor");
    const response =
      method === "HEAD" ? this.#emptyModel() : this.#messageOf("NextCursor", "next_cursor").type;
    const cells = [this.#name(), request.type, response].map((cell) => `\`${cell}\``);
    const segments = request.tags
      .filter(() => pick(true, false))
      .map((tag) => pick(`/{${tag}}`, `/x:{${tag}}.y`));
    const url = `\`${method} /p${segments.join("")}\``;
    this.#section().calls.push([...cells, pick("+", "-"), url, " 文档"].join("|"));
  }

  #emptyModel(): string {
    const name = this.#name();
    this.#section().models.push(modelText(name, []));
    return name;
  }

  /** A model of scalars for one side of a call, which leads from page to page; or another type. */
  #messageOf(field: string, tag: string): { readonly type: string; readonly tags: string[] } {
    const pick = this.#pick;
    const name = this.#name();
    const fields = [
      [field, tag, "string"],
      [this.#plainName(), "other", pick(pick(...SCALARS), this.#other())],
    ].filter(() => pick(true, true, false));
    const rows = fields.map((cells) => {
      const code = cells.map((cell) => `\`${cell}\``);
      return [...code, ...this.#meaning(), " 文档"].join("|");
    });
    this.#section().models.push(modelText(name, rows));
    const type = pick(name, name, name, this.#aliasOf(name), "interface{}");
    return { type, tags: fields.map(([, json = ""]) => json) };
  }

  /** The cells that say more about a field than its name and its type. */
  #meaning(): string[] {
    const pick = this.#pick;
    return [
      pick("", "", "是", "否", "创建时必填"),
      pick("", "1", "`a`", "true", "[]", "{}", "0.5", '`["a"]`', "9007199254740993"),
      pick("", "1", "`*/`", '`{"__proto__": [null]}`', "[[1]]"),
      pick("", "", "是", "请用 `x`, */ @internal"),
      pick("", "1~3", "≤ 20", "`[0, 2^64)`", "不超过 4 字节", "最多 2 个"),
    ];
  }

  #aliasOf(model: string): string {
    const alias = this.#name();
    this.#section().code.push(`type ${alias} ${this.#pick("", "= ")}${model}`);
    return alias;
  }
}

const METHODS = ["GET", "POST", "POST(media)", "PUT", "PATCH", "DELETE", "HEAD"] as const;

const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function modelText(name: string, rows: readonly string[]): string {
  return [
    `### \`${name}\``,
    "",
    "Name|JSON|Type|Required|Default|Example|Deprecated|Limits|Doc",
    "-|-|-|-|-|-|-|-|-",
    ...rows,
  ].join("\n");
}

function documentText(
  topic: string,
  { models, code, calls }: { models: string[]; code: string[]; calls: string[] },
): string {
  const header = "Name|Request Type|Response Type|Access Token|URL|Doc";
  return [
    `# ${topic}`,
    ...(models.length + code.length > 0 ? ["## Models", ...models] : []),
    ...(code.length > 0 ? [`\`\`\`go\n${code.join("\n")}\n\`\`\``] : []),
    ...(calls.length > 0 ? ["## API calls", [header, "-|-|-|-|-|-", ...calls].join("\n")] : []),
  ]
    .join("\n\n")
    .concat("\n");
}

function foreignText({ type, codec }: { type: string; codec: string }): string {
  return [
    `import { codec as make, type Codec as C, type JsonObject as J } from "./runtime/index.js";`,
    `interface Value { id: string }`,
    `export type { Value as ${type} };`,
    `const made: C<Value> = make((json): Value => ({ id: String(json) }), (value): J => ({ id: value.id ?? "" }));`,
    `export { made as ${codec} };`,
  ].join("\n");
}
