import { changeOf, isUnstated, isScenario, UNSTATED_REPLY, type Question, type Reply } from '../variants/question.js';
import type { Changes } from '../variants/changes.js';
import type { Choice } from '../variants/choice.js';
import type { TrackedChoice } from '../variants/tracked-decision.js';
import type { WorkloadVariants } from '../variants/workload-variants.js';

/** A question that nothing is replied to yet, and the fewest replies to others with which a reply to it makes another choice. */
export interface OpenQuestion {
  readonly question: Question;
  /** Replies to other open questions; none where a reply to this one makes another choice by itself. */
  readonly given: Changes;
  /** What is chosen with those alone. */
  readonly before: Choice;
  /** Its replies that make another choice then. */
  readonly changes: readonly { readonly reply: Reply; readonly there: Choice }[];
  /** How many of its replies were tried. */
  readonly tried: number;
}

/** The open questions that matter for one place. */
export interface OpenQuestions {
  /** The most useful first: those that matter with the fewest other replies, then with the larger part of their own. */
  readonly open: readonly OpenQuestion[];
  /** With at most so many replies together, no other open question matters. */
  readonly together: number;
  /** Whether no other open question matters, however many replies come together. */
  readonly proven: boolean;
  /** How many variations were decided. */
  readonly decided: number;
}

interface State {
  readonly changes: Changes;
  /** The open questions that the decision looked at which the workload's own does not. */
  readonly news: number;
}

/** A wide open workload has hundreds of replies to try; so many are decided within a second or two. */
const MOST = 500;
/** Most combinations of replies are the same as others, and need no decision; still, finding that out takes time. */
const PER_DECISION = 3;
/** What makes no difference yet leads farther than nothing else. */
const LAST = -1;

/**
 * The open questions that can matter for a place: there are replies to other open questions with which a reply to it makes another choice than none. Searched by the
 * number of replies that come together, so that of each question the fewest are found. Beside one another, two decisions are followed, with a reply and without it, and other replies are
 * given only to what either of them looked at. Nothing is missed by that: no reply that neither looked at would make them differ. Replies at odds with the scenario are left out.
 *
 * @param place its key, such as `storage/ledger`
 * @param most no more variations than these are decided
 */
export function openQuestions(variations: WorkloadVariants, place: string, most = MOST): OpenQuestions {
  const { unchanged } = variations;
  const base = variations.inputs(unchanged);
  const departures = base.departures.length;
  const order = new Map([...variations.program.knowledge.factors.values()].map((factor, n) => [factor, n]));
  const looked = new Set(variations.tracked(unchanged, place).questions);
  const found = new Map<Question, OpenQuestion>();
  const known = new Set([unchanged]);
  const decided = new Set<Changes>();
  let tried = 0;
  let states: readonly State[] = [{ changes: unchanged, news: 0 }];
  for (let together = 1; ; together++) {
    const before = new Set(found.keys());
    const next: State[] = [];
    // Those that are not found yet first, which settles all of this size; the rest only leads on.
    for (const leadsOn of [false, true]) {
      for (const { changes } of states) {
        if (!follow(changes, (question) => before.has(question) === leadsOn, next))
          return {
            open: ranked(),
            together: leadsOn ? together : together - 1,
            proven: false,
            decided: decided.size - 1,
          };
      }
    }
    for (const { changes } of states) leadOn(changes, next);
    if (next.length === 0) return { open: ranked(), together, proven: true, decided: decided.size - 1 };
    // What brings up new questions leads farther.
    states = next.sort((a, b) => b.news - a.news);
  }

  /** What is chosen with some changes. Those that make no difference to any look are left out, so that what is the same is decided once. */
  function at(changes: Changes): TrackedChoice {
    let some = unchanged;
    for (;;) {
      const seen = variations.tracked(some, place);
      const before = some;
      decided.add(before);
      some = changes.filter(
        ({ question, reply }) => before.get(question) !== undefined || !seen.isUnaffectedBy(question, reply),
      );
      if (some === before) return seen;
    }
  }

  /** Gives each reply more that makes a difference to a look; false where that would be too many. */
  function follow(changes: Changes, isTaken: (question: Question) => boolean, next: State[]): boolean {
    const seen = at(changes);
    for (const question of openIn(seen, changes)) {
      if (!isTaken(question)) continue;
      const own = changes.get(question);
      const replies = repliesTo(question, own);
      for (const reply of replies) {
        if (seen.isUnaffectedBy(question, reply)) continue;
        if (decided.size > most || tried >= most * PER_DECISION) return false;
        const there = follows(changes, question, reply, next);
        if (there !== undefined) note(question, changes, own, { reply, there }, replies.length);
      }
    }
    return true;
  }

  /** Gives what makes a difference only to decisions with one reply more. */
  function leadOn(changes: Changes, next: State[]): void {
    const here = at(changes);
    for (const question of openIn(here, changes)) {
      for (const reply of repliesTo(question, changes.get(question))) {
        if (here.isUnaffectedBy(question, reply)) continue;
        const there = at(changes.with(changeOf(question, reply)));
        for (const other of openIn(there, changes)) {
          if (other === question) continue;
          for (const more of repliesTo(other, changes.get(other)))
            if (here.isUnaffectedBy(other, more) && !there.isUnaffectedBy(other, more))
              follows(changes, other, more, next, LAST);
        }
      }
    }
  }

  /** What is chosen with a reply more; undefined where it is at odds with the scenario, or there is no such place then. */
  function follows(
    changes: Changes,
    question: Question,
    reply: Reply,
    next: State[],
    rank?: number,
  ): Choice | undefined {
    const more = changes.with(changeOf(question, reply));
    const isNew = !known.has(more);
    if (isNew) tried++;
    known.add(more);
    const hasScenario = [...more].some((change) => isScenario(change.question));
    if (hasScenario && variations.inputs(more).departures.length > departures) return undefined;
    const there = at(more);
    if (isNew && there.choice.exists) {
      next.push({ changes: more, news: rank ?? [...there.questions].filter((one) => !looked.has(one)).length });
    }
    return there.choice.exists ? there.choice : undefined;
  }

  /** Keeps what a reply changes in comparison to none. */
  function note(
    question: Question,
    changes: Changes,
    own: Reply | undefined,
    change: OpenQuestion['changes'][number],
    tried: number,
  ): void {
    const before = found.get(question);
    // A further member of a set is told only where no single one makes another choice.
    if (before !== undefined && (own !== undefined || before.given !== changes)) return;
    const given = own === undefined ? changes : changes.filter((one) => one.question !== question);
    const without = at(given).choice;
    if (without.id === change.there.id) return;
    found.set(question, { question, given, before: without, changes: [...(before?.changes ?? []), change], tried });
  }

  /** The questions that were looked at and that the workload leaves open. One is replied to once; only a set can get one member more. */
  function openIn(seen: TrackedChoice, changes: Changes): Question[] {
    return [...seen.questions]
      .filter((question) => changes.get(question) === undefined || question.factor.type === 'set')
      .filter((question) => isUnstated(variations.currentReply(question, base)))
      .sort(inOrder);
  }

  /** What can be replied to a question; where a set has members already, one more. */
  function repliesTo(question: Question, own: Reply = UNSTATED_REPLY): Reply[] {
    const held = membersOf(own);
    return variations.questions
      .moves(question, own)
      .map(({ reply }) => reply)
      .filter((reply) => !isUnstated(reply) && (isUnstated(own) || membersOf(reply).length > held.length));
  }

  /** By how many other replies it takes, then by the share of its own that make another choice. */
  function ranked(): OpenQuestion[] {
    const share = ({ changes, tried }: OpenQuestion): number => changes.length / tried;
    return [...found.values()].sort(
      (a, b) => a.given.size - b.given.size || share(b) - share(a) || inOrder(a.question, b.question),
    );
  }

  /** In the order of the factors. */
  function inOrder(a: Question, b: Question): number {
    return (order.get(a.factor) ?? 0) - (order.get(b.factor) ?? 0) || (a.key < b.key ? -1 : 1);
  }
}

const membersOf = ({ value }: Reply): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);
