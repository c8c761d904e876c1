import type { GenericSchema } from "valibot";
import type { Api } from "../model/api.js";
import type { Index } from "../model/index.js";
import type { Result } from "../source/diagnostic.js";
import type { Source } from "../source/source.js";

/** An API, and the places of everything in it. */
export interface Specification {
  readonly api: Api;
  readonly index: Index;
}

/**
 * A kind of output, for instance a package or a site. Its schema checks the options, `prepare` may
 * report, and `emit` may not: an output that has been prepared without errors can be written.
 */
export interface Output {
  /** The name in a configuration and on the command line. */
  readonly target: string;
  /** The folder of the output if the configuration names none. */
  readonly folder: string;
  /** The options in a configuration. */
  readonly schema: GenericSchema;
  /**
   * @param options have the form of the schema
   * @param config the configuration that the options are in; options without an effect are reported there
   */
  readonly configure: (options: never, config: Source | undefined) => ConfiguredOutput;
}

export interface ConfiguredOutput<Prepared extends PreparedOutput = PreparedOutput> {
  /** Whether the options say where a type is defined that no document declares. */
  readonly isExternal: (type: string) => boolean;
  /**
   * Whether the calls of the output read the members of answers that a dialect leaves to the client; absent if
   * the output makes no calls.
   */
  readonly readsEnvelope?: boolean;
  readonly prepare: (specification: Specification) => Result<Prepared>;
}

export interface PreparedOutput {
  /** Makes the files of the output; must not be called if preparing has reported an error. */
  readonly emit: (context: EmitContext) => Promise<Files>;
}

/** Texts by their paths below the folder of an output, with slashes. */
export type Files = ReadonlyMap<string, string>;

export interface EmitContext {
  /** The files that an output of this kind takes over, or makes its own of. */
  readonly templates: Files;
  /** Keeps what is expensive to make, by what it is made of. */
  readonly memo: Memo;
}

/** Texts by the texts that they are made of. */
export interface Memo {
  readonly get: (source: string) => string | undefined;
  readonly set: (source: string, text: string) => void;
}
