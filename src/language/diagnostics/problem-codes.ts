import type { Lang } from '../format.js';
import { entriesOf, type CatalogueTexts } from './entry.js';

/** Only an error that no tension acknowledges fails a check. */
export type ProblemSeverity = 'error' | 'warning' | 'note';

/** A decision, with its title and id. */
interface InDecision {
  readonly decision: string;
}
/** Rules of a decision, the one to change first; each with its name and clause. */
interface OfRules extends InDecision {
  readonly rules: readonly string[];
}
/** One rule of a decision. */
interface OfRule extends InDecision {
  readonly rule: string;
}
/** What a rule assumes of a technology; `demand` is absent for what is always demanded. */
interface OfFacts extends OfRules {
  readonly technology: string;
  readonly criterion: string;
  readonly demand?: { readonly factor: string; readonly level: string };
}
/** A part of a technology that it has, or gives a reason to do without. */
export type TechnologyPart = 'licence' | 'lifecycle' | 'needs' | 'hazards';
/** Parts of a technology, given by its title. */
interface OfParts {
  readonly technology: string;
  readonly parts: readonly TechnologyPart[];
}
interface LevelAnswer {
  readonly level: string;
  readonly answer: string;
}

/** The kinds of problem that a search by cases may leave inconclusive. */
export type InconclusiveCode =
  | 'gap'
  | 'overlap'
  | 'ambiguous'
  | 'masked'
  | 'unreachable'
  | 'delegate-has-no-result'
  | 'redundant'
  | 'empty-intersection'
  | 'disagreement'
  | 'non-monotonic'
  | 'against-order'
  | 'factor-without-effect';

const entry = entriesOf<ProblemSeverity>();

/** Every problem that `check` can find in knowledge, by its stable code, with the parameters of its message. */
export const PROBLEMS = {
  gap: entry<InDecision>('error'),
  'gap-with-fallback': entry<InDecision>('note', 'gap-behind'),
  overlap: entry<OfRules & { policy: string; catchesAll: boolean }>('error', 'contradiction'),
  ambiguous: entry<OfRules & { answers: readonly string[] }>('error', 'two-answers'),
  /** `conflictingPolicy` is the hit policy where it lets no two rules hit for one input. */
  masked: entry<OfRule & { others: readonly string[]; conflictingPolicy?: string | undefined }>('error', 'shadowed'),
  unreachable: entry<OfRule>('error'),
  'delegate-has-no-result': entry<OfRule & { delegate: string }>('error', 'asks-in-vain'),
  redundant: entry<OfRule & { others: readonly string[] }>('warning'),
  'empty-intersection': entry<OfRules>('error', 'nothing-left'),
  disagreement: entry<InDecision & { other: string; answer: string; otherAnswer: string }>('error'),
  'contradicted-by-facts': entry<OfFacts>('error', 'facts-against'),
  'unsupported-by-facts': entry<OfFacts>('note', 'facts-missing'),
  'non-monotonic': entry<InDecision & { factor: string; lower: LevelAnswer; higher: LevelAnswer }>(
    'error',
    'order-inverted',
  ),
  'against-order': entry<InDecision & { factor: string; lower: LevelAnswer; higher: LevelAnswer }>('error'),
  'forbidden-outcome': entry<OfRule & { answer: string; package: string }>('error', 'forbidden-answer'),
  'undefined-output': entry<InDecision>('error', 'silent-sibling'),
  'level-without-result': entry<InDecision & { factor: string; level: string }>('warning', 'level-silent'),
  'irrelevant-factor': entry<InDecision & { factor: string }>('warning', 'never-matters'),
  /** A factor that is tested, and changes no answer; of a set, one `member` of it. */
  'factor-without-effect': entry<OfRules & { factor: string; member?: string | undefined }>('warning'),
  'bound-without-effect': entry<OfRules & { factor: string; bound: string }>('warning'),
  'unused-factor': entry<{ factor: string; id: string }>('warning'),
  'indistinguishable-levels': entry<{ factor: string; levels: readonly string[] }>('warning', 'level-never-matters'),
  'levels-without-effect': entry<{ factor: string; levels: readonly string[] }>('warning'),
  'unused-decision': entry<InDecision>('warning', 'never-asked'),
  'unused-outcome': entry<{ outcome: string; id: string }>('note', 'never-answered'),
  'technology-incomplete': entry<OfParts>('warning'),
  'omits-contradicted': entry<OfParts>('warning'),
  /** The figures of one technology that are cited from one work. */
  'undated-figure': entry<{ technology: string; attributes: readonly string[]; source: string }>('warning'),
  /** `technology` is absent where the date is that of the work itself. */
  'dated-by-reading': entry<{ source: string; date: string; technology?: string }>('warning'),
  inconclusive: entry<InDecision & { other?: string; kinds: readonly InconclusiveCode[] }>('warning', 'not-proven'),
  'text-untranslated': entry<{ package: string; lang: Lang; texts: number }>('warning'),
  'unused-suppression': entry<{ tension: string; acknowledged: readonly string[] }>('warning', 'acknowledges-nothing'),
} as const;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemTexts = CatalogueTexts<typeof PROBLEMS>;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

/** The severity of a kind of problem; each has one. */
export const problemSeverity = (code: ProblemCode): ProblemSeverity => PROBLEMS[code].severities[0];

/** The codes that a kind of problem had in earlier versions; none for any other word. */
export const formerNames = (code: string): readonly string[] =>
  Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as ProblemCode].former : [];

const BY_RULES = ['decisions', 'rules'] as const;
const BY_FACTS = [...BY_RULES, 'technology', 'criterion'] as const;
const BY_FACTOR = [...BY_RULES, 'factor'] as const;
const BY_WORK = ['technology', 'source'] as const;

/** The keys of which an acknowledgement of a kind of problem needs one at least: without any, it would hide every later problem of the kind. */
export const namesNeeded = (
  code: ProblemCode,
): readonly (typeof BY_FACTS | typeof BY_FACTOR | typeof BY_WORK)[number][] => {
  switch (code) {
    case 'contradicted-by-facts':
    case 'unsupported-by-facts':
      return BY_FACTS;
    case 'irrelevant-factor':
    case 'unused-factor':
    case 'indistinguishable-levels':
    case 'factor-without-effect':
    case 'bound-without-effect':
    case 'levels-without-effect':
    case 'against-order':
      return BY_FACTOR;
    case 'unused-outcome':
    case 'technology-incomplete':
    case 'omits-contradicted':
      return ['technology'];
    case 'undated-figure':
    case 'dated-by-reading':
      return BY_WORK;
    case 'text-untranslated':
    case 'unused-suppression':
      return [];
    case 'gap':
    case 'gap-with-fallback':
    case 'overlap':
    case 'ambiguous':
    case 'masked':
    case 'unreachable':
    case 'delegate-has-no-result':
    case 'redundant':
    case 'empty-intersection':
    case 'disagreement':
    case 'non-monotonic':
    case 'forbidden-outcome':
    case 'undefined-output':
    case 'level-without-result':
    case 'unused-decision':
    case 'inconclusive':
      return BY_RULES;
  }
};
