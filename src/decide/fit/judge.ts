import type { Demand, ProgramEvidence } from '../../program/ir/fit.js';
import { contains, unionOfCodes, type CodeSet } from '../../program/ir/codes.js';
import { NEVER_FRESH } from '../../program/ir/freshness.js';

/** From the best to the worst; where several requirements must hold, the worst verdict counts. */
export const VERDICTS = ['meets', 'conditional', 'unknown', 'fails'] as const;
export type Verdict = (typeof VERDICTS)[number];
const [MEETS, CONDITIONAL, UNKNOWN, FAILS] = VERDICTS;

/** Why a verdict is not better, or not worse. */
export type Doubt =
  | 'conditions'
  | 'partly'
  | 'conflict'
  | 'stale'
  | 'undated'
  | 'low-confidence'
  | 'part-only'
  | 'bound-only'
  | 'vendor-claim'
  | 'no-limit-known';

/** The result of comparing the facts on one attribute with a demand. */
export interface Judgement {
  readonly verdict: Verdict;
  /** The facts that decide: among those that apply, the first in precedence. */
  readonly decisive: readonly ProgramEvidence[];
  readonly doubts: readonly Doubt[];
  /** The distance of the worse end of what was found from the demand, relative to the demand; negative if it misses the demand. */
  readonly margin?: number;
  /** Whether the verdict is unknown though all that was found misses the demand, since what was found is doubtful. */
  readonly contradicted?: true;
}

/** Whether the conditions of a fact hold here; undefined where that is not stated. */
export type EvidenceApplies = (evidence: ProgramEvidence) => boolean | undefined;

/** What facts are compared with. */
export interface Comparison {
  readonly demand: Demand;
  readonly better: 'higher' | 'lower';
  /** The index of the scope that the demand is about; none where the attribute has no scopes. */
  readonly scope?: number | undefined;
}

/** The judgement where no fact applies. */
export const NO_EVIDENCE: Judgement = { verdict: UNKNOWN, decisive: [], doubts: [] };

/**
 * Compares the facts on one attribute with a demand. Figures that count what the demand is about are compared with it. A figure that counts a part of that is a lower
 * bound of the whole, and one that counts more an upper bound: on one side of the demand it proves or condemns, on the other it says only that this part is well.
 *
 * @param month the month to judge by, counted from year 0
 */
export function judge(
  facts: readonly ProgramEvidence[],
  comparison: Comparison,
  month: number,
  applies: EvidenceApplies,
): Judgement {
  const { scope } = comparison;
  if (scope === undefined) return judgeAlike(facts, comparison, month, applies);
  const like = (test: (own: number) => boolean): Judgement =>
    judgeAlike(
      facts.filter((evidence) => test(evidence.scope ?? scope)),
      comparison,
      month,
      applies,
    );
  const exact = like((own) => own === scope);
  if (exact.verdict !== UNKNOWN) return exact;
  const [part, whole] = [like((own) => own < scope), like((own) => own > scope)];
  // What is low in a part may be high in the whole; what is high in the whole may be low in a part.
  const [condemning, proving] = comparison.better === 'lower' ? [part, whole] : [whole, part];
  if (condemning.verdict === FAILS) return condemning;
  if (proving.verdict === MEETS || proving.verdict === CONDITIONAL) return proving;
  if (condemning.verdict === MEETS || condemning.verdict === CONDITIONAL)
    return { ...condemning, verdict: CONDITIONAL, doubts: [...condemning.doubts, 'part-only'] };
  if (exact.decisive.length > 0) return exact;
  const other = [proving, condemning].find(({ decisive }) => decisive.length > 0);
  return other === undefined ? NO_EVIDENCE : { ...other, verdict: UNKNOWN, doubts: [...other.doubts, 'part-only'] };
}

/**
 * Compares figures that count the same. Facts whose conditions are known not to hold are left out. Of the rest, the first in precedence decide: fresh
 * before stale, then by kind (measured, benchmark or paper, documentation), then by confidence; figures that only their maker claims come last. The verdict is conditional if
 * these facts contradict each other, if only a part of a range meets the demand, if a condition is not known to hold, or if the facts are stale, of unknown age or of low
 * confidence. Such doubtful evidence never condemns: if all of it misses the demand, the verdict is unknown. A bound on the wrong side of the demand proves nothing, and what
 * only its maker claims decides nothing.
 */
function judgeAlike(
  facts: readonly ProgramEvidence[],
  { demand, better }: Comparison,
  month: number,
  applies: EvidenceApplies,
): Judgement {
  const decisive = decisiveFacts(facts, month, applies);
  const [first] = decisive;
  if (first === undefined) return NO_EVIDENCE;
  let meeting = 0;
  let failing = 0;
  let open = 0;
  let sure = false;
  let unsure = false;
  let margin = Number.POSITIVE_INFINITY;
  let bound = Number.POSITIVE_INFINITY;
  for (const evidence of decisive) {
    const margins = marginsOf(evidence, demand, better);
    if (margins.worst >= 0) meeting++;
    else if (margins.best < 0) failing++;
    else if (evidence.oneSided) open++;
    // A bound that proves nothing says nothing of the distance either, unless there is nothing else.
    if (margins.worst >= 0 || margins.best < 0 || !evidence.oneSided) margin = Math.min(margin, margins.worst);
    else bound = Math.min(bound, margins.worst);
    if (evidence.tests !== undefined && applies(evidence) !== true) unsure = true;
    else sure = true;
  }
  const doubts: Doubt[] = [];
  // Figures under conditions of their own do not contradict one another.
  const differ = meeting > 0 && failing > 0;
  const conflict = differ && decisive.some(({ fact }) => fact.conditions === undefined);
  // Where a figure that holds in any case says the same as all others, or their conditions leave no other case, it does not matter which of these hold.
  const agree = failing === decisive.length || meeting === decisive.length;
  const settled = agree && (sure || (unsure && coverEveryCase(decisive)));
  if ((unsure && !settled) || (differ && !conflict)) doubts.push('conditions');
  if (conflict) doubts.push('conflict');
  else if (!differ && meeting + open < decisive.length && failing + open < decisive.length) doubts.push('partly');
  if (decisive.some((evidence) => isStale(evidence, month) && !isUndated(evidence))) doubts.push('stale');
  if (decisive.some(isUndated)) doubts.push('undated');
  if (first.fact.confidence === 'low') doubts.push('low-confidence');
  if (open === decisive.length) margin = bound;
  const missed = failing > 0 && failing + open === decisive.length;
  const rest = { decisive, ...(Number.isFinite(margin) && { margin }) };
  const doubted = { ...rest, ...(missed && { contradicted: true as const }) };
  if (isClaim(first)) return { verdict: UNKNOWN, doubts: [...doubts, 'vendor-claim'], ...doubted };
  if (open === decisive.length) return { verdict: UNKNOWN, doubts: [...doubts, 'bound-only'], ...rest };
  if (doubts.length === 0) return { verdict: failing > 0 ? FAILS : MEETS, doubts, ...rest };
  return { verdict: missed ? UNKNOWN : CONDITIONAL, doubts, ...doubted };
}

/** Whether a figure is only what the maker claims, and a measurement may refute; features and a licence are for the documentation of the maker to state. */
export const isClaim = ({ fact, attribute }: ProgramEvidence): boolean =>
  fact.kind === 'vendor-claim' && attribute.type === 'quantity';

/** Whether it is a figure of unknown age. */
const isUndated = ({ freshUntil }: ProgramEvidence): boolean => freshUntil === NEVER_FRESH;

/** Whether a fact is past its expiry in a month. A figure of unknown age always is. */
export function isStale({ freshUntil }: ProgramEvidence, month: number): boolean {
  return freshUntil !== undefined && month > freshUntil;
}

/** The facts first in precedence among those that apply. */
export function decisiveFacts(
  facts: readonly ProgramEvidence[],
  month: number,
  applies: EvidenceApplies,
): readonly ProgramEvidence[] {
  let best = Number.POSITIVE_INFINITY;
  let found: ProgramEvidence[] = [];
  for (const evidence of facts) {
    if (evidence.tests !== undefined && applies(evidence) === false) continue;
    const place =
      evidence.precedence + (isStale(evidence, month) ? STALE_PENALTY : 0) + (isClaim(evidence) ? CLAIM_PENALTY : 0);
    if (place < best) {
      best = place;
      found = [];
    }
    if (place === best) found.push(evidence);
  }
  return found;
}

/** Puts a stale fact after every fresh one. */
const STALE_PENALTY = 100;
/** Puts what only its maker claims after everything else, since it decides nothing. */
const CLAIM_PENALTY = 200;

/** The margins of both ends of a fact, relative to the demand; a negative margin misses it. */
function marginsOf(
  { value }: ProgramEvidence,
  demand: Demand,
  better: 'higher' | 'lower',
): { worst: number; best: number } {
  if (value.form === 'members' && typeof demand === 'object') {
    const held = value.members.some((member) => demand.includes(member)) ? 0 : -1;
    return { worst: held, best: held };
  }
  if (value.form !== 'range' || typeof demand !== 'number') return { worst: -1, best: 0 };
  const relative = (found: number): number => {
    const margin = better === 'higher' ? found - demand : demand - found;
    return demand === 0 ? margin : margin / Math.abs(demand);
  };
  const ends = [relative(value.low), relative(value.high)] as const;
  return { worst: Math.min(...ends), best: Math.max(...ends) };
}

/**
 * Whether the condition of one of these facts must hold, whatever is stated: each tests the same variable alone, and their tests cover all that can be stated of it, as
 * fewer than three nodes and three or more do.
 */
function coverEveryCase(facts: readonly ProgramEvidence[]): boolean {
  const [first] = facts;
  const [{ variable } = { variable: undefined }] = first?.tests?.variables ?? [];
  if (variable === undefined) return false;
  let covered: CodeSet = [];
  for (const { tests } of facts) {
    const [only, ...others] = tests?.variables ?? [];
    const isAlone = others.length + (tests?.outcomes.length ?? 0) + (tests?.some.length ?? 0) === 0;
    if (only?.variable !== variable || !isAlone) return false;
    covered = unionOfCodes(covered, only.accepts);
  }
  return contains(covered, variable.statable);
}
