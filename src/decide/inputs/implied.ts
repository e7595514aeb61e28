import type { Factor } from '../../language/schema/knowledge/factor.js';
import { Diagnostics } from '../../language/diagnostics/diagnostic.js';
import type { Value } from '../../language/values/statement.js';
import { readValue } from '../../language/values/value.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Given, Inputs } from './inputs.js';
import { ownPart } from '../../language/get-or-insert.js';

/** A factor where a workload can state it: in a section, or of an item of a collection. */
interface Subject {
  readonly factor: Factor;
  readonly section: string;
  /** The name of the item. */
  readonly item?: string | undefined;
}

type GivenInputs = Pick<Inputs, 'given' | 'items'>;

type Implied = Readonly<Record<string, string | boolean>>;

/** What values say of other factors in other words: the knowledge declares it by `implies` and `emptyImplies`. No decision reads it. */
export class Implications {
  /** By the factor, then by the value. */
  private readonly byFactor = new Map<Factor, ReadonlyMap<string, Implied>>();
  private readonly impliedFactors: ReadonlySet<string>;

  constructor(private readonly knowledge: KnowledgeBase) {
    for (const factor of knowledge.factors.values()) {
      if (!('values' in factor) || typeof factor.values !== 'object') continue;
      const implying = factor.values.flatMap(({ id, implies }) =>
        implies === undefined ? [] : [[id, implies] as const],
      );
      if (implying.length > 0) this.byFactor.set(factor, new Map(implying));
    }
    const empty = [...knowledge.collections.values()].map(({ emptyImplies = {} }) => emptyImplies);
    const all = [...empty, ...[...this.byFactor.values()].flatMap((byValue) => [...byValue.values()])];
    this.impliedFactors = new Set(all.flatMap((implied) => Object.keys(implied)));
  }

  /** Whether some value of a factor, or an empty collection, implies a value of this one. */
  isImplied({ id }: Factor): boolean {
    return this.impliedFactors.has(id);
  }

  /** Whether some value of a factor implies another. */
  implies(factor: Factor): boolean {
    return this.byFactor.has(factor);
  }

  /**
   * The value that what is given, preset or stated, implies for a factor; undefined where it implies none. Of an item, what its own values imply; of the workload, what
   * those of its items and its empty lists do too, the first in the order of the factor.
   *
   * @param empty the collections that are stated to be empty
   * @param counts which of the values that are given count; those that are only typical do not by default
   */
  valueOf(
    { factor, section, item }: Subject,
    { given, items }: GivenInputs,
    empty: readonly string[],
    counts: (given: Given) => boolean = ({ origin }) => origin !== 'typical',
  ): Value | undefined {
    if (!this.isImplied(factor)) return undefined;
    const own = items.filter((one) => item === undefined || (one.collection === section && one.name === item));
    const all = [...(item === undefined ? given : []), ...own.flatMap((one) => one.given)];
    const lists = item === undefined ? empty.map((id) => this.knowledge.collections.get(id)?.emptyImplies) : [];
    const values = [...all.filter(counts).flatMap((one) => this.impliedBy(one)), ...lists].flatMap(
      (implied) => ownPart(implied, factor.id) ?? [],
    );
    const order = this.knowledge.values(factor).map(({ id }) => id);
    const [first] = values.sort((a, b) => order.indexOf(String(a)) - order.indexOf(String(b)));
    if (first === undefined) return undefined;
    return readValue(factor, first, this.knowledge, new Diagnostics(), () => undefined)?.value;
  }

  private impliedBy({ factor, value }: Given): readonly (Implied | undefined)[] {
    const byValue = this.byFactor.get(factor);
    if (byValue === undefined || value === undefined) return [];
    return (typeof value === 'object' ? value : [value]).map((one) => byValue.get(String(one)));
  }
}
