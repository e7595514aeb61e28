import type { KnowledgeKind } from '../../language/schema/kinds.js';
import type { Fact } from '../../language/schema/knowledge/evidence.js';

/** The texts of what differs between two versions of the knowledge, and of the answers they give. */
export interface DiffTexts {
  /** The answer for a place where nothing is chosen. */
  readonly nothingChosen: {
    readonly open: string;
    readonly notNeeded: string;
    readonly noneCanRun: string;
  };
  /** The guide's decision has no result. */
  readonly noResult: string;

  /** A change; `subject` is what changed. */
  readonly change: {
    /** `content` is what the subject holds; undefined for a document as a whole. */
    readonly added: (subject: string, content: string | undefined) => string;
    readonly removed: (subject: string, content: string | undefined) => string;
    readonly changed: (subject: string, before: string, after: string) => string;
    /** The content reads the same in both versions, or is a document as a whole. */
    readonly changedInside: (subject: string) => string;
  };

  /** What changed. */
  readonly subject: {
    /** `name` is a clause or an id, undefined where the rule has none; `origin` the package, where there are several. */
    readonly rule: (name: string | undefined, decision: string, origin: string | undefined) => string;
    readonly fact: (attribute: string, technology: string, source: string) => string;
    readonly forbidden: (pkg: string) => string;
    readonly weight: (criterion: string, pkg: string) => string;
    readonly document: (kind: KnowledgeKind, title: string) => string;
    /** A part of a document; `at` its path in keys. */
    readonly part: (document: string, at: string) => string;
  };

  /** What a version of a rule or a fact states. */
  readonly content: {
    readonly fact: (
      value: string,
      kind: Fact['kind'],
      confidence: Fact['confidence'],
      date: string | undefined,
    ) => string;
    /** A rule; `results` is not empty. */
    readonly rule: (tests: readonly string[], results: readonly string[]) => string;
    readonly delegatesTo: (decision: string) => string;
    /** The answer of one output of a decision with several. */
    readonly output: (name: string, answer: string) => string;
    readonly noOutput: string;
  };
}
