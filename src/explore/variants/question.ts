import type { Quantity } from '../../language/values/quantity.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import { isInventory, SECTIONS, type GivenItem } from '../../decide/inputs/inputs.js';
import { dimensionOf, type KnowledgeBase } from '../../load/knowledge.js';
import type { Variable } from '../../program/ir/domain.js';
import type { Program } from '../../program/ir/program.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { cellAt, figuresOf, type FigureCell, type Limit } from './thresholds.js';

/** A factor where a workload can state it. */
export interface Question {
  /** `requirements/security`, or `data/ledger/iops` for an item. */
  readonly key: string;
  /** Changes are kept in this order: the workload's own questions as the factors come, then those of items as these are first met. */
  readonly number: number;
  readonly factor: Factor;
  /** `requirements`, `environment` or a collection. */
  readonly section: string;
  /** The name of the item, in a collection. */
  readonly item?: string;
}

/** A reply to a question: what a workload states there. */
export interface Reply {
  /** Undefined where nothing is stated, or for a figure that maps to no level. */
  readonly value: Value | undefined;
  readonly figure?: Quantity;
  /** For a figure: the end of its cell that is nearer to the figure that it replaces. */
  readonly limit?: Limit;
}

/** A question with a reply other than the current one. */
export interface Change {
  /** Unique among all changes. */
  readonly key: string;
  readonly question: Question;
  readonly reply: Reply;
}

/** A change with its distance from the current reply. */
export interface Move extends Change {
  /** Levels passed; at least 1. */
  readonly levels: number;
}

/** A reply with its distance from the current reply. */
type ReachedReply = Pick<Move, 'reply' | 'levels'>;

/** The reply that states nothing. */
export const UNSTATED_REPLY: Reply = { value: undefined };

export const questionKey = (section: string, factor: string, item?: string): string =>
  item === undefined ? `${section}/${factor}` : `${section}/${item}/${factor}`;

/** A reply as a workload states it; null for none. */
export function replyValue({ value, figure }: Reply): string | boolean | string[] | null {
  if (figure !== undefined) return figure.text;
  if (value === undefined) return null;
  return typeof value === 'object' ? [...value] : typeof value === 'number' ? String(value) : value;
}

/** Whether a reply states nothing. */
export const isUnstated = ({ value, figure }: Reply): boolean => value === undefined && figure === undefined;

/** Whether a question asks for the scenario. */
export const isScenario = ({ factor }: Question): boolean => factor.type === 'choice' && factor.values === 'scenarios';

const keys = new WeakMap<Reply, string>();

/** The key of a reply, unique among the replies to one question. */
export function replyKey(reply: Reply): string {
  return getOrInsert(keys, reply, () => `${String(reply.value)}|${String(reply.figure?.value)}`);
}

/** A question with another reply. */
export const changeOf = (question: Question, reply: Reply): Change => ({
  key: `${question.key}=${replyKey(reply)}`,
  question,
  reply,
});

/** Whether two replies state the same. */
export const sameReply = (a: Reply, b: Reply): boolean => replyKey(a) === replyKey(b);

/** All questions about some knowledge, and the replies to them. */
export class Questions {
  readonly general: readonly Question[];
  /** The questions for sets of technologies that run already. */
  readonly inventories: readonly Question[];
  private readonly ofItems = new Map<string, readonly Question[]>();
  private readonly known: Map<string, Question>;
  private readonly moved = new Map<Question, Map<string, readonly Move[]>>();

  constructor(private readonly program: Program) {
    const factors = [...this.knowledge.factors.values()];
    this.general = factors.flatMap((factor, number) => {
      const section = SECTIONS.find((name) => factor.askedOf.includes(name));
      return section === undefined ? [] : [{ key: questionKey(section, factor.id), number, factor, section }];
    });
    this.known = new Map(this.general.map((question) => [question.key, question]));
    this.inventories = this.general.filter(({ factor }) => isInventory(factor));
  }

  private get knowledge(): KnowledgeBase {
    return this.program.knowledge;
  }

  /** The questions for an item. */
  of({ collection, name }: GivenItem): readonly Question[] {
    const at = `${collection}/${name}`;
    let found = this.ofItems.get(at);
    if (found === undefined) {
      const factors = [...this.knowledge.factors.values()];
      const before = (1 + this.ofItems.size) * factors.length;
      found = factors
        .map((factor, n) => ({
          key: questionKey(collection, factor.id, name),
          number: before + n,
          factor,
          section: collection,
          item: name,
        }))
        .filter(({ factor }) => factor.askedOf.includes(collection));
      this.ofItems.set(at, found);
      for (const question of found) this.known.set(question.key, question);
    }
    return found;
  }

  /** The question that determines a variable, of an item or of the workload; undefined if no question does. */
  about({ section, factor }: Variable, item: GivenItem | undefined): Question | undefined {
    return this.get(questionKey(section, factor.id, item?.collection === section ? item.name : undefined));
  }

  /** A question by its key; those of an item once they have been asked for. */
  get(key: string): Question | undefined {
    return this.known.get(key);
  }

  /**
   * The replies that differ from the current one, each with its distance: the number of levels, or of cells of figures, that are passed; 1 elsewhere. To state
   * a factor that is not stated counts 1; for figures, the distance from the least demanding one. To leave a factor unstated counts one more than the farthest
   * move. For a set: one member more or less; from an unstated set, no member or one.
   */
  moves(question: Question, now: Reply): readonly Move[] {
    const from = getOrInsert(this.moved, question, () => new Map<string, readonly Move[]>());
    return getOrInsert(from, replyKey(now), () =>
      this.reachFrom(question, now).map(({ reply, levels }) => ({ ...changeOf(question, reply), levels })),
    );
  }

  private reachFrom(question: Question, now: Reply): readonly ReachedReply[] {
    const { factor } = question;
    const away = (levels: number): readonly ReachedReply[] =>
      isUnstated(now) ? [] : [{ reply: UNSTATED_REPLY, levels }];
    const reply = (value: Value): Reply => ({ value });
    switch (factor.type) {
      case 'flag':
        return [...otherReplies([false, true].map(reply), now, () => 1), ...away(1)];
      case 'choice': {
        // An item is what its key says; without one, there is no item.
        const isKey = this.knowledge.collections.get(question.section)?.key === factor.id;
        return [...otherReplies(this.ids(factor).map(reply), now, () => 1), ...(isKey ? [] : away(1))];
      }
      case 'set':
        return [...this.toggled(factor, now), ...away(1)];
      case 'quantity':
        return this.figures(factor, now);
      case 'ordinal': {
        if (now.figure !== undefined && dimensionOf(factor, this.knowledge) !== undefined)
          return this.figures(factor, now);
        const levels = this.ids(factor);
        const from = levels.indexOf(String(now.value));
        const far = (to: Reply): number => (from < 0 ? 1 : Math.abs(levels.indexOf(String(to.value)) - from));
        return [...otherReplies(levels.map(reply), now, far), ...away(levels.length)];
      }
    }
  }

  private ids(factor: Factor): string[] {
    return this.knowledge.values(factor).map(({ id }) => id);
  }

  private toggled(factor: Factor, now: Reply): ReachedReply[] {
    const held = Array.isArray(now.value) ? (now.value as readonly string[]) : undefined;
    const one = this.ids(factor).map((id): Reply => {
      if (held === undefined) return { value: [id] };
      return { value: held.includes(id) ? held.filter((other) => other !== id) : [...held, id].sort() };
    });
    return [...(held === undefined ? [{ value: [] }] : []), ...one].map((reply) => ({ reply, levels: 1 }));
  }

  private figures(factor: Factor, now: Reply): ReachedReply[] {
    const { figures, undemandingEnd } = figuresOf(factor, this.program);
    const here = now.figure === undefined ? undefined : cellAt(now.figure.value, figures);
    // An unstated figure is less demanding than any cell, so it lies beyond one end; if no criterion says which end, all figures are equally near.
    const beyond = undemandingEnd && { low: -1, high: figures.length }[undemandingEnd];
    const from = here ?? beyond;
    const reach = figures.flatMap(({ value, fromAbove, fromBelow }, n): ReachedReply[] => {
      if (n === here || value === undefined) return [];
      const reached = from === undefined ? undefined : n < from ? fromAbove : fromBelow;
      const limit = here === undefined ? (outerLimit(n, figures) ?? reached) : reached;
      return [{ reply: { ...value, ...(limit && { limit }) }, levels: from === undefined ? 1 : Math.abs(n - from) }];
    });
    if (here === undefined) return reach;
    return [...reach, { reply: UNSTATED_REPLY, levels: beyond === undefined ? 1 : Math.abs(here - beyond) }];
  }
}

/** The limit of the first or the last cell, which have one limit only. */
function outerLimit(n: number, figures: readonly FigureCell[]): Limit | undefined {
  const figure = figures[n];
  if (figure === undefined || figure.single || figures.length === 1) return undefined;
  return n === 0 ? figure.fromAbove : n === figures.length - 1 ? figure.fromBelow : undefined;
}

function otherReplies(replies: readonly Reply[], now: Reply, far: (reply: Reply) => number): ReachedReply[] {
  return replies.filter((reply) => !sameReply(reply, now)).map((reply) => ({ reply, levels: far(reply) }));
}

/** All subsets of so many members are tried as replies to a set. */
export const MAX_SUBSET_MEMBERS = 3;

/** All replies to a question: levels, values, cells of figures; for a set, the subsets of its first members. */
export function repliesTo(
  { factor }: Question,
  program: Program,
  members: number = MAX_SUBSET_MEMBERS,
): readonly Reply[] {
  const ids = program.knowledge.values(factor).map(({ id }) => id);
  switch (factor.type) {
    case 'flag':
      return [true, false].map((value) => ({ value }));
    case 'choice':
    case 'ordinal':
      return ids.map((value) => ({ value }));
    case 'set':
      return subsets(ids.slice(0, members)).map((value) => ({ value }));
    case 'quantity':
      return figuresOf(factor, program).figures.flatMap(({ value }): Reply[] => (value ? [value] : []));
  }
}

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((sets, id) => [...sets, ...sets.map((set) => [...set, id].sort())], [[]]);
}
