import type { API_VERSION, Lang } from '../../format.js';
import type { Text } from '../common.js';
import type { Factor } from '../knowledge/factor.js';
import type { NamedMatch } from './definition.js';

/** The technologies of some knowledge, in one language. */
export interface TechnologyList {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'TechnologyList';
  readonly lang: Lang;
  /** In the order in which a reader expects them. */
  readonly roles: readonly { readonly id: string; readonly title: string }[];
  readonly technologies: readonly {
    readonly id: string;
    readonly title: string;
    readonly role: string;
    readonly family?: string;
    readonly summary: string;
  }[];
}

/** What a workload can state by some knowledge, in one language. */
export interface FactorList {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'FactorList';
  readonly lang: Lang;
  /** Where factors are stated, in the order in which a reader expects them. */
  readonly sections: readonly { readonly id: string; readonly title: string }[];
  readonly factors: readonly {
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly type: Factor['type'];
    readonly statedIn: readonly string[];
    /** The levels or values that it lists itself. */
    readonly values?: readonly string[];
    readonly dimension?: string;
    /** What it takes, in words. */
    readonly takes: string;
    readonly aliases: readonly string[];
  }[];
}

/** The scenarios of some knowledge, in one language. */
export interface ScenarioList {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'ScenarioList';
  readonly lang: Lang;
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly summary?: string;
    readonly source: string;
    readonly aliases: readonly string[];
  }[];
}

/** A cell of a table: words, or what is typed. */
export type ReferenceCell = { readonly text: string } | { readonly code: string };

/** A part of a page. A heading may begin with what is typed. */
export type ReferenceBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly code?: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'yaml'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly ReferenceCell[])[];
    };

/** A page on all that a workload can state, in one language. */
export interface WorkloadReference {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'WorkloadReference';
  readonly lang: Lang;
  readonly blocks: readonly ReferenceBlock[];
}

/** Several things that a name can mean, in one language. */
export interface MatchList {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'MatchList';
  readonly lang: Lang;
  /** The name as it was written. */
  readonly wanted: string;
  readonly matches: readonly NamedMatch[];
}

/** A decision table in cells, as a spreadsheet holds it. */
export interface DecisionTable {
  readonly apiVersion: typeof API_VERSION;
  readonly kind: 'DecisionTable';
  /** The id of the decision. */
  readonly decision: string;
  readonly title: Text;
  /** What the table states about itself: a name that begins with `#`, and its value. */
  readonly settings: readonly (readonly [name: string, value: string])[];
  readonly columns: readonly string[];
  /** A row for each rule, a cell for each column. */
  readonly rows: readonly (readonly string[])[];
}
