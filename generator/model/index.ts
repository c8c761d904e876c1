import type { SourceRange } from "../source/source.js";

/**
 * The identity of something that a specification names; a document has that of its file. Declarations of types, constants and members
 * of enums have one name space, calls have another.
 */
export type SymbolId =
  | `document ${string}`
  /** A topic of a document, by its number from 0 and the file. */
  | `topic ${number} ${string}`
  | `declaration ${string}`
  | `field ${string}.${string}`
  | `embedding ${string}.${string}`
  | `call ${string}`
  /** A message of the server, or a reply to one. */
  | `callback ${string}`
  | `reply ${string}`
  /** A type that no document declares; its definition is its first use. */
  | `external ${string}`;

/** The places of a symbol in the documents. */
export interface Symbol {
  readonly id: SymbolId;
  /** The name where it is declared; for a document, its first heading. */
  readonly definition: SourceRange;
  /** The parts of the declaration beside its name. */
  readonly cells: Cells;
  /** The places that refer to the symbol, in the order of the documents. */
  readonly uses: readonly SourceRange[];
}

/** The ranges of what a declaration says. */
export interface Cells {
  readonly documentation?: SourceRange;
  /** The name in JSON. */
  readonly json?: SourceRange;
  /** The type of a field, an alias or an enum. */
  readonly type?: SourceRange;
  /** The value of a constant or of a member. */
  readonly value?: SourceRange;
  readonly request?: SourceRange;
  readonly response?: SourceRange;
  readonly envelope?: SourceRange;
  readonly message?: SourceRange;
}

/** The symbols of a specification, by their identities. */
export type Index = ReadonlyMap<SymbolId, Symbol>;
