import type * as model from "../../model/api.js";
import type { SymbolId } from "../../model/index.js";
import type { EnumStyle, ExternalSettings, Presence } from "./options.js";
import { leavesOf } from "./plan/long-integers.js";
import type { Declaration, LongIntegerType, Plan, Type } from "./plan/plan.js";
import type { Settings } from "./plan/settings.js";

/** The client for the calls of a package. */
export interface ClientTable {
  /** Its class, conventions and authorization, for instance `PetStore (http, bearer)`. */
  readonly text: string;
  readonly baseUrl: string | undefined;
}

/** The package as its users can tell it from another one, in tables by the symbols of the specification. */
export class PackageTables {
  readonly packageName: string | undefined;
  readonly checksLimits: boolean;
  readonly names = new Map<SymbolId, string>();
  readonly int64 = new Map<SymbolId, LongIntegerType["representation"]>();
  readonly enumStyles = new Map<SymbolId, EnumStyle>();
  readonly optional = new Set<SymbolId>();
  readonly omitted = new Set<SymbolId>();
  readonly presence = new Map<SymbolId, Presence>();
  client: ClientTable | undefined = undefined;
  readonly externals = new Map<string, string>();

  constructor({ packageName, checksLimits }: Settings) {
    this.packageName = packageName;
    this.checksLimits = checksLimits;
  }
}

/** Returns the tables of a package. */
export function packageTables(api: model.Api, plan: Plan, settings: Settings): PackageTables {
  const tables = new PackageTables(settings);
  for (const [position, module] of plan.modules.entries()) {
    const document = api.documents[position];
    if (document !== undefined) tables.names.set(`document ${document.file}`, module.name);
    for (const declaration of module.declarations) addDeclaration(declaration, tables, settings);
    // Without a client, calls have no functions, but a site and a comparison still name them.
    for (const { name } of document?.calls ?? [])
      tables.names.set(`call ${name}`, settings.callName(name));
    for (const { specName, type } of module.callbacks?.messages ?? [])
      tables.names.set(`callback ${specName}`, type);
    for (const { specName, names } of module.callbacks?.replies ?? [])
      tables.names.set(`reply ${specName}`, names.type);
  }
  if (api.documents.some(({ calls }) => calls.length > 0)) {
    const { client } = plan;
    tables.client = {
      text: client === undefined ? "none" : `${client.className} (${client.conventions})`,
      baseUrl: client?.construction?.baseUrl,
    };
  }
  for (const [name, external] of settings.externals())
    tables.externals.set(name, originText(external));
  return tables;
}

function addDeclaration(declaration: Declaration, tables: PackageTables, settings: Settings): void {
  const id = `declaration ${declaration.specName}` as const;
  const isConstant = declaration.kind === "constant";
  tables.names.set(id, isConstant ? declaration.name : declaration.names.type);
  switch (declaration.kind) {
    case "constant":
      return;
    case "alias":
      addInt64(id, declaration.type, tables);
      return;
    case "enum":
      addInt64(id, declaration.base, tables);
      tables.enumStyles.set(id, declaration.style);
      for (const { specName, name } of declaration.members) {
        tables.names.set(`declaration ${specName}`, name);
      }
      return;
    case "model":
      for (const field of declaration.ownFields) {
        const { owner, specName, facts } = field;
        const fieldId = `field ${owner}.${specName}` as const;
        tables.names.set(fieldId, field.property);
        if (facts.required === undefined) {
          tables.presence.set(fieldId, settings.presence(owner, specName));
        }
        if (field.optional) tables.optional.add(fieldId);
        if (field.omitted !== undefined) tables.omitted.add(fieldId);
        addInt64(fieldId, field.type, tables);
      }
  }
}

/** Adds the representation of the 64-bit integers that a type has as its innermost values. */
function addInt64(owner: SymbolId, type: Type, tables: PackageTables): void {
  const value = leavesOf(type).at(-1);
  if (value?.kind === "long") tables.int64.set(owner, value.representation);
}

function originText({ type, from, codec }: ExternalSettings): string {
  return `${type} from ${from}${codec === undefined ? "" : ` with ${codec}`}`;
}
