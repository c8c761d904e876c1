import type { Contender } from "./contender.js";
import type { Task } from "./measure.js";
import { brokenContact, payloads, type PayloadName } from "./payloads.js";

export type Operation = "decode" | "parse" | "encode" | "stringify" | "issuesOf";

/** An operation on a payload. */
export type TaskName = `${Operation} ${PayloadName}`;

/** What a contender can do, ready to be run. */
export function tasksOf(contender: Contender): ReadonlyMap<TaskName, Task> {
  const tasks = new Map<TaskName, Task>();
  for (const name of ["contact", "tagGroups"] satisfies PayloadName[]) {
    const { decode, parse, encode, stringify } = contender[name];
    const { text, copies } = payloads[name];
    const json = Array.from({ length: copies }, (): unknown => JSON.parse(text));
    const at = (index: number) => index % copies;
    // V8 puts among the old what is like most of what the first collections see survive, and is slower
    // from then on: so most of it must not.
    for (let index = 0; index < 20; index++) decode?.(json[at(index)]);
    const values = (decode === undefined ? json : json.map(decode)) as never[];
    if (decode) tasks.set(`decode ${name}`, (index) => decode(json[at(index)]));
    if (parse) tasks.set(`parse ${name}`, () => parse(text));
    if (encode) tasks.set(`encode ${name}`, (index) => encode(values[at(index)] as never));
    if (stringify) tasks.set(`stringify ${name}`, (index) => stringify(values[at(index)] as never));
  }
  const { issuesOf } = contender.contact;
  const broken = brokenContact();
  if (issuesOf) tasks.set("issuesOf contact", () => issuesOf(broken));
  return tasks;
}
