import type { API_VERSION, Lang } from '../../format.js';

/** Ranges of codes, both ends included. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/** A variable with its codes. */
export interface VariableForm {
  readonly index: number;
  /** The section and the factor, and of a set the member: `environment/hardware[dpu]`. */
  readonly name: string;
  readonly type: string;
  /** Codes are smaller than this; 0 is “not stated”. */
  readonly size: number;
  /** The code of each value. Of a quantity: the code of each bound; the odd codes between them stand for the intervals. */
  readonly codes: Readonly<Record<string, number>>;
}

/** A test of a rule, in terms of codes. */
export type TestForm =
  | { readonly variable: number; readonly fallback?: number; readonly accepts: Ranges }
  | { readonly decision: string; readonly output: string; readonly operator: string; readonly operand: unknown }
  | { readonly collection: string; readonly some: readonly TestForm[] };

/** A rule of a table, or a node of a tree. */
export interface RuleForm {
  readonly id: string;
  readonly source?: string;
  readonly package: string;
  readonly tests: readonly TestForm[];
  /** By output; null where the rule has no answer for it. Not there where it delegates. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** The decision that the rule delegates to, and its output for each of ours. */
  readonly delegates?: { readonly decision: string; readonly outputs: Readonly<Record<string, string>> };
  readonly branches?: readonly RuleForm[];
}

/** A decision, compiled. */
export interface DecisionForm {
  readonly number: number;
  readonly id: string;
  readonly form: 'table' | 'tree' | 'vote';
  readonly each?: string;
  readonly outputs: readonly string[];
  readonly hitPolicy?: string;
  readonly aggregate?: unknown;
  readonly rules?: readonly RuleForm[];
  readonly root?: RuleForm;
  readonly vote?: { readonly table: string; readonly ballot: string; readonly within: string; readonly elect: string };
}

/** A program as data. */
export interface ProgramForm {
  readonly variables: readonly VariableForm[];
  readonly decisions: readonly DecisionForm[];
}

/** One thing that a choice read. */
export interface ReadForm {
  /** The question, and of a set the member in brackets: `environment/existing[kubernetes]`; `*` where any member counts. */
  readonly read: string;
  /** What a workload states there, or its scenario presets; null for nothing. */
  readonly reply: string | boolean | readonly string[] | null;
  /** The numbers of the dependencies that read it. */
  readonly dependencies: readonly number[];
}

/** The choice for one place, and what it depends on. */
export interface PlaceReads {
  readonly place: string;
  /** What is chosen, such as `s3@ceph-rgw`; empty for nothing. */
  readonly choice: string;
  /** How many dependencies the choice has. While all of them hold, the choice is the same. */
  readonly dependencies: number;
  readonly reads: readonly ReadForm[];
}

/** One bitmap for each variable that the rules test, and for each bucket of its codes. */
export interface BitmapShape {
  readonly kind: 'bitmap';
  /** 32-bit numbers for the rules of one bucket. */
  readonly words: number;
  /** Variables in the order of a lookup: those that leave the smallest number of rules come first. */
  readonly columns: readonly {
    readonly variable: string;
    readonly fallback?: string;
    readonly buckets: number;
    /** 1 where each code has a bitmap of its own; else the tests of the rules found are evaluated too. */
    readonly codesPerBucket: number;
  }[];
  readonly bytes: number;
}

/** A binary tree of cuts through the space of codes, with a few rules in each leaf. */
export interface TreeShape {
  readonly kind: 'tree';
  readonly cuts: number;
  readonly leaves: number;
  /** The cuts on the longest way to a leaf. */
  readonly depth: number;
  /** The rules of all leaves; a rule that several leaves overlap counts once for each. */
  readonly copies: number;
  readonly bytes: number;
}

export type IndexShape = BitmapShape | TreeShape;

/** Why a table has its index. */
export type IndexReason =
  /** The rules fit into the bits of one number. */
  | 'few-rules'
  /** The space can be cut so that few rules are left in each piece. */
  | 'many-rules'
  /** A test falls back to another variable, which a tree cannot represent. */
  | 'inherited-tests'
  /** No cut separates the rules well. */
  | 'inseparable';

/** The rule index of a table. */
export interface IndexForm {
  readonly decision: string;
  /** How many rules the table has. */
  readonly rules: number;
  readonly reason: IndexReason;
  readonly shape: IndexShape;
  /** Whether the codes of the input determine the result: no rule delegates, tests an outcome or tests items. */
  readonly pure: boolean;
}

/** A compiled form of some knowledge, or the read sets of the choices for a workload. */
export type CompiledForm = {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'CompiledForm';
  readonly lang: Lang;
} & (
  | { readonly form: 'program'; readonly content: ProgramForm }
  | { readonly form: 'index'; readonly content: readonly IndexForm[] }
  | { readonly form: 'reads'; readonly content: readonly PlaceReads[] }
);
