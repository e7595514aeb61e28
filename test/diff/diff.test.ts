import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compileKnowledge,
  diffKnowledge,
  DiagnosticError,
  type Difference,
  type AnyVocabulary,
  type KnowledgeBase,
  type WorkloadInput,
} from '../../src/index.js';
import { asOf } from '../support/decide.js';
import { diff, listed, machines } from '../support/diff.js';
import { document, text } from '../support/documents.mjs';
import { compiled, RANDOM_VOCABULARY } from '../support/packages.js';

/** What is otherwise: role, what was and is chosen, and the proven causes. */
const described = ({ workloads }: Difference): unknown[] =>
  workloads.flatMap(({ roles }) =>
    roles
      .filter(({ answer }) => answer)
      .map(({ role, name, before, after, because }) => [
        name === undefined ? role : `${role}/${name}`,
        before?.text,
        after?.text,
        because.proof,
        ...because.changes.map((cause) => cause.text),
      ]),
  );

/** Only the hare is as fast as this; the mule misses it by less than the hare the price. */
const hurry: WorkloadInput<AnyVocabulary> = { metadata: { name: 'hurry' }, requirements: { hurry: 7 } };
const works: WorkloadInput<AnyVocabulary> = { metadata: { name: 'works' }, requirements: { site: 'works' } };
const home: WorkloadInput<AnyVocabulary> = { metadata: { name: 'home' }, requirements: { site: 'home' } };

describe('diff proves the cause of a changed answer', () => {
  it('where a rule changes', () => {
    const to = machines({ rules: [{ when: { site: 'home' }, then: 'snail' }] });
    const from = machines({ rules: [{ when: { site: 'home' }, then: 'mule' }] });
    expect(described(diff(from, to, works, home, hurry))).toEqual([
      [
        'machine',
        'mule',
        'snail',
        'minimal',
        'changed: a rule of “choice”: if site is home, then mule; now if site is home, then snail',
      ],
    ]);
  });

  it('where a rule is inserted before others, which stay the same', () => {
    const rules = [{ when: { site: 'home' }, then: 'mule' }];
    const [from, to] = [
      machines({ rules }),
      machines({ rules: [{ when: { hurry: { atLeast: 5 } }, then: 'snail' }, ...rules] }),
    ];
    const difference = diff(from, to, home, { requirements: { site: 'home', hurry: 5 } });
    expect(difference.counts).toEqual({ workloads: 2, changed: 1, unreadable: 0, lesser: 0 });
    expect(described(difference)).toEqual([
      ['machine', 'mule', 'snail', 'minimal', 'added: a rule of “choice”: if hurry is at least 5, then snail'],
    ]);
  });

  it('where a fact changes', () => {
    expect(described(diff(machines(), machines({ fast: { mule: 0.5 } }), hurry, works))).toEqual([
      [
        'machine',
        'mule',
        'hare',
        'minimal',
        'changed: speed of mule according to paper: 6 (benchmark, high confidence, 2026); now 0.5 (benchmark, high confidence, 2026)',
      ],
    ]);
  });

  it('where a weight changes, and not another that changes with it', () => {
    const to = machines({ package: { weights: { pace: 9, cost: 1 } } });
    expect(described(diff(machines(), to, hurry, works))).toEqual([
      ['machine', 'mule', 'hare', 'minimal', 'added: the weight that machines gives to “pace”: 9'],
    ]);
  });

  it('where a technology is forbidden', () => {
    const to = machines({ package: { forbid: ['snail', 'mule'] } });
    const [difference, back] = [diff(machines(), to, hurry, works), diff(to, machines(), hurry)];
    expect(described(difference)).toEqual([
      ['machine', 'mule', 'hare', 'minimal', 'added: technologies that machines forbids: mule'],
    ]);
    expect(described(back)).toEqual([
      ['machine', 'hare', 'mule', 'minimal', 'removed: technologies that machines forbids: mule'],
    ]);
  });

  it('where two changes act jointly, without a third', () => {
    const both = machines({
      rules: [{ when: { site: 'home' }, then: 'snail' }],
      package: { weights: { pace: 2 } },
    });
    const to = machines({
      rules: [{ when: { site: 'home' }, then: 'hare' }],
      package: { weights: { pace: 3 }, forbid: ['snail'] },
    });
    // With either undone alone, the answer is still not the snail.
    const [[, before, after, proof, ...causes] = []] = described(diff(both, to, home)) as string[][];
    expect([before, after, proof]).toEqual(['snail', 'hare', 'minimal']);
    expect(causes).toEqual([
      'added: technologies that machines forbids: snail',
      'changed: a rule of “choice”: if site is home, then snail; now if site is home, then hare',
    ]);
  });

  it('where a branch of a tree changes, for each item, in both languages, after any other branches', () => {
    const garden = readFileSync(new URL('../fixtures/packages/garden.yaml', import.meta.url), 'utf8');
    const [was, is] = ['{atMost: half}}, then: hosta}', '{atMost: half}}, then: sage}'];
    const before = '    - {when: {soil: sandy}, ask: by-light}';
    const branch = '    - {when: {soil: sandy, light: shade}, then: hosta}';
    const [from, to] = [garden, garden.replace(was, is).replace(before, `${branch}\n${before}`)].map((one) =>
      compileKnowledge(new Map([['garden.yaml', one]])),
    );
    if (from === undefined || to === undefined) throw new Error('two gardens');
    const beds = [{ soil: 'heavy', light: 'half' }, 'sandy'];
    const workload = listed({ requirements: { beds } });
    expect(described(diffKnowledge(from, to, workload, { asOf }))).toEqual([
      [
        'plant/heavy',
        'hosta',
        'sage',
        'minimal',
        'changed: a rule of “Plant”: if Soil is heavy and Light is at most half shade, then hosta; now if Soil is heavy and Light is at most half shade, then sage',
      ],
    ]);
    const [[, , , , chinese] = []] = described(diffKnowledge(from, to, workload, { asOf, lang: 'zh' })) as string[][];
    expect(chinese).toBe(
      '修改“植物”的一条规则：原为“若土壤为黏土且光照至多为半阴，则玉簪”，现为“若土壤为黏土且光照至多为半阴，则鼠尾草”',
    );
  });

  it('where a rule changes that has figures and texts too, which are shown as they are written', () => {
    const outputs = {
      tool: { type: 'outcome' },
      cost: { type: 'quantity', dimension: 'number' },
      note: { type: 'text' },
    };
    const version = (tool: string): KnowledgeBase =>
      compiled([
        ...RANDOM_VOCABULARY.filter((one) => !one.includes('"id":"o3"')),
        document('Outcome', 'o3', { title: text('Third') }),
        document('Decision', 'd', {
          outputs,
          table: {
            hitPolicy: 'first',
            rules: [{ when: { b: { stated: false } }, then: { tool, cost: 5, note: 'o3' } }],
          },
        }),
        document('Role', 'tool', { order: 1, decision: 'd.tool' }),
      ]);
    expect(described(diff(version('o1'), version('o3'), {}))).toEqual([
      [
        'tool',
        'o1',
        'Third',
        'minimal',
        'changed: a rule of “d”: if b is not stated, then tool: o1; cost: 5; note: o3; now if b is not stated, then tool: Third; cost: 5; note: o3',
      ],
    ]);
  });

  it('where documents that need one another are added', () => {
    const more = [
      document('Technology', 'falcon', { role: 'machine', summary: text('falcon') }),
      document('Combinations', 'more', { title: undefined, role: 'machine', sets: [['falcon']] }),
    ];
    const to = machines({ more, rules: [{ when: { site: 'home' }, then: 'falcon' }] });
    const causes = described(diff(machines(), to, home));
    expect(causes).toEqual([
      ['machine', 'open', 'falcon', 'minimal', 'added: a rule of “choice”: if site is home, then falcon'],
    ]);
    const [[, , , proof, ...undone] = []] = described(diff(to, machines(), home)) as string[][];
    // To bring the rule back, its technology must come back as well.
    expect([proof, undone]).toEqual([
      'minimal',
      ['removed: a rule of “choice”: if site is home, then falcon', 'removed: the technology “falcon”'],
    ]);
  });
});

describe('diff distinguishes', () => {
  it('a changed answer from changed grounds', () => {
    // The rule has read the demand, so that facts do not overrule it.
    const rules = [{ when: { site: 'home', hurry: { atMost: 5 } }, then: 'mule' }];
    const [workload] = diff(machines({ rules }), machines({ fast: { mule: 0.5 }, rules }), {
      requirements: { site: 'home', hurry: 5 },
    }).workloads;
    expect(workload?.status).toBe('lesser');
    const [role] = workload?.roles ?? [];
    expect([role?.answer, role?.differs]).toEqual([false, ['verdict', 'fitBest']]);
    expect([role?.before?.verdict, role?.after?.verdict]).toEqual(['meets', 'fails']);
    expect(role?.because.changes.map(({ at, id }) => [id, at])).toEqual([['mule', 'facts']]);
    expect(workload?.findings.appeared.map(({ code }) => code)).toEqual(['requirement-failed']);
  });

  it('a change of wording, which is no difference', () => {
    const to = compiled([
      ...machines().stored.map(({ document: one }) =>
        JSON.stringify('title' in one ? { ...one, title: { en: 'another', zh: '另一个' } } : one),
      ),
    ]);
    const { counts, documents } = diff(machines(), to, hurry, works, home);
    expect(counts).toEqual({ workloads: 3, changed: 0, unreadable: 0, lesser: 0 });
    expect(documents.changed).toBeGreaterThan(5);
  });

  it('a new role from one without a need', () => {
    const role = (when: object): string[] => [
      document('Outcome', 'stable', { role: 'shelter' }),
      document('Decision', 'shelter', { table: { hitPolicy: 'first', rules: [{ when, then: 'stable' }] } }),
      document('Role', 'shelter', { order: 2, decision: 'shelter', optional: true }),
    ];
    expect(described(diff(machines(), machines({ more: role({ site: 'home' }) }), works))).toEqual([]);
    const [first] = described(diff(machines(), machines({ more: role({ site: 'works' }) }), works)) as string[][];
    expect(first?.slice(0, 4)).toEqual(['shelter', undefined, 'stable', 'minimal']);
  });
});

describe('A workload that one side cannot read', () => {
  it('is reported with the reason and with the change that causes it', () => {
    const [workload] = diff(machines(), machines({ factor: 'haste' }), hurry, works).workloads;
    expect([workload?.status, workload?.name, workload?.unreadable?.side]).toEqual(['unreadable', 'hurry', 'to']);
    expect(workload?.unreadable?.problems.map(({ code, message }) => [code, message])).toEqual([
      ['unknown-factor', '`hurry` is not a factor of `requirements`'],
    ]);
    expect(workload?.unreadable?.because.changes.map((cause) => cause.text)).toEqual(['removed: the factor “hurry”']);
    const [back] = diff(machines({ factor: 'haste' }), machines(), hurry).workloads;
    expect([back?.unreadable?.side, back?.unreadable?.because.proof]).toEqual(['from', 'minimal']);
  });

  it('is refused where neither side can read it, with all others of that kind', () => {
    const wrong = [{ requirements: { speed: 1 } }, { requirements: { site: 'moon' } }];
    let codes: string[] = [];
    try {
      diff(machines(), machines({ fast: { mule: 1 } }), hurry, ...wrong);
    } catch (error) {
      codes = (error as DiagnosticError).diagnostics.map(({ code }) => code);
    }
    expect(codes).toEqual(['unknown-factor', 'unknown-value']);
    expect(() => diffKnowledge(machines(), machines(), [], { asOf: 'soon' })).toThrow(DiagnosticError);
  });
});

describe('diff without attempts', () => {
  it('lists the relevant changes, without a proof', () => {
    const to = machines({ package: { forbid: ['snail', 'mule'] }, fast: { hare: 8 } });
    const { workloads } = diffKnowledge(machines(), to, listed(hurry), { asOf, attempts: 0 });
    const [role] = workloads[0]?.roles ?? [];
    expect(role?.because.proof).toBe('none');
    expect(role?.because.changes.map(({ text: said }) => said)).toContain(
      'added: technologies that machines forbids: mule',
    );
    expect(
      diffKnowledge(machines(), to, listed(hurry), { asOf, attempts: 1 }).workloads[0]?.roles[0]?.because.proof,
    ).toBe('enough');
  });
});
