import { entriesOf, type CatalogueTexts, type CodeEntry, type ParamsOf } from './entry.js';

export type FindingSeverity = 'error' | 'warning' | 'info';

/** What is chosen for a place of the stack. */
interface Chosen {
  readonly place: string;
  readonly chosen: string;
}
/** What a compatibility rule says of a technology; of a need, what the technology requires. */
interface OfRule {
  readonly technology: string;
  readonly text: string;
  readonly isNeed: boolean;
}
/** A candidate with a better verdict than what is chosen. */
export interface Better {
  readonly candidate: string;
  /** The worst verdict on it; `unknown` where it fails nothing, and not all is known. */
  readonly verdict: 'meets' | 'conditional' | 'unknown';
}
/** A series of a technology, and the date on which its support ends. */
interface Series {
  readonly name: string;
  readonly ends?: string;
}

/** Why something cannot be chosen where it was the answer, or must be used with care. */
type Incompatible =
  | {
      readonly form: 'replaced';
      readonly place: string;
      readonly answer: string;
      /** Whether the guide gives this answer; else it is that of the facts. */
      readonly byGuide: boolean;
      readonly reasons: readonly string[];
      /** Whether it could run, and is not chosen since it fails what is asked. */
      readonly couldRun: boolean;
      /** What is chosen in its place, `nothing` where there is none; absent where another answer of the guide is chosen anyway. */
      readonly replacement?: { readonly candidate: string; readonly isOtherAnswer: boolean } | 'nothing';
    }
  | {
      readonly form: 'alternative';
      readonly place: string;
      readonly answer: string;
      readonly reasons: readonly string[];
    }
  | ({ readonly form: 'reminder' } & OfRule);

/**
 * What kind of matter a finding is, the weightiest first: it blocks the answer; the choice fails a demand; nothing proves that it meets one; it conflicts with
 * the rest or departs from what was answered or preset; a hazard that this workload meets, or an advisory on it; a demand is met under conditions alone;
 * something ages; or it is only worth knowing.
 */
export const MATTERS = [
  'blocks',
  'fails',
  'unproven',
  'conflicts',
  'hazards',
  'conditional',
  'ageing',
  'information',
] as const;
export type Matter = (typeof MATTERS)[number];

/** A finding as the catalogue has it. */
interface FindingEntry<P> extends CodeEntry<FindingSeverity, P> {
  /** The matter that it is. One that is only worth knowing may be another matter than one that warns; any error blocks. */
  readonly matter: Matter | { readonly warning: Matter; readonly info: Matter };
}

const entriesOn =
  (matter: FindingEntry<never>['matter']) =>
  <P>(severities: FindingSeverity | readonly [FindingSeverity, ...FindingSeverity[]]): FindingEntry<P> => ({
    ...entriesOf<FindingSeverity>()<P>(severities),
    matter,
  });
const blocks = entriesOn('blocks');
const fails = entriesOn('fails');
const unproven = entriesOn('unproven');
const conflicts = entriesOn('conflicts');
const hazards = entriesOn('hazards');
const conditional = entriesOn('conditional');
const ageing = entriesOn('ageing');
const information = entriesOn('information');
const conflictsOrInforms = entriesOn({ warning: 'conflicts', info: 'information' });
const hazardsOrInforms = entriesOn({ warning: 'hazards', info: 'information' });

/** Every finding of a recommendation, by its stable code, with the parameters of its message. */
export const FINDINGS = {
  unsatisfiable: blocks<{ place?: string; statements: readonly string[]; forbidden: readonly string[] }>('error'),
  'departs-from-scenario': conflicts<{
    scenario: string;
    factor: string;
    preset: string;
    stated: string;
    /** Whether the scenario has decisions of its own. */
    hasDecisions: boolean;
  }>('warning'),
  'hit-policy': conflicts<{ decision: string; policy: string }>('warning'),
  'guide-silent': conflictsOrInforms<{
    place: string;
    remaining?: string;
    chosen?: string;
    /** What the rules can still answer, by what is not stated; absent where that is not known. */
    possible?: readonly string[];
  }>(['info', 'warning']),
  'item-kind-open': unproven<{ item: string; factor: string }>('warning'),
  'second-choice': conflicts<Chosen & { answer: string }>('warning'),
  'required-joined': information<Chosen>('info'),
  'required-over-guide': conflicts<Chosen & { answer?: string }>('warning'),
  incompatible: conflicts<Incompatible>(['warning', 'info', 'error']),
  'realisation-open': information<{
    technology: string;
    realisations: readonly string[];
    /** The one that is taken, though the evidence does not distinguish it from the others; absent where none is. */
    taken?: string;
  }>('info'),
  'needs-condition': conflicts<OfRule>('info'),
  pointless: conflicts<OfRule>('warning'),
  'requirement-failed': fails<
    Chosen & {
      requirement: string;
      found: string;
      sources: readonly string[];
      /** What does better; `nothing` where it is known that nothing that can run does. */
      better?: Better | 'nothing';
    }
  >('warning'),
  'requirement-unproven': unproven<Chosen & { requirements: readonly string[]; better?: Better }>(['warning', 'info']),
  'requirement-conditional': conditional<Chosen & { requirements: readonly string[]; reasons: readonly string[] }>([
    'info',
  ]),
  lifecycle: ageing<{ technology: string; found: string; sources: readonly string[]; maintained: readonly string[] }>([
    'warning',
    'info',
  ]),
  'lifecycle-ending': ageing<{
    technology: string;
    ended: readonly Series[];
    ending: readonly Series[];
    /** The newest series that is supported for longer; `none` where series are known and none is, absent where only parts are known. */
    newest?: Series | 'none';
    instead: readonly string[];
  }>(['warning', 'info']),
  'knowledge-old': ageing<{
    /** The package that was reviewed longest ago, when that was, and the date that it is used for. */
    package: string;
    reviewed: string;
    asOf: string;
    /** What is chosen and has had an end since: of a series, of the time for which a fact holds, or both. */
    lookUp: readonly { readonly technology: string; readonly series: boolean; readonly facts: boolean }[];
  }>('warning'),
  hazard: hazardsOrInforms<{ technology: string; text: string }>(['warning', 'info']),
  advisory: hazards<{ text: string }>(['warning', 'info']),
} as const;

export type FindingCode = keyof typeof FINDINGS;
export type FindingParams<C extends FindingCode> = ParamsOf<(typeof FINDINGS)[C]>;
export type FindingTexts = CatalogueTexts<typeof FINDINGS>;

export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[];
