import { collectDiagnostics, type Report } from "../../source/diagnostic.js";
import { jsonText } from "../../schema/json.js";
import { isInXmlSchema } from "../../schema/xml.js";
import type { ConfiguredOutput, PreparedOutput, Specification } from "../output.js";
import { describeApi } from "./description.js";
import type { OpenApiOptions } from "./options.js";
import { placeCalls } from "./paths.js";
import { schema } from "./schema.js";
import { openApiScope } from "./scope.js";

interface OpenApiSettings {
  readonly options: OpenApiOptions;
  /** The name of the file; its suffix says whether it is JSON or YAML. */
  readonly file: string;
  readonly isExternal: ConfiguredOutput["isExternal"];
}

/** A description of an API in OpenAPI 3.1. */
export const openapi = {
  target: "openapi",
  schema,
  configure: ({ options, file, isExternal }: OpenApiSettings): ConfiguredOutput => ({
    isExternal,
    prepare: (specification) => {
      const { report, diagnostics } = collectDiagnostics();
      const { api, index } = specification;
      const calls = placeCalls(api, index, report);
      reportXml(specification, report);
      const emit: PreparedOutput["emit"] = async () => {
        const scope = openApiScope(api, index, options);
        const description = describeApi(specification, calls, options, scope);
        if (file.endsWith(".json")) return new Map([[file, `${jsonText(description)}\n`]]);
        // Few runs write YAML.
        const { yamlText } = await import("../../yaml-text.js");
        return new Map([[file, yamlText(description)]]);
      };
      return { value: { emit }, diagnostics };
    },
  }),
} as const;

/** Reports the fields that OpenAPI has no place for. */
function reportXml({ api, index }: Specification, report: Report): void {
  const declarations = api.documents.flatMap((document) => document.declarations);
  for (const declaration of declarations) {
    const { xml = [], ownFields = [] } = declaration.kind === "model" ? declaration : {};
    for (const field of xml) {
      if (isInXmlSchema(field) || !ownFields.includes(field)) continue;
      const range = index.get(`field ${field.owner}.${field.name}`)?.definition;
      if (range !== undefined) report("unplaced-field", range, { name: field.name });
    }
  }
}
