import { DiagnosticError, Diagnostics } from '../../language/diagnostics/diagnostic.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import { readStated } from '../../language/values/value.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { codesOf, figureKindOf, UNSTATED, type Variable } from '../ir/domain.js';
import { BucketedBounds } from './bucketed-bounds.js';
import { interned, slotOf, wordSlots } from './word-slots.js';

/** In place of a code: the value must be read as in a workload. */
export const NEEDS_READING = -1;

/** Encodes the values of one factor. */
export class FactorEncoder {
  readonly name: string;
  /** The index of its code; -1 for a set, which has several, and for what no rule tests. */
  readonly at: number;
  /** Of levels and values, by their ids, and of yes and no. */
  private readonly codes: ReadonlyMap<unknown, number>;
  /** Of a quantity that may be written without a unit. */
  private readonly bounds: BucketedBounds | undefined;
  // What most values need is in this object itself: every object between would take as long as a comparison.
  private readonly words: readonly string[];
  private readonly spread: number;
  private readonly mask: number;
  /** By the slot of the word. */
  private readonly wordCodes: Int32Array;
  /** By whole figure; the last is that of all larger ones. */
  private readonly figureCodes: Int32Array;

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
    this.codes = type === 'set' || type === 'quantity' ? new Map() : codesOf(factor, knowledge);
    const { words, spread, mask } = wordSlots([...this.codes.keys()].filter((value) => typeof value === 'string'));
    this.words = words;
    this.spread = spread;
    this.mask = mask;
    this.wordCodes = Int32Array.from(words, (word) => this.codes.get(word) ?? NEEDS_READING);
    const dimension = type === 'quantity' ? knowledge.dimensions.get(factor.dimension) : undefined;
    this.bounds =
      dimension?.bare === true ? new BucketedBounds(first?.bounds ?? [], figureKindOf(dimension)) : undefined;
    this.figureCodes = this.bounds?.whole ?? Int32Array.of(NEEDS_READING);
  }

  /** The code of a value as programs mostly write it; {@link NEEDS_READING} for one written in another way, such as `5s`, for a set, or for one that is wrong. */
  code(value: unknown): number {
    if (typeof value === 'string') {
      const slot = slotOf(value, this.spread, this.mask);
      if (this.words[slot] === value) return this.wordCodes[slot] ?? NEEDS_READING;
    } else if (typeof value === 'number' && value >>> 0 === value) {
      const { figureCodes } = this;
      const code = figureCodes[value < figureCodes.length ? value : figureCodes.length - 1] ?? NEEDS_READING;
      if (code !== NEEDS_READING) return code;
    }
    return this.rareCode(value);
  }

  private rareCode(value: unknown): number {
    if (typeof value === 'number') return this.bounds?.code(value) ?? NEEDS_READING;
    if (value === undefined || value === null) return UNSTATED;
    return this.codes.get(value) ?? NEEDS_READING;
  }

  /**
   * The value, read as in a workload; undefined for a figure that maps to no level.
   *
   * @throws {DiagnosticError} when it is none of the factor
   */
  read(value: unknown): Value | undefined {
    const report = new Diagnostics();
    const read = readStated(this.factor, value, this.knowledge, report, () => undefined);
    if (read === undefined || report.failed) throw new DiagnosticError(report.all);
    return read.value;
  }
}
