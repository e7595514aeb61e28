import type { Implications } from '../../decide/inputs/implied.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import { isUnstated, type Question } from '../variants/question.js';
import type { WorkloadVariants } from '../variants/workload-variants.js';

/** A question with the reply that is implied. */
interface ImpliedReply {
  readonly question: Question;
  readonly value: Value;
}

/**
 * What a reply implies, of questions that nothing is stated for. An item states what it inherits only where its own kind implies something else than the workload's.
 *
 * @param after the workload with the reply
 * @param replied the factor of the reply: of a list of items, that of their kind
 */
export function impliedReplies(
  implications: Implications,
  after: WorkloadVariants,
  replied: Factor,
): readonly ImpliedReply[] {
  const { questions, unchanged, workload, program } = after;
  const inputs = after.inputs(unchanged);
  const empty = workload.empty.filter((id) => program.knowledge.collections.get(id)?.key === replied.id);
  if (!implications.implies(replied) && empty.length === 0) return [];
  const implied = (question: Question): ImpliedReply[] => {
    if (after.createsItems(question) || !isUnstated(after.currentReply(question, inputs))) return [];
    const value = implications.valueOf(question, inputs, empty, ({ factor }) => factor === replied);
    return value === undefined ? [] : [{ question, value }];
  };
  const general = questions.general.flatMap(implied);
  const ofItems = inputs.items.flatMap((item) => questions.of(item)).flatMap(implied);
  return [
    ...general,
    ...ofItems.filter(({ question: { factor }, value }) => {
      if (factor.inherited !== true || !factor.askedOf.includes('requirements')) return true;
      const inherits = general.find((one) => one.question.factor === factor);
      return inherits !== undefined && inherits.value !== value;
    }),
  ];
}
