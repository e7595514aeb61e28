import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import { readValue } from '../../language/values/value.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { codesOf, UNSTATED, type Variable } from '../ir/domain.js';
import { BucketedBounds } from './bucketed-bounds.js';
import { interned, NO_SLOT, StringTable } from './string-table.js';

/** In place of a code: the value must be read as in a workload. */
export const NEEDS_READING = -1;

/** Encodes the values of one factor. */
export class FactorEncoder {
  readonly name: string;
  /** The index of its code; -1 for a set, which has several, and for what no rule tests. */
  readonly at: number;
  /** The codes of yes and no. */
  private readonly flags: ReadonlyMap<unknown, number> | undefined;
  /** What may be written as a word. */
  private readonly words: StringTable;
  /** By the slot of the word. */
  private readonly wordCodes: readonly number[];
  /** Of a quantity that may be written without a unit. */
  private readonly grid: BucketedBounds | undefined;

  /** @param variables those of the factor: one, save of a set, which has one for each member that is tested, and of what nothing tests */
  constructor(
    private readonly factor: Factor,
    readonly variables: readonly Variable[],
    private readonly knowledge: KnowledgeBase,
  ) {
    const [first] = variables;
    const { type } = factor;
    this.name = interned(factor.id);
    this.at = type === 'set' ? -1 : (first?.index ?? -1);
    const codes = type === 'set' || type === 'quantity' ? new Map<Value, number>() : codesOf(factor, knowledge);
    this.flags = type === 'flag' ? codes : undefined;
    this.words = new StringTable([...codes.keys()].filter((value) => typeof value === 'string'));
    this.wordCodes = this.words.bySlot((word) => codes.get(word) ?? NEEDS_READING, NEEDS_READING);
    const dimension = type === 'quantity' ? knowledge.dimensions.get(factor.dimension) : undefined;
    const bounds = first?.bounds ?? [];
    this.grid = dimension?.bare === true ? new BucketedBounds(bounds, dimension.integer === true) : undefined;
  }

  /** The code of a value as programs mostly write it; {@link NEEDS_READING} for one written in another way, such as `5s`, for a set, or for one that is wrong. */
  code(value: unknown): number {
    if (typeof value === 'string') {
      const slot = this.words.slot(value);
      return slot === NO_SLOT ? NEEDS_READING : (this.wordCodes[slot] ?? NEEDS_READING);
    }
    if (typeof value === 'number') return this.grid === undefined ? NEEDS_READING : this.grid.code(value);
    if (value === undefined || value === null) return UNSTATED;
    return this.flags?.get(value) ?? NEEDS_READING;
  }

  /**
   * The value, read as in a workload; undefined for a figure that maps to no level.
   *
   * @throws {DiagnosticError} when it is none of the factor
   */
  read(value: unknown): Value | undefined {
    const report = new Diagnostics();
    const read = readValue(this.factor, value, this.knowledge, report, () => undefined);
    if (read === undefined || report.failed) throw new DiagnosticError(report.all);
    return read.value;
  }
}
