// The command line of quicktype loads far more than what makes TypeScript of a schema, so this does
// without it: node quicktype.js <schema> <output>
import { readFile, writeFile } from "node:fs/promises";
import process from "node:process";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from "quicktype-core";

const [, , input, output] = process.argv;
const schema = await readFile(input, "utf8");
const schemaInput = new JSONSchemaInput(new FetchingJSONSchemaStore());
await schemaInput.addSource({ name: "Api", schema, uris: ["#/definitions/"] });
const inputData = new InputData();
inputData.addInput(schemaInput);
const { lines } = await quicktype({
  inputData,
  lang: "typescript",
  rendererOptions: { "raw-type": "any", "nice-property-names": true, "acronym-style": "camel" },
});
await writeFile(output, lines.join("\n"));
