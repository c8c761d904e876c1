import type { Api, TypeDeclaration } from "../../model/api.js";
import { declarationSchema } from "../../schema/declaration.js";
import { members, type JsonObject } from "../../schema/json.js";
import { xmlModelSchema } from "../../schema/xml.js";
import type { OpenApiScope } from "./scope.js";

/** Returns the schemas of all types, in the order of the documents. */
export function componentSchemas({ documents }: Api, scope: OpenApiScope): JsonObject {
  const declarations = documents.flatMap((document) => document.declarations);
  const types = declarations.filter((declaration) => declaration.kind !== "constant");
  return Object.fromEntries(types.flatMap((declaration) => schemasOf(declaration, scope)));
}

function schemasOf(
  declaration: TypeDeclaration,
  scope: OpenApiScope,
): (readonly [key: string, schema: JsonObject])[] {
  const { name, kind } = declaration;
  const inXml =
    kind === "model" && declaration.xml ? xmlModelSchema(declaration, scope) : undefined;
  const entry = (key: string | undefined, schema: JsonObject | undefined) => {
    if (key === undefined || schema === undefined) return [];
    const title = key === name || key === `${name}Xml` ? undefined : name;
    const told = members({ title, ...schema });
    return [[key, { ...told, ...scope.linkTo(`declaration ${name}`) }] as const];
  };
  return [
    ...entry(scope.names.json.get(name), declarationSchema(declaration, scope)),
    ...entry(scope.names.xml.get(name), inXml),
  ];
}
