import type { ProblemCode } from '../../language/diagnostics/problem-codes.js';
import type { Acknowledgement } from '../../language/schema/knowledge/package.js';
import type { Alternatives } from '../../language/outputs/values.js';
import type { ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { Path } from '../../language/read/yaml.js';
import type { Assignment, Region } from '../geometry/region.js';

/** A place of the knowledge: a document, or a rule of a decision. */
export interface ProblemSubject {
  readonly kind: string;
  readonly id: string;
  /** Where in the document; its id where nothing else is said. */
  readonly path?: Path;
}

/** Something that is wrong with the knowledge, in terms of the program: no words yet. */
export interface Problem {
  readonly code: ProblemCode;
  readonly decision?: ProgramDecision;
  /** The output of the decision, where it has several. */
  readonly output?: number;
  /** The rules in question, the one to look at first. */
  readonly rules?: readonly ProgramRule[];
  /** What disagrees with the decision. */
  readonly other?: ProgramDecision;
  /** The output of it, where it has several. */
  readonly otherOutput?: number;
  readonly scenario?: string;
  readonly factor?: string;
  readonly levels?: readonly string[];
  readonly technology?: string;
  readonly criterion?: string;
  /** A document that is in question itself, before any decision. */
  readonly subject?: ProblemSubject;
  /** Where it is so, in the fewest boxes that were found. */
  readonly where?: readonly Region[];
  readonly witness?: Assignment;
  /** The kinds of problem that were not looked for to the end. */
  readonly unproven?: readonly ProblemCode[];
  /** What a tension acknowledges and is not there. */
  readonly acknowledges?: Acknowledgement;
  /** What the sides say at the witness. */
  readonly says?: readonly (Alternatives | null)[];
}
