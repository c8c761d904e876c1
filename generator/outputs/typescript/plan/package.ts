import type * as model from "../../../model/api.js";
import type { Index } from "../../../model/index.js";
import { collectDiagnostics, type Result } from "../../../source/diagnostic.js";
import { planCallbacks } from "./callbacks.js";
import type { ClientProfile } from "../clients/profile.js";
import { takeCall } from "./call-names.js";
import { markDefaults, NO_DEFAULTS } from "./defaults.js";
import { planEnum, told, type PlanScope } from "./enums.js";
import { Identifiers } from "./identifiers.js";
import { filledModels, markFilled } from "./filled.js";
import { planInputs } from "./inputs.js";
import { markSplit } from "./split.js";
import { reportLongIds } from "./long-ids.js";
import { markLongIntegers } from "./long-integers.js";
import { ModelPlanner } from "./models.js";
import { nameModules } from "./modules.js";
import { definitionOf, nameWithPlace } from "./places.js";
import { planPaging } from "./call-paging.js";
import type { Call, CallNames, Constant, Declaration, Module, Plan, TypeNames } from "./plan.js";
import type { Settings } from "./settings.js";
import { reportSpellings } from "./spellings.js";
import { TypePlanner, type NamedType } from "./types.js";

interface PlannedPackage extends Result<Plan> {
  /** The identifiers that the names of the specification have taken. */
  readonly identifiers: Identifiers;
}

/** Plans the package of an API: decides every identifier, and how each type is represented. */
export function planPackage(api: model.Api, index: Index, settings: Settings): PlannedPackage {
  const { report, diagnostics } = collectDiagnostics();
  const scope: PlanScope = { settings, index, report };
  const hasCalls = api.documents.some(({ calls }) => calls.length > 0);
  const hasCallbacks = api.documents.some(({ callbacks }) => callbacks.length > 0);
  const client = hasCalls ? settings.client : undefined;
  const modules = nameModules(api.documents, { client, hasCallbacks }, scope);
  const named = api.documents.flatMap(({ declarations, calls }) => [...declarations, ...calls]);
  const names = named.map(({ name }) => name);
  const identifiers = new Identifiers(settings, names, report);
  const types = nameTypes(api, modules, identifiers, index);
  const planner = new DeclarationPlanner(types, scope);
  const declarations = api.documents.map((document) => planner.planAll(document.declarations));
  for (const { specName, name } of declarations.flat().filter((one) => one.kind === "constant")) {
    identifiers.take(name, nameWithPlace(`declaration ${specName}`, specName, index));
  }
  const planned = api.documents.map((document, position): Module => {
    const { path, title, documentation, calls } = document;
    return {
      source: path,
      name: modules.get(document) ?? "",
      title,
      documentation,
      declarations: declarations[position] ?? [],
      calls: (client === undefined ? [] : calls).map((call) =>
        planner.planCall(withReadErrors(call, client, scope), takeCall(call, identifiers, scope)),
      ),
    };
  });
  const { models: modelPlanner, types: typePlanner } = planner;
  const planners = { ...scope, identifiers, models: modelPlanner, types: typePlanner };
  const callbacks = planCallbacks(api, planners);
  if (callbacks !== undefined) planned.push(callbacks);
  takeExternals(identifiers, index);
  const models = declarations.flat().filter((one) => one.kind === "model");
  const inJson = new Set(models.flatMap(({ json = [] }) => json));
  const fields = models.flatMap(({ ownFields }) => ownFields);
  reportSpellings(
    fields.filter((field) => inJson.has(field)),
    scope,
  );
  reportLongIds(fields, scope);
  const inputs = planInputs(markDefaults(markLongIntegers(markFilled(markSplit(planned)))));
  for (const { specName, names: own } of inputs.types) {
    identifiers.take(own.input, nameWithPlace(`declaration ${specName}`, specName, index));
  }
  for (const { specName, names: own } of filledModels(inputs.modules)) {
    identifiers.take(own.fill, nameWithPlace(`declaration ${specName}`, specName, index));
  }
  const plan = { modules: inputs.modules, ...(client === undefined ? {} : { client }) };
  return { value: plan, identifiers, diagnostics };
}

/** Gives every type its identifiers, in the order of the documents. */
function nameTypes(
  { documents }: model.Api,
  modules: ReadonlyMap<model.Document, string>,
  identifiers: Identifiers,
  index: Index,
): ReadonlyMap<string, NamedType> {
  const types = new Map<string, NamedType>();
  for (const document of documents) {
    for (const declaration of document.declarations) {
      if (declaration.kind === "constant") continue;
      const { name, kind } = declaration;
      const names = identifiers.takeType(nameWithPlace(`declaration ${name}`, name, index), {
        isEnum: kind === "enum",
        hasJson: hasJsonCodec(declaration),
        hasXml: kind === "model" && declaration.xml !== undefined,
      });
      types.set(name, { declaration, names, module: modules.get(document) ?? "" });
    }
  }
  return types;
}

function hasJsonCodec(declaration: model.TypeDeclaration): boolean {
  switch (declaration.kind) {
    case "model":
      return declaration.json !== undefined;
    case "alias":
      return declaration.hasJson;
    case "enum":
      return true;
  }
}

/** Leaves out the errors of a call that its client does not read, and reports them. */
function withReadErrors(
  call: model.Call,
  client: ClientProfile | undefined,
  { index, report }: PlanScope,
): model.Call {
  const { errors, ...others } = call;
  if (errors === undefined || client === undefined || client.readsStatus) return call;
  report("unread-errors", definitionOf(`call ${call.name}`, index), { client: client.conventions });
  return others;
}

function takeExternals(identifiers: Identifiers, index: Index): void {
  for (const { id, definition } of index.values()) {
    if (!id.startsWith("external ")) continue;
    identifiers.takeExternal({ text: id.slice("external ".length), range: definition });
  }
}

class DeclarationPlanner {
  readonly #named: ReadonlyMap<string, NamedType>;
  readonly types: TypePlanner;
  readonly models: ModelPlanner;
  readonly #scope: PlanScope;

  constructor(named: ReadonlyMap<string, NamedType>, scope: PlanScope) {
    this.#named = named;
    this.#scope = scope;
    this.types = new TypePlanner(named, scope.settings);
    this.models = new ModelPlanner(scope, this.types);
  }

  planAll(declarations: readonly model.Declaration[]): Declaration[] {
    return declarations.flatMap((declaration) => {
      if (declaration.kind === "constant") return this.#planConstant(declaration);
      const names = this.#named.get(declaration.name)?.names;
      return names === undefined ? [] : this.#planType(declaration, names);
    });
  }

  planCall(call: model.Call, names: CallNames): Call {
    const { name, transfer, path, parameters, accessToken, documentation } = call;
    const paging = planPaging(call, this);
    return {
      specName: name,
      names,
      request: this.#referenceOf(call.request),
      // All types have to be known first.
      hasInput: false,
      isRequestEmpty: this.#isEmpty(call.request),
      demanded: [],
      response: this.#responseOf(call.response),
      isResponseEmpty: this.#isEmpty(call.response),
      answers: this.#answersOf(call),
      hasLongRequest: false,
      hasLongResponse: false,
      ...(paging === undefined ? {} : { paging }),
      headers: call.headers ?? [],
      errors: (call.errors ?? []).map(({ status, type }) => {
        return { status, type: this.#referenceOf(type), isLong: false };
      }),
      accessToken,
      transfer,
      parameters,
      path,
      documentation,
      ...told(call),
    };
  }

  #planType(declaration: model.TypeDeclaration, names: TypeNames): Declaration {
    switch (declaration.kind) {
      case "model":
        return this.models.plan(declaration, names);
      case "enum":
        return planEnum(declaration, names, this.#scope);
      case "alias": {
        const { name, documentation } = declaration;
        const type = this.types.typeOf(declaration.type, { type: name });
        return {
          kind: "alias",
          specName: name,
          names,
          documentation,
          ...told(declaration),
          type,
          hasJson: declaration.hasJson,
          hasLongIntegers: false,
          defaults: NO_DEFAULTS,
        };
      }
    }
  }

  #planConstant(declaration: model.Constant): Constant {
    const { name, value, documentation } = declaration;
    const isSafe = typeof value === "bigint" && Number.isSafeInteger(Number(value));
    return {
      kind: "constant",
      specName: name,
      name: this.#scope.settings.constantName(name) ?? name,
      value: isSafe ? Number(value) : value,
      documentation,
      ...told(declaration),
    };
  }

  #responseOf<Type extends model.AnswerType>(type: Type) {
    if (type.kind === "reference" || type.kind === "any") return this.#referenceOf(type);
    return type as Exclude<Type, model.Reference | model.AnyType>;
  }

  /** Whether a type is a model without fields. */
  #isEmpty(type: model.AnswerType): boolean {
    if (type.kind !== "reference") return false;
    const resolved = this.types.resolved(type);
    return resolved.kind === "model" && resolved.json?.length === 0;
  }

  /** Returns the answers of a call that has several. */
  #answersOf({ answers = [] }: model.Call): Call["answers"] {
    if (answers.length < 2) return [];
    return answers.map(({ status, type }) => {
      return { status, type: this.#responseOf(type), isLong: false };
    });
  }

  #referenceOf(type: model.Reference | model.AnyType): Call["request"] {
    return (type.kind === "reference" ? this.types.referenceTo(type) : type) ?? { kind: "any" };
  }
}
