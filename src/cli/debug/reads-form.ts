import type { PlaceReads, ReadForm } from '../../language/schema/results/compiled.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import { ANY_MEMBER } from '../../explore/variants/dependencies.js';
import { WorkloadVariants } from '../../explore/variants/workload-variants.js';
import { replyValue } from '../../explore/variants/question.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { programOf } from '../../program/ir/lower.js';

/**
 * The read set of each place's choice for a workload, in the order of the stack.
 *
 * @param asOf the date by which expiries are judged
 */
export function readsForm(knowledge: KnowledgeBase, workload: ReadWorkload, asOf: string): PlaceReads[] {
  const variants = new WorkloadVariants(programOf(knowledge), workload, asOf);
  const inputs = variants.inputs(variants.unchanged);
  return variants.trackedDecision(variants.unchanged).places.map((place): PlaceReads => {
    const tracked = variants.tracked(variants.unchanged, place);
    const reads = new Map<string, { reply: ReadForm['reply']; dependencies: number[] }>();
    for (const { number, keys } of tracked.dependencies) {
      for (const { question, member } of keys) {
        const read = `${question.key}${member === undefined ? '' : `[${member === ANY_MEMBER ? '*' : member}]`}`;
        const known = reads.get(read);
        if (known === undefined)
          reads.set(read, { reply: replyValue(variants.currentReply(question, inputs)), dependencies: [number] });
        else known.dependencies.push(number);
      }
    }
    return {
      place,
      choice: tracked.choice.id,
      dependencies: tracked.dependencies.length,
      reads: [...reads]
        .map(([read, { reply, dependencies }]) => ({ read, reply, dependencies }))
        .sort((a, b) => (a.read < b.read ? -1 : 1)),
    };
  });
}
