import type { Lang } from '../../language/format.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { programOf } from '../../program/ir/lower.js';
import type { ProgramDecision } from '../../program/ir/program.js';
import { Describer } from '../../report/describe.js';
import type { ProblemView } from '../rules/problem.js';
import { problemsOf } from '../rules/problems.js';
import { acknowledge, type Acknowledged } from './acknowledge.js';
import { InputWords } from './inputs.js';

/** Checks knowledge by itself, and returns the identities of its problems: those that packages laid over it inherit. */
export function identitiesIn(knowledge: KnowledgeBase, asOf: string, lang: Lang): Set<string> {
  const program = programOf(knowledge);
  const inputs = new InputWords(new Describer(knowledge, lang));
  return new Set(acknowledge(problemsOf(program, asOf), program).map((one) => identityOf(one, inputs)));
}

/**
 * What makes a problem the same one in two versions of the knowledge: the ids that it names, its answers and its acknowledgement; if it is open, also
 * its inputs, since it is worse where it occurs for more of them.
 */
export function identityOf({ problem, tension }: Acknowledged, inputs: InputWords): string {
  const { decision, output, other, otherOutput, rules, document, where, ...rest }: ProblemView = problem;
  return JSON.stringify({
    ...rest,
    decision: decision && outputName(decision, output),
    other: other && outputName(other, otherOutput),
    rules: rules?.map(({ origin }) => origin.rule),
    document: document && [document.kind, document.id, document.path],
    where: tension === undefined ? where?.map((region) => inputs.region(region)) : undefined,
    // An input that is an example says nothing more, and its codes depend on the program.
    witness: undefined,
    tension,
  });
}

/** The name of a decision, with the output where it has several. */
export function outputName({ id, outputs }: ProgramDecision, output: number | undefined): string {
  const named = output === undefined || outputs.length === 1 ? undefined : outputs[output];
  return named === undefined ? id : `${id}.${named}`;
}
