import type { InconclusiveCode, ProblemCode, TechnologyPart } from '../../language/diagnostics/problem-codes.js';
import type { Lang } from '../../language/format.js';
import type { Path } from '../../language/read/yaml.js';
import type { Acknowledgement } from '../../language/schema/knowledge/package.js';
import type { OutputValues } from '../../language/outputs/values.js';
import type { ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { Assignment, Region } from '../geometry/region.js';

/** A document that is itself the subject of a problem, and where in it. */
interface OfDocument {
  readonly document: {
    readonly kind: string;
    readonly id: string;
    readonly path?: Path;
    /** The file that it is in; absent where the knowledge stores the document under its kind and id. */
    readonly file?: string;
  };
}
interface OfDecision {
  readonly decision: ProgramDecision;
  /** The output, where the decision has several and the problem is of one of them. */
  readonly output?: number;
}
interface OfRules extends OfDecision {
  /** The rules concerned, the one to change first. */
  readonly rules: readonly ProgramRule[];
}
/** One input for which the problem occurs. */
interface Witnessed {
  readonly witness: Assignment;
}
/** All inputs for which the problem occurs, as few regions, and one of these inputs. */
interface Located extends Witnessed {
  readonly where: readonly Region[];
}
/** What each side answers at the witness; null for no result. */
interface Answered {
  readonly answers: readonly (OutputValues | null)[];
}
/** What the facts judge: a technology by a criterion, at a level that a rule demands or, without one, always. */
interface OfFacts extends OfRules, Witnessed {
  readonly technology: string;
  readonly criterion: string;
  readonly factor?: string;
  readonly levels?: readonly [string];
}

/** Parts of a technology. */
interface OfParts {
  readonly technology: string;
  readonly parts: readonly TechnologyPart[];
}

/** The parts of each kind of problem, in terms of the program. */
interface ProblemParts {
  gap: OfDecision & Located;
  'gap-with-fallback': OfDecision & Located;
  overlap: OfRules & Located & Answered;
  ambiguous: OfRules & Located & Answered;
  masked: OfRules & Located;
  unreachable: OfRules;
  /** `other` is the decision that the rule delegates to. */
  'delegate-has-no-result': OfRules & Located & { readonly other: ProgramDecision };
  redundant: OfRules & Located;
  'empty-intersection': OfRules & Located & Answered;
  disagreement: OfRules &
    Witnessed &
    Answered & {
      readonly other: ProgramDecision;
      readonly otherOutput?: number;
      readonly scenario?: string;
      /** Absent where the input is that of a scenario. */
      readonly where?: readonly Region[];
    };
  'contradicted-by-facts': OfFacts;
  'unsupported-by-facts': OfFacts;
  /** `levels` and `answers` are of the lower level, then of the higher one. */
  'non-monotonic': OfRules &
    Witnessed &
    Answered & { readonly factor: string; readonly levels: readonly [lower: string, higher: string] };
  /** `levels` and `answers` are of the lower value, then of the higher one, which the witness has. */
  'against-order': OfRules &
    Witnessed &
    Answered & { readonly factor: string; readonly levels: readonly [lower: string, higher: string] };
  /** The document is the package that forbids the outcome. */
  'forbidden-outcome': OfRules & Witnessed & Answered & OfDocument & { readonly technology: string };
  'undefined-output': OfDecision & { readonly scenario: string };
  'level-without-result': OfDecision & Witnessed & { readonly factor: string; readonly levels: readonly [string] };
  'irrelevant-factor': OfDecision & { readonly factor: string };
  /** The one level is the member, where the factor is a set. */
  'factor-without-effect': OfRules & { readonly factor: string; readonly levels?: readonly [string] };
  /** The one level is the bound, in the base unit. */
  'bound-without-effect': OfRules & { readonly factor: string; readonly levels: readonly [string] };
  'levels-without-effect': OfDocument & { readonly factor: string; readonly levels: readonly string[] };
  'unused-factor': OfDocument & { readonly factor: string };
  'indistinguishable-levels': OfDocument & { readonly factor: string; readonly levels: readonly string[] };
  'unused-decision': OfDecision;
  'unused-outcome': OfDocument & { readonly technology: string };
  /** The document is the technology. */
  'technology-incomplete': OfDocument & OfParts;
  'omits-contradicted': OfDocument & OfParts;
  /** The document has the first of the figures; `attributes` are theirs. */
  'undated-figure': OfDocument & {
    readonly technology: string;
    readonly source: string;
    readonly attributes: readonly string[];
  };
  /** The document is the bibliography, or has the fact on the technology. */
  'dated-by-reading': OfDocument & { readonly source: string; readonly date: string; readonly technology?: string };
  /** `unproven` are the kinds of problem that there may be more of. */
  inconclusive: OfDecision & { readonly other?: ProgramDecision; readonly unproven: readonly InconclusiveCode[] };
  /** The document is the one with the first of the texts. */
  'text-untranslated': OfDocument & { readonly package: string; readonly lang: Lang; readonly texts: number };
  /** The document is the tension, `acknowledges` its entry without a problem. */
  'unused-suppression': OfDocument & { readonly acknowledges: Acknowledgement };
}

/** Something that is wrong with the knowledge, in terms of the program: without texts. */
export type Problem<C extends ProblemCode = ProblemCode> = {
  [Code in C]: { readonly code: Code } & ProblemParts[Code];
}[C];

/** The parts that a problem of any kind may have, for code that treats all kinds alike. Every `Problem` is assignable to it. */
export interface ProblemView extends Partial<OfRules & Located & Answered & OfDocument> {
  readonly code: ProblemCode;
  readonly other?: ProgramDecision;
  readonly otherOutput?: number;
  readonly scenario?: string;
  readonly factor?: string;
  readonly levels?: readonly string[];
  readonly technology?: string;
  readonly criterion?: string;
  readonly source?: string;
  readonly unproven?: readonly InconclusiveCode[];
  readonly acknowledges?: Acknowledgement;
}
