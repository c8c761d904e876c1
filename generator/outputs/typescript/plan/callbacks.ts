import type * as model from "../../../model/api.js";
import type { Condition } from "../../../model/condition.js";
import type { SymbolId } from "../../../model/index.js";
import type { SourceRange, SourceText } from "../../../source/source.js";
import { upperFirst } from "../../../names.js";
import { CALLBACKS } from "./callback-module.js";
import { told, type PlanScope } from "./enums.js";
import { reportCollision, takeFreeName, typeNamesOf, type Identifiers } from "./identifiers.js";
import type { ModelPlanner } from "./models.js";
import { definitionOf, nameWithPlace } from "./places.js";
import type {
  Callback,
  Field,
  Model,
  Module,
  Parties,
  Reference,
  Reply,
  ReplyValue,
} from "./plan.js";
import type { TypePlanner } from "./types.js";

/** The planners of what callbacks are made of. */
interface Planners extends PlanScope {
  readonly identifiers: Identifiers;
  readonly models: ModelPlanner;
  readonly types: TypePlanner;
}

/** Plans the module of the messages of the server and the replies to them; undefined without any. */
export function planCallbacks({ documents }: model.Api, planners: Planners): Module | undefined {
  const sources = documents.filter(({ callbacks }) => callbacks.length > 0);
  if (sources.length === 0) return undefined;
  const planner = new CallbackPlanner(planners);
  const callbacks = sources.flatMap((document) => document.callbacks);
  const replies = callbacks.filter(({ role }) => role === "reply");
  const planned = replies.map((reply) => planner.planReply(reply));
  return {
    source: sources.map(({ path }) => path).join(", "),
    name: CALLBACKS,
    title: "",
    documentation: "Messages that the server sends, and the replies to them.",
    declarations: planned.map((reply) => reply.model),
    calls: [],
    callbacks: {
      messages: callbacks
        .filter(({ role }) => role === "message")
        .map((message) => planner.planMessage(message)),
      replies: planned.map((reply) => reply.reply),
    },
  };
}

class CallbackPlanner {
  readonly #planners: Planners;

  constructor(planners: Planners) {
    this.#planners = planners;
  }

  planMessage(callback: model.Callback): Callback {
    const { name, documentation, conditions } = callback;
    const { identifiers } = this.#planners;
    const type = `${upperFirst(name)}Callback`;
    identifiers.takeFixed(type, this.#nameOf(callback));
    this.#checkProperties(callback);
    return {
      specName: name,
      type,
      bases: this.#basesOf(callback),
      wires: wiresOf(callback),
      conditions,
      documentation,
      ...told(callback),
    };
  }

  planReply(callback: model.Callback): { readonly reply: Reply; readonly model: Model } {
    const { identifiers, models } = this.#planners;
    const names = typeNamesOf(`${upperFirst(callback.name)}Reply`);
    const wires = wiresOf(callback);
    const identifiersOfJson = [names.codec, names.decode, names.encode, names.read, names.write];
    const { xmlCodec, parseXml, stringifyXml, readXml, writeXml } = names;
    const taken = [
      names.type,
      ...(wires.json ? identifiersOfJson : []),
      ...(wires.xml ? [xmlCodec, parseXml, stringifyXml, readXml, writeXml] : []),
    ];
    for (const identifier of taken) identifiers.takeFixed(identifier, this.#nameOf(callback));
    const { documentation, conditions } = callback;
    // No declaration of the specification has such a name.
    const specName = `reply ${callback.name}`;
    const own = { ...callback.model, name: specName, documentation, ...told(callback) };
    const planned = models.plan(own, names);
    const values = conditions.flatMap((condition) => valueOf(condition, planned.fields));
    const reply: Reply = {
      specName: callback.name,
      names,
      hasInput: false,
      wires,
      values,
      parties: partiesOf(planned.fields),
    };
    return { reply, model: planned };
  }

  #basesOf({ envelope, message }: model.Callback): Reference[] {
    const parts = message === undefined ? [envelope] : [envelope, message];
    return parts.flatMap((part) => this.#planners.types.referenceTo(part) ?? []);
  }

  #nameOf(callback: model.Callback): SourceText {
    return nameWithPlace(idOf(callback), callback.name, this.#planners.index);
  }

  /** Reports the fields of a message that share a property, or have one that is taken. */
  #checkProperties(callback: model.Callback): void {
    const { models, report } = this.#planners;
    const fields = callback.model.fields.map((field) => models.fieldOf(field));
    const owners = new Map<string, Field | undefined>([["kind", undefined]]);
    const properties = new Set(fields.map(({ property }) => property));
    for (const field of fields) {
      const { property, owner, specName } = field;
      if (!owners.has(property)) {
        owners.set(property, field);
        continue;
      }
      const first = owners.get(property);
      const rename = { key: `${owner}.${specName}`, name: takeFreeName(property, properties) };
      const meaning =
        first === undefined ? "the property that tells messages apart" : "another field";
      const name = { text: specName, range: this.#placeOf(callback) };
      reportCollision(name, property, { taken: meaning, owner: undefined, rename }, report);
    }
  }

  #placeOf(callback: model.Callback): SourceRange {
    const { index } = this.#planners;
    const cells = index.get(idOf(callback))?.cells;
    return cells?.message ?? cells?.envelope ?? definitionOf(idOf(callback), index);
  }
}

/** Returns the identity of a message or of a reply. */
export function idOf({ role, name }: model.Callback): SymbolId {
  return role === "message" ? `callback ${name}` : `reply ${name}`;
}

function wiresOf({ model: { json, xml } }: model.Callback): Callback["wires"] {
  return { json: json !== undefined, xml: xml !== undefined };
}

/** Returns the value of a property in the representation of its type. */
function valueOf({ field, value }: Condition, fields: readonly Field[]): ReplyValue[] {
  const planned = fields.find(({ specName }) => specName === field);
  if (planned === undefined) return [];
  const { property, type } = planned;
  const scalar = type.kind === "reference" ? type.scalar : type;
  if (typeof value !== "bigint") return [{ property, value }];
  const isLong = scalar?.kind === "long";
  if (!isLong) return [{ property, value: Number(value) }];
  return [{ property, value: scalar.representation === "bigint" ? value : String(value) }];
}

/** Finds the fields that WeCom's passive replies have, by their names in XML. */
function partiesOf(fields: readonly Field[]): Parties {
  const named = (name: string) => fields.find(({ xmlName }) => xmlName === name);
  const [to, from, time] = [named("ToUserName"), named("FromUserName"), named("CreateTime")];
  const type =
    time?.type.kind === "long"
      ? time.type.representation
      : time?.type.kind === "integer"
        ? "number"
        : undefined;
  return {
    ...(to !== undefined && isText(to) && { to: to.property }),
    ...(from !== undefined && isText(from) && { from: from.property }),
    ...(time !== undefined && type !== undefined && { time: { property: time.property, type } }),
  };
}

function isText({ type }: Field): boolean {
  return type.kind === "string";
}
