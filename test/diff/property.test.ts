import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileKnowledge,
  diffKnowledge,
  loadKnowledge,
  type Difference,
  type AnyVocabulary,
  type WorkloadInput,
} from '../../src/index.js';
import { asOf, builtin } from '../support/decide.js';
import { diff, listed } from '../support/diff.js';
import { compiled, plainTables, stated } from '../support/packages.js';
import { runs } from '../support/thorough.js';

describe('A difference, for random knowledge,', () => {
  const requirements = stated.map((one): WorkloadInput<AnyVocabulary> => ({ requirements: one }));
  const many = fc.array(requirements, { minLength: 1, maxLength: 6 });

  it('is empty between equal versions', () => {
    fc.assert(
      fc.property(plainTables, many, (knowledge, workloads) => {
        const again = compileKnowledge(
          new Map([['again', knowledge.stored.map(({ document: one }) => JSON.stringify(one)).join('\n---\n')]]),
        );
        const difference = diff(knowledge, again, ...workloads);
        expect([difference.workloads, difference.documents]).toEqual([[], { added: 0, removed: 0, changed: 0 }]);
      }),
      runs(60, 30),
    );
    const all = [...builtin.scenarios.keys()].map((scenario): WorkloadInput<AnyVocabulary> => ({
      requirements: { scenario },
    }));
    expect(diff(builtin, loadKnowledge(), ...all).workloads).toEqual([]);
  });

  it('is mirrored when its sides are exchanged', () => {
    const answers = ({ workloads, counts }: Difference, turned: boolean): unknown => ({
      counts,
      workloads: workloads.map(({ status, roles, findings: { appeared, gone } }) => ({
        status,
        roles: roles.map(({ role, name, answer, differs, before, after }) => ({
          place: [role, name],
          answer,
          differs,
          sides: turned ? [after, before] : [before, after],
        })),
        findings: turned ? [gone, appeared] : [appeared, gone],
      })),
    });
    fc.assert(
      fc.property(plainTables, plainTables, many, (from, to, workloads) => {
        const options = { asOf, attempts: 0 };
        const there = diffKnowledge(from, to, listed(...workloads), options);
        const back = diffKnowledge(to, from, listed(...workloads), options);
        expect(answers(back, true)).toEqual(answers(there, false));
      }),
      runs(60, 30),
    );
  });

  it('names minimal causes: undoing all of one restores the answer, undoing a part does not', () => {
    let proven = 0;
    fc.assert(
      fc.property(plainTables, plainTables, requirements, (from, to, workload) => {
        const [first] = diff(from, to, workload).workloads;
        const [role] = first?.roles.filter(({ answer, because }) => answer && because.proof === 'minimal') ?? [];
        if (role === undefined) return;
        const { changes } = role.because;
        // Only rules differ, so a version with some of them undone can be put together by hand.
        const undone = (some: readonly (typeof changes)[number][]): string | undefined => {
          const table = to.decisions.get('d')?.table;
          const rules = [...(table?.rules ?? [])] as object[];
          const patched = { ...table, rules };
          for (const { at, change, before, after } of some) {
            if (at !== 'table.rules') return undefined;
            const n = rules.findIndex((rule) => JSON.stringify(rule) === JSON.stringify(after));
            if (change === 'changed') rules[n] = before as object;
            else if (change === 'added') rules.splice(n, 1);
            else return undefined;
          }
          if (rules.length === 0) return undefined;
          const knowledge = compiled(
            to.stored.map(({ document: one }) =>
              JSON.stringify(one.kind === 'Decision' ? { ...one, table: patched } : one),
            ),
          );
          const [now] = diffKnowledge(from, knowledge, listed(workload), { asOf, attempts: 0 }).workloads;
          return now?.roles.some(({ answer }) => answer) === true ? 'other' : 'same';
        };
        const whole = undone(changes);
        if (whole === undefined) return;
        proven++;
        expect(whole).toBe('same');
        for (const cause of changes) if (changes.length > 1) expect(undone([cause])).not.toBe('same');
      }),
      runs(150, 60),
    );
    expect(proven).toBeGreaterThan(3);
  });
});
