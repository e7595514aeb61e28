import type { RoleAnswer } from '../../generated/documents.js';
import type { Stack } from '../../generated/vocabulary.js';

export type { BuiltinVocabulary } from '../../generated/vocabulary.js';

/**
 * The names that a package of knowledge defines, as types: for any knowledge, of which nothing is known. The types of the built-in knowledge are
 * {@link BuiltinVocabulary}. For a package of your own, declare types in their image, as aliases (`type`) rather than interfaces.
 */
export interface AnyVocabulary {
  /** What a workload may state in `requirements`. */
  readonly requirements: Readonly<Record<string, unknown>>;
  /** What a workload may state in `environment`. */
  readonly environment: Readonly<Record<string, unknown>>;
  /** The criteria that a workload may give weights to. */
  readonly weights: Readonly<Record<string, number>>;
  /** The ids of what may be chosen, forbidden and required. */
  readonly outcome: string;
  /** The ids of the roles of the stack. */
  readonly role: string;
  /** The answers by role; a list for a role that is filled for each item of a collection. */
  readonly stack: Readonly<Record<string, RoleAnswer | RoleAnswer[]>>;
}

/** The names of the built-in knowledge with overlays, which may add factors, outcomes and roles. */
export interface OverlaidVocabulary extends AnyVocabulary {
  readonly stack: Stack & AnyVocabulary['stack'];
}
