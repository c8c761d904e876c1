// Writes the JSON Schema of the configuration, which editors use, to dist/: it is made of the checks.
import { writeFile } from "node:fs/promises";
import { toJsonSchema } from "@valibot/to-json-schema";
import { union } from "valibot";

const dist = new URL("../../dist/", import.meta.url);
const { dialectForms } = await import(new URL("project/config/dialect-schema.js", dist));
const { packages, singlePackage } = await import(new URL("project/config/schema.js", dist));

const options = { errorMode: "ignore", typeMode: "input", target: "draft-2020-12" };
const { $schema: _version, ...dialect } = toJsonSchema(dialectForms, options);
const schema = toJsonSchema(union([singlePackage, packages]), {
  ...options,
  // Which form a dialect has shows in its value alone.
  overrideSchema: ({ valibotSchema: { type } }) => (type === "lazy" ? dialect : null),
});
const text = JSON.stringify({ title: "The configuration of md2sdk", ...schema });
await writeFile(new URL("config.schema.json", dist), `${text}\n`);
