/** Every dimension of a specification, each of which grows alone. */
import { changes } from "./dimensions/changes.js";
import { declarations } from "./dimensions/declarations.js";
import { go } from "./dimensions/go.js";
import { messages } from "./dimensions/messages.js";
import { rest } from "./dimensions/rest.js";
import { texts } from "./dimensions/texts.js";
import type { Dimension } from "./spec.js";

export const dimensions: Readonly<Record<string, Dimension>> = {
  ...declarations,
  ...go,
  ...texts,
  ...messages,
  ...rest,
  ...changes,
};
