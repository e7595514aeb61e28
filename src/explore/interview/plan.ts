import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Expected, Tried } from '../../language/schema/results/interview.js';
import type { Changes } from '../variants/changes.js';
import { OptimalPlan } from './optimal-plan.js';
import { BranchAndBound } from './branch-and-bound.js';
import type { Successor, Lookahead, Forecast } from './lookahead.js';
import { isScenario, UNSTATED_REPLY, type Question } from '../variants/question.js';
import { randomFrom } from './random.js';

/** Two choices for a place, between which a question may decide. */
export interface Decides {
  readonly place: string;
  readonly between: readonly OutcomeSet[];
}

/** What to ask next. */
export interface Plan {
  readonly question: Question | undefined;
  readonly decides: Decides | undefined;
  /** How many questions are expected, where that is computed exactly. */
  readonly expected?: ExactlyExpected;
  /** Whether it is proven that nothing else can be chosen, where there is no question. */
  readonly proven: boolean;
  /** What was tried without success where it is not proven. */
  readonly tried?: Tried;
}

type ExactlyExpected = Extract<Expected, { exact: true }>;

/** As many points are examined for a proof that nothing else can be chosen. */
const MAX_PROOF_STATES = 60;
const MAX_PROOF_FORECASTS = 500;
/** Where as many points were examined and a question was found that decides, no more are weighed against it. */
const MAX_SCORED_STATES = 10;
/** As many completions are tried where that is not enough. */
const SAMPLED_COMPLETIONS = 60;

/**
 * What to ask next, until it is proven that nothing else can be chosen. Where few points lie ahead, the question with which the fewest are expected in all. Else, of
 * those whose reply by itself makes another choice, the one that leaves, on average over its replies, the fewest questions that are read; then one that makes
 * another choice together with others.
 *
 * @param exactly no more points than these are examined for the best way; a cheaper way is taken beyond
 */
export function planNext(lookahead: Lookahead, exactly: number): Plan {
  const { unchanged } = lookahead.variants;
  const here = lookahead.at(unchanged);
  const search = new BranchAndBound(lookahead, MAX_PROOF_STATES, MAX_PROOF_FORECASTS);
  const { undecidedQuestions: causes } = search;
  if (causes.size === 0) return endOfInterview(true);
  const best = new OptimalPlan(lookahead, exactly).at(unchanged);
  if (best !== undefined) {
    const { question, expected: questions, worst } = best;
    if (question === undefined) return endOfInterview(true);
    const decides =
      decidesIn(lookahead, lookahead.successors(unchanged, question, true), here) ?? decidesAmong(lookahead, question);
    return { question, decides, expected: { exact: true, questions, most: worst }, proven: false };
  }
  const scored: { readonly question: Question; readonly left: number; readonly decides: Decides | undefined }[] = [];
  for (const question of [...causes].sort((a, b) => Number(isScenario(b)) - Number(isScenario(a)))) {
    if (lookahead.visited > MAX_SCORED_STATES && scored.some(({ decides }) => decides !== undefined)) break;
    const next = lookahead.successors(unchanged, question, false);
    const left = next.reduce((sum, one) => sum + one.weight * lookahead.at(one.replies).open.length, 0);
    scored.push({ question, left, decides: decidesIn(lookahead, next, here) });
    if (isScenario(question)) break;
  }
  scored.sort((a, b) => questionRank(a) - questionRank(b) || a.left - b.left);
  const [first] = scored;
  if (first?.decides !== undefined) return { question: first.question, decides: first.decides, proven: false };
  // Drawn replies find what is found in a fraction of the time that a proof takes.
  let found = otherChoice(lookahead, here);
  if (found === undefined) {
    const proof = search.run();
    if (proof.result === 'none') return endOfInterview(true);
    if (proof.result === 'other') found = minimalReplies(lookahead, proof.replies, here);
  }
  if (found === undefined) {
    const tried = { points: search.visitedCount, completions: SAMPLED_COMPLETIONS };
    return { ...endOfInterview(false), tried };
  }
  // Nothing else is chosen without a reply to something that is read now.
  const question = [...scored.map((one) => one.question), ...here.open].find(
    (one) => found.replies.get(one) !== undefined,
  );
  return { question, decides: found.decides, proven: false };
}

/** The scenario comes first: it answers questions by itself, and has decisions and items of its own. */
const questionRank = ({ question, decides }: Pick<Plan, 'decides'> & { readonly question: Question }): number =>
  decides === undefined ? 2 : Number(!isScenario(question));

const endOfInterview = (proven: boolean): Plan => ({
  question: undefined,
  decides: undefined,
  expected: { exact: true, questions: 0, most: 0 },
  proven,
});

/** The places that some replies choose differently for, the one with the most choices first. */
function decidesIn(lookahead: Lookahead, next: readonly Successor[], here: Forecast): Decides | undefined {
  const views = [...next.map(({ replies }) => lookahead.at(replies)), here];
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
function decidesAmong(lookahead: Lookahead, question: Question): Decides | undefined {
  for (const replies of completions(lookahead, [question])) {
    const next = lookahead.successors(replies, question, true);
    const [one] = next;
    const decides = one && decidesIn(lookahead, next, lookahead.at(one.replies));
    if (decides !== undefined) return decides;
  }
  return undefined;
}

/** Drawn replies that choose otherwise together. */
function otherChoice(lookahead: Lookahead, here: Forecast): OtherChoice | undefined {
  for (const replies of completions(lookahead, [])) {
    if (lookahead.at(replies).id !== here.id) return minimalReplies(lookahead, replies, here);
  }
  return undefined;
}

/** Of replies that choose otherwise together, so few that none can be left out. */
function minimalReplies(lookahead: Lookahead, all: Changes, here: Forecast): OtherChoice | undefined {
  let replies = all;
  for (const { question } of all) {
    const fewer = replies.filter((one) => one.question !== question);
    if (lookahead.at(fewer).id !== here.id) replies = fewer;
  }
  const decides = decidesIn(lookahead, [{ replies, weight: 1 }], here);
  return decides && { replies, decides };
}

interface OtherChoice {
  readonly replies: Changes;
  readonly decides: Decides;
}

/** Replies to all that is read, now or then; drawn, but the same each time. */
function* completions(lookahead: Lookahead, without: readonly Question[]): Iterable<Changes> {
  const random = randomFrom(SAMPLED_COMPLETIONS);
  const { unchanged } = lookahead.variants;
  for (let n = 0; n < SAMPLED_COMPLETIONS; n++) {
    let replies = unchanged;
    for (;;) {
      const open = lookahead.at(replies).open.filter((question) => !without.includes(question));
      if (open.length === 0) break;
      for (const question of open) {
        const next = lookahead.successors(unchanged, question, true);
        const drawn = next[Math.floor(random() * next.length)]?.replies.get(question);
        replies = lookahead.replied(replies, question, drawn ?? UNSTATED_REPLY);
      }
    }
    yield replies;
  }
}
