import type { TypeDeclaration } from "../model/api.js";
import { descriptionOf } from "./documentation.js";
import { enumSchema } from "./enum.js";
import { members, type JsonObject } from "./json.js";
import { modelSchema } from "./model.js";
import { typeSchema, type SchemaScope } from "./type.js";

/** Returns the schema of a declaration in JSON; undefined for a type without a codec for JSON. */
export function declarationSchema(
  declaration: TypeDeclaration,
  scope: SchemaScope,
): JsonObject | undefined {
  switch (declaration.kind) {
    case "enum":
      return enumSchema(declaration, scope);
    case "model":
      return declaration.json && modelSchema(declaration, scope);
    case "alias": {
      const { deprecated, hasJson } = declaration;
      if (!hasJson && !scope.isOpenApi) return undefined;
      return members({
        ...typeSchema(declaration.type, scope),
        description: descriptionOf(declaration),
        deprecated: deprecated === undefined ? undefined : true,
      });
    }
  }
}
