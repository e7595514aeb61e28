import type { API_VERSION, Lang } from '../../format.js';
import type { Text } from '../common.js';
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
