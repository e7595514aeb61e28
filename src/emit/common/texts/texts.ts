import type { ProblemReport, QuestionCount } from '../../../language/schema/results/verification.js';
import type { Tried } from '../../../language/schema/results/interview.js';
import type { Because, Difference, DifferenceSide } from '../../../language/schema/results/difference.js';
import type { AnyRecommendation, FitRow, Origin } from '../../../language/schema/results/recommendation.js';
import type { FactRow } from '../../../language/schema/results/profile.js';
import type { KnowledgeVersion } from '../../../language/schema/common.js';

/** The texts that several formats share, by what they are about. */
export interface SharedTexts {
  /** What facts and verdicts are called. */
  readonly evidence: {
    readonly kinds: Readonly<Record<FactRow['kind'], string>>;
    readonly confidences: Readonly<Record<FactRow['confidence'], string>>;
    readonly verdicts: Readonly<Record<'meets' | 'conditional' | 'unknown' | 'fails', string>>;
    readonly stale: string;
    readonly derived: string;
    readonly undated: string;
    /** Of what is cited from a work without a date: when that was read. */
    readonly read: (date: string) => string;
    /** Of a figure of which nothing says when it was measured. */
    readonly unknownAge: string;
    /** Of a fact that is about combinations with these alone. */
    readonly onlyWith: (technologies: string) => string;
    readonly nothing: string;
    /** Why a verdict is in doubt, in few words. */
    readonly doubts: Readonly<Record<FitRow['doubts'][number], string>>;
    /** Why nothing is proven where there is no figure. */
    readonly noEvidence: string;
  };
  /** The answers to a workload. */
  readonly answer: {
    readonly stack: string;
    readonly findings: string;
    readonly fit: string;
    readonly untitled: string;
    readonly open: string;
    readonly notNeeded: string;
    readonly none: string;
    readonly basis: (knowledge: Pick<KnowledgeVersion, 'version' | 'reviewed'>, asOf: string) => string;
    readonly by: (name: string, by: string) => string;
    readonly orElse: (others: string) => string;
    /** The head of a table of answers. */
    readonly columns: Readonly<Record<'role' | 'choice' | 'verdict' | 'others' | 'rules', string>>;
    readonly severities: Readonly<Record<'error' | 'warning' | 'info', string>>;
    /** The hazards that any use of the choice may meet. */
    readonly risks: string;
    readonly inputs: string;
    /** The head of a table of inputs. */
    readonly inputColumns: Readonly<Record<'factor' | 'value' | 'origin', string>>;
    readonly origins: Readonly<Record<Origin, string>>;
    /** What the constraints of a workload ask for. */
    readonly constraints: Readonly<Record<'forbid' | 'require' | 'omit', string>>;
    readonly claims: string;
    readonly claimVerdicts: Readonly<Record<AnyRecommendation['claims'][number]['verdict'], string>>;
    readonly tensions: string;
    /** Before the reading of a tension. */
    readonly reading: string;
    readonly trends: string;
  };
  /** An answer in few words. */
  readonly summary: {
    readonly why: string;
    readonly changes: string;
    /** Why a rule holds that tests nothing. */
    readonly always: string;
    /** Of an answer that is the same whatever some factors are. */
    readonly whatever: (titles: readonly string[]) => string;
    /** Between the tests of a rule. */
    readonly and: string;
    readonly proven: (count: number) => string;
    /** What a mark is about, and how many more it is about. */
    readonly andOthers: (about: string, count: number) => string;
    /** In a few words, what has to hold and is not stated. */
    readonly assuming: (condition: string) => string;
    /** The same as a sentence without its subject. */
    readonly holdsIf: (condition: string) => string;
    /** Where nothing can be chosen: what the guide answers. */
    readonly wanted: (outcome: string) => string;
    /** Where nothing that is stated decides. */
    readonly undecided: string;
    /** Where nothing can be chosen, and no rule answers anything. */
    readonly unmet: string;
    /** Why something is chosen that no rule names. */
    readonly byEvidence: string;
    readonly change: (factor: string, value: string, place: string, chosen: string) => string;
    /** What a sign means. */
    readonly marks: Readonly<Record<FitRow['verdict'] | 'open', string>>;
    /** What a verdict says of a demand. */
    readonly verdictOn: Readonly<Record<Exclude<FitRow['verdict'], 'meets'>, (demand: string) => string>>;
    /** The places that nothing is needed for. */
    readonly notNeededPlaces: (titles: readonly string[]) => string;
    /** What was found of what is required, at the head of a table. */
    readonly found: string;
    /** Before what was asked about, though it is not chosen. */
    readonly whyNot: string;
    /** The heading of why not something else. */
    readonly rivals: string;
  };
  /** A technology. */
  readonly profile: {
    readonly facts: string;
    readonly licence: string;
    readonly lifecycle: string;
    readonly needs: string;
    readonly compatibility: string;
    readonly hazards: string;
    readonly alternatives: string;
    readonly runsOn: string;
    readonly realises: string;
    readonly realisedBy: string;
    readonly namedBy: string;
    readonly released: (date: string) => string;
    readonly ends: (date: string) => string;
    readonly endedOn: (date: string) => string;
    readonly endedWith: (release: string) => string;
    readonly instead: (what: string) => string;
  };
  /** What a name means. */
  readonly definition: {
    readonly aliases: string;
    readonly alsoNamed: string;
  };
  /** The smallest changes that lead to another choice: the heads of a table. */
  readonly whatIf: {
    readonly kept: (titles: readonly string[]) => string;
    readonly columns: Readonly<Record<'place' | 'now' | 'then' | 'when', string>>;
  };
  /** A verification of knowledge. */
  readonly verification: {
    readonly title: (version: string) => string;
    readonly counts: (decisions: number, rules: number) => string;
    readonly questions: (count: QuestionCount) => string;
    readonly severities: Readonly<Record<ProblemReport['severity'], string>>;
    readonly more: (count: number) => string;
    readonly acknowledged: string;
    readonly group: (tension: string, count: number, reading: string) => string;
    /** The heading of a package of several: an own one, of which there are so many, or what these change or inherit of another. */
    readonly section: (id: string, relation: 'own' | 'changed' | 'inherited', own: number) => string;
    readonly noProblem: string;
    /** Many problems of one kind, by its title, and the decisions that they are of. */
    readonly alike: (title: string, count: number, decisions: readonly string[]) => string;
    readonly moreAlike: (count: number) => string;
    /** What is not printed: the numbers of problems like others, of notes, of inherited problems and of entries on freshness. */
    readonly omitted: (counts: OmittedCounts) => string;
    readonly verdict: (errors: number, warnings: number, acknowledged: number) => string;
  };
  /** The state of an interview. */
  readonly interview: {
    readonly why: string;
    readonly how: string;
    readonly done: (asked: number, tried: Tried | undefined, hasPresets: boolean) => string;
    readonly next: (title: string) => string;
  };
  /** A comparison of technologies. */
  readonly comparison: {
    readonly facts: string;
    readonly nothing: string;
    readonly attribute: string;
    readonly fit: (place: string) => string;
    readonly candidate: (title: string, verdict: string, rank: number, score: string) => string;
    readonly required: string;
    readonly verdict: string;
    readonly rank: (rank: number) => string;
    readonly cannot: (why: string) => string;
    readonly sources: string;
  };
  /** A difference between two versions of the knowledge. */
  readonly difference: {
    readonly summary: (counts: Difference['counts']) => string;
    readonly asOf: (date: string) => string;
    readonly lesser: string;
    readonly folded: (count: number) => string;
    readonly readable: string;
    readonly absent: string;
    readonly aspects: Readonly<Record<'opinion' | 'guide' | 'rules' | 'verdict' | 'fitBest', string>>;
    readonly verdicts: Readonly<Record<NonNullable<DifferenceSide['verdict']>, string>>;
    readonly opinions: Readonly<Record<'guide' | 'fit' | 'none', string>>;
    readonly nothing: string;
    readonly unreadable: Readonly<Record<'from' | 'to', string>>;
    /** Introduces the changes that cause a difference, or says that none is proven. */
    readonly because: (proof: Because['proof'], changes: 'none' | 'one' | 'several') => string;
    readonly more: (count: number) => string;
    readonly findings: Readonly<Record<'appeared' | 'gone', Readonly<Record<'error' | 'warning', string>>>>;
    readonly document: (number: number) => string;
    readonly columns: Readonly<Record<'workload' | 'role' | 'before' | 'after' | 'because' | 'what', string>>;
  };
  /** A problem of some knowledge. */
  readonly problem: {
    readonly witness: (text: string) => string;
  };
  /** A decision map. */
  readonly map: {
    readonly untitled: string;
    readonly subject: (place: string, x: string, y: string) => string;
    readonly legend: string;
    readonly cells: (count: number) => string;
    readonly own: (x: string, y: string) => string;
    readonly stated: (factor: string, value: string) => string;
    readonly byFit: string;
    readonly onlyFit: string;
    readonly more: (title: string, count: number) => string;
    readonly also: (title: string, others: string) => string;
    readonly without: (axis: string, members: string) => string;
    readonly andMore: (count: number) => string;
    readonly cell: (where: string, answer: string) => string;
    readonly answered: (letter: string, title: string, count: number) => string;
  };
}

/** How much a verification leaves out, by kind. */
export interface OmittedCounts {
  readonly alike: number;
  readonly notes: number;
  readonly inherited: number;
  readonly freshness: number;
}
