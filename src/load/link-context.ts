import type { Diagnostics } from '../language/diagnostics/diagnostic.js';
import type { ReferenceTarget } from '../language/diagnostics/diagnostic-codes.js';
import { candidateOf, nearest, type Nameable, type NameCandidate } from '../language/diagnostics/nearest.js';
import type { Rule } from '../language/schema/knowledge/decision.js';
import type { Path } from '../language/read/yaml.js';
import type { KnowledgeBase } from './knowledge.js';
import type { LocatedDocument } from './overlay.js';

/** What a name can refer to: a list, or what is kept by its id. */
type Candidates = readonly NameCandidate[] | ReadonlyMap<string, unknown>;

/** What a check needs: the knowledge, the document, and a way to report at a path of it. */
export interface LinkContext {
  readonly knowledge: KnowledgeBase;
  readonly report: Diagnostics;
  readonly at: (path: Path, part?: 'key' | 'value') => ReturnType<NonNullable<LocatedDocument['locate']>> | undefined;
  /** The context for one rule of the document, which may be in another file. */
  readonly ruleContext: (rule: Rule, path: Path) => LinkContext;
  /** Reports `name` unless it is among the candidates. */
  readonly refer: (
    what: ReferenceTarget,
    name: string,
    candidates: Candidates,
    path: Path,
    part?: 'key' | 'value',
  ) => boolean;
}

/** A context whose places are given by `at`. */
export function contextAt(knowledge: KnowledgeBase, report: Diagnostics, at: LinkContext['at']): LinkContext {
  const context: LinkContext = {
    knowledge,
    report,
    at,
    refer(what, name, candidates, path, part) {
      if ('has' in candidates ? candidates.has(name) : candidates.some(({ id }) => id === name)) return true;
      const list = 'has' in candidates ? [...candidates].map(candidateIn) : candidates;
      report.add('unknown-reference', { what, name }, at(path, part), nearest(name, list));
      return false;
    },
    ruleContext: () => context,
  };
  return context;
}

/** A name that can be meant, by its id; by its titles and aliases too where it has any. */
const candidateIn = ([id, value]: readonly [string, unknown]): NameCandidate =>
  typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'object'
    ? candidateOf({ ...(value as Nameable), id })
    : { id };

export const ids = (names: Iterable<string>): NameCandidate[] => [...names].map((id) => ({ id }));
