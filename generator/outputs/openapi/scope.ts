import type { Api } from "../../model/api.js";
import type { Index, SymbolId } from "../../model/index.js";
import { sourceLinks } from "../../schema/links.js";
import { members, type JsonObject } from "../../schema/json.js";
import { typeDeclarations, type SchemaScope } from "../../schema/type.js";
import { componentNames, type ComponentNames } from "./names.js";
import type { OpenApiOptions } from "./options.js";

/** The declarations of an API, their schemas, and the choices of the options. */
export interface OpenApiScope extends SchemaScope {
  readonly names: ComponentNames;
  /** Whether the options say how calls carry the token. */
  readonly hasSecurity: boolean;
  /** Returns the member that links something to the line that declares it. */
  readonly linkTo: (id: SymbolId) => JsonObject;
}

/** Decides the names and the form of a description. */
export function openApiScope(
  api: Api,
  index: Index,
  { enums = "enum", nulls = "pointers", security, sourceLinks: template }: OpenApiOptions,
): OpenApiScope {
  const names = componentNames(api);
  const linkOf = sourceLinks(index, template);
  return {
    declarations: typeDeclarations(api),
    names,
    enums,
    nulls,
    isOpenApi: true,
    hasSecurity: security !== undefined,
    addressOf: (name, wire) => `#/components/schemas/${names[wire].get(name) ?? name}`,
    linkTo: (id) => {
      const url = linkOf(id);
      return members({ externalDocs: url === undefined ? undefined : { url } });
    },
  };
}
