import type { Input, Table } from '../lib/tables.mjs';

/** One way to ask an engine; of several, the fastest is measured. */
export interface Way {
  readonly name: string;
  /** How many inputs are handed over at once, at most. */
  readonly batch: number;
  /** The outcome for each input, in their order. */
  readonly run: (inputs: readonly Input[]) => readonly string[] | Promise<readonly string[]>;
}

/** A table, ready to be asked. */
export interface Ready {
  readonly plain: readonly Way[];
  /** The same with the engine's own explanation of each answer; none where it has no such thing. */
  readonly traced: readonly Way[];
}

/** An engine in the bench. */
export interface Engine {
  readonly name: string;
  /** What its trace says of the rules that did not hit. */
  readonly explains: string;
  /** The table as the engine's own document. */
  readonly write: (table: Table) => string;
  /** From the text of that document to what can be asked. */
  readonly load: (text: string) => Ready | Promise<Ready>;
}
