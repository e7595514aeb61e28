import fc from 'fast-check';
import { Diagnostics } from '../../src/language/diagnostics/diagnostic.js';
import type { AnyWorkload } from '../../src/language/schema/workload.js';
import type { ReadWorkload } from '../../src/language/values/statement.js';
import { readWorkload } from '../../src/language/read/workload.js';
import type { KnowledgeBase } from '../../src/index.js';

/** Any values of any factors of a section, most left out. */
function section(knowledge: KnowledgeBase, name: string): fc.Arbitrary<Record<string, unknown>> {
  const factors = [...knowledge.factors.values()].filter(({ askedOf }) => askedOf.includes(name));
  const one: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
    factors.map((factor): [string, fc.Arbitrary<unknown>] => {
      const ids = knowledge.values(factor).map(({ id }) => id);
      const figure = fc.integer({ min: 1, max: 2000 });
      const dimension = factor.type === 'ordinal' || factor.type === 'quantity' ? factor.dimension : undefined;
      const units = Object.keys(knowledge.dimensions.get(dimension ?? '')?.units ?? {});
      const quantity = fc
        .tuple(figure, fc.constantFrom(...(units.length > 0 ? units : [''])))
        .map(([n, unit]) => `${String(n)}${unit}`);
      switch (factor.type) {
        case 'flag':
          return [factor.id, fc.boolean()];
        case 'set':
          return [factor.id, fc.subarray(ids)];
        case 'quantity':
          return [factor.id, quantity];
        case 'choice':
          return [factor.id, fc.constantFrom(...ids)];
        case 'ordinal':
          return [factor.id, units.length > 0 ? fc.oneof(fc.constantFrom(...ids), quantity) : fc.constantFrom(...ids)];
      }
    }),
  );
  return fc.record(one, { requiredKeys: [] });
}

/** Any workload that some knowledge can read. */
export function workloads(knowledge: KnowledgeBase): fc.Arbitrary<AnyWorkload> {
  const collections = [...knowledge.collections.keys()].map((id) => {
    const items = fc.array(
      section(knowledge, id).filter((item) => Object.keys(item).length > 0),
      { maxLength: 3 },
    );
    return [id, fc.option(items, { nil: undefined })] as const;
  });
  const outcomes = knowledge.outcomes.map(({ id }) => id);
  const few = fc.subarray(outcomes, { maxLength: 3 });
  return fc
    .record({
      requirements: fc
        .tuple(section(knowledge, 'requirements'), fc.record(Object.fromEntries(collections)))
        .map(([own, lists]) => ({
          ...own,
          ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
        })),
      environment: section(knowledge, 'environment'),
      constraints: fc.record({ forbid: few, require: few }),
    })
    .map((parts) => ({ apiVersion: 'whichstack/v1', kind: 'Workload', ...parts }));
}

/** A workload as decisions take it. */
export function readInto(workload: AnyWorkload, knowledge: KnowledgeBase): ReadWorkload {
  const report = new Diagnostics();
  const found = readWorkload({ value: workload }, knowledge, report);
  if (found === undefined) throw new Error(JSON.stringify(report.all));
  return found;
}
