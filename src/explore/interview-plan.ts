import type { Combo } from '../program/combos.js';
import { Exact } from './interview-exact.js';
import type { Next, Outlook, View } from './interview-outlook.js';
import { isScenario, NOTHING, type Question } from './question.js';
import { randomFrom } from './random.js';
import { UNCHANGED, type Changes } from './variations.js';

/** Two choices for a place, between which a question may decide. */
export interface Decides {
  readonly place: string;
  readonly between: readonly Combo[];
}

/** What is expected of the rest of an interview, in questions. */
export type Expected =
  | { readonly exact: true; readonly questions: number; readonly most: number }
  | { readonly exact: false; readonly atLeast: number; readonly atMost?: number };

/** What to ask next. */
export interface Plan {
  readonly question: Question | undefined;
  readonly decides: Decides | undefined;
  readonly expected: Expected;
  /** Whether it is proven that nothing else can be chosen, where there is no question. */
  readonly proven: boolean;
}

export interface PlanOptions {
  /** No more points than these are looked at for the best way; a cheaper way is taken beyond. */
  readonly exactly: number;
  /** Whether what is not proven to make no difference is asked. */
  readonly thorough: boolean;
}

/** As many completions are tried before it is said that nothing was found that chooses otherwise. */
const COMPLETIONS = 30;

/**
 * What to ask next. Where few points lie ahead, the question with which the fewest are expected in all. Else, of those whose reply by itself makes another
 * choice, the one that leaves, on average over its replies, the fewest questions looked at; then one that makes another choice together with others.
 */
export function planNext(outlook: Outlook, { exactly, thorough }: PlanOptions): Plan {
  const here = outlook.at(UNCHANGED);
  if (here.open.length === 0) return settled(true);
  const best = new Exact(outlook, exactly).at(UNCHANGED);
  if (best !== undefined) {
    const { question, expected: questions, worst: most } = best;
    if (question === undefined) return settled(true);
    const decides =
      decidesIn(outlook, outlook.after(UNCHANGED, question, true), here) ?? decidesAmong(outlook, question);
    return { question, decides, expected: { exact: true, questions, most }, proven: false };
  }
  const expected: Expected = { exact: false, atLeast: 1, atMost: outlook.askable };
  const scored = here.open
    .map((question) => {
      const next = outlook.after(UNCHANGED, question, false);
      const left = next.reduce((sum, one) => sum + one.weight * outlook.at(one.replies).open.length, 0);
      return { question, left, decides: decidesIn(outlook, next, here) };
    })
    .sort((a, b) => rank(a) - rank(b) || a.left - b.left);
  const [first] = scored;
  if (first?.decides !== undefined) return { ...first, expected, proven: false };
  const found = otherwise(outlook, here);
  if (found !== undefined) {
    const question = scored.find((one) => found.replies.has(one.question.key))?.question;
    if (question !== undefined) return { question, decides: found.decides, expected, proven: false };
  }
  if (thorough && first !== undefined) return { question: first.question, decides: undefined, expected, proven: false };
  return settled(false);
}

/** What the scenario is comes first: it answers questions by itself, and brings decisions and items of its own. */
const rank = ({ question, decides }: Pick<Plan, 'decides'> & { readonly question: Question }): number =>
  decides === undefined ? 2 : Number(!isScenario(question));

const settled = (proven: boolean): Plan => ({
  question: undefined,
  decides: undefined,
  expected: { exact: true, questions: 0, most: 0 },
  proven,
});

/** The places that some replies choose differently for, the one with the most choices first. */
function decidesIn(outlook: Outlook, next: readonly Next[], here: View): Decides | undefined {
  const views = [...next.map(({ replies }) => outlook.at(replies)), here];
  if (views.every(({ id }) => id === here.id)) return undefined;
  let most: Decides | undefined;
  for (const place of new Set(views.flatMap(({ chosen }) => [...chosen.keys()]))) {
    const combos = views.map(({ chosen }) => chosen.get(place)).filter((combo) => combo !== undefined);
    const between = [...new Map(combos.map((combo) => [String(combo), combo])).values()];
    const isMissing = combos.length < views.length;
    if (between.length < 2 && !isMissing) continue;
    if (between.length > (most?.between.length ?? 0)) most = { place, between };
  }
  return most;
}

/** Between what a question decides once others are replied to, of which some are tried. */
function decidesAmong(outlook: Outlook, question: Question): Decides | undefined {
  for (const replies of completions(outlook, [question])) {
    const next = outlook.after(replies, question, true);
    const [one] = next;
    const decides = one && decidesIn(outlook, next, outlook.at(one.replies));
    if (decides !== undefined) return decides;
  }
  return undefined;
}

/** Replies that choose otherwise together, none of which can be left out. */
function otherwise(outlook: Outlook, here: View): { replies: Changes; decides: Decides } | undefined {
  for (const all of completions(outlook, [])) {
    if (outlook.at(all).id === here.id) continue;
    let replies = all;
    for (const [key] of all) {
      const fewer = new Map([...replies].filter(([other]) => other !== key));
      if (outlook.at(fewer).id !== here.id) replies = fewer;
    }
    const decides = decidesIn(outlook, [{ replies, weight: 1 }], here);
    if (decides !== undefined) return { replies, decides };
  }
  return undefined;
}

/** Replies to all that is looked at, now or then; drawn, but the same each time. */
function* completions(outlook: Outlook, without: readonly Question[]): Iterable<Changes> {
  const random = randomFrom(COMPLETIONS);
  for (let n = 0; n < COMPLETIONS; n++) {
    let replies = UNCHANGED;
    for (;;) {
      const open = outlook.at(replies).open.filter((question) => !without.includes(question));
      if (open.length === 0) break;
      for (const question of open) {
        const next = outlook.after(UNCHANGED, question, true);
        const drawn = next[Math.floor(random() * next.length)]?.replies.get(question.key);
        replies = new Map([...replies, [question.key, drawn ?? { question, reply: NOTHING }]]);
      }
    }
    yield replies;
  }
}
