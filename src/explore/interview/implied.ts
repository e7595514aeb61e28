import type { Given, Inputs } from '../../decide/inputs/inputs.js';
import { Diagnostics } from '../../language/diagnostics/diagnostic.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import { readValue } from '../../language/values/value.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { isUnstated, type Question } from '../variants/question.js';
import type { WorkloadVariants } from '../variants/workload-variants.js';

type GivenInputs = Pick<Inputs, 'given' | 'items'>;

/** A question with the reply that is implied. */
interface ImpliedReply {
  readonly question: Question;
  readonly value: Value;
}

type Implied = Readonly<Record<string, string | boolean>>;

/** What values say of other factors in other words: the knowledge declares it by `implies` and `emptyImplies`. */
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

  /** What is given, preset or stated, implies as the reply to a question; undefined where it implies nothing. */
  replyTo(question: Question, inputs: GivenInputs, empty: readonly string[]): Value | undefined {
    return this.reply(question, inputs, empty, ({ origin }) => origin !== 'typical');
  }

  /**
   * What a reply implies, of questions that nothing is stated for. An item states what it inherits only where its own kind implies something else than the workload's.
   *
   * @param after the workload with the reply
   * @param replied the factor of the reply: of a list of items, that of their kind
   */
  stated(after: WorkloadVariants, replied: Factor): readonly ImpliedReply[] {
    const { questions, unchanged, workload } = after;
    const inputs = after.inputs(unchanged);
    const empty = workload.empty.filter((id) => this.knowledge.collections.get(id)?.key === replied.id);
    if (!this.implies(replied) && empty.length === 0) return [];
    const implied = (question: Question): ImpliedReply[] => {
      if (after.createsItems(question) || !isUnstated(after.currentReply(question, inputs))) return [];
      const value = this.reply(question, inputs, empty, ({ factor }) => factor === replied);
      return value === undefined ? [] : [{ question, value }];
    };
    const general = questions.general.flatMap(implied);
    const ofItems = inputs.items.flatMap((item) => questions.of(item)).flatMap(implied);
    return [
      ...general,
      ...ofItems.filter(({ question: { factor }, value }) => {
        if (factor.inherited !== true || !factor.askedOf.includes('requirements')) return true;
        const inherits = general.find((one) => one.question.factor === factor);
        return inherits !== undefined && inherits.value !== value;
      }),
    ];
  }

  /** Of an item, what its own values imply; of the workload, what those of its items and its empty lists do too, the first in the order of the factor. */
  private reply(
    { factor, section, item }: Question,
    { given, items }: GivenInputs,
    empty: readonly string[],
    counts: (given: Given) => boolean,
  ): Value | undefined {
    if (!this.isImplied(factor)) return undefined;
    const own = items.filter((one) => item === undefined || (one.collection === section && one.name === item));
    const all = [...(item === undefined ? given : []), ...own.flatMap((one) => one.given)];
    const lists = item === undefined ? empty.map((id) => this.knowledge.collections.get(id)?.emptyImplies) : [];
    const values = [...all.filter(counts).flatMap((one) => this.impliedBy(one)), ...lists].flatMap(
      (implied) => implied?.[factor.id] ?? [],
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
