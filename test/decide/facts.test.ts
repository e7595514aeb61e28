import { describe, expect, it } from 'vitest';
import { DiagnosticError, loadKnowledge, recommend, type RoleAnswer } from '../../src/index.js';
import { asOf, decide, role } from '../support/decide.js';

describe('facts', () => {
  const overlay = (facts: string): ReturnType<typeof loadKnowledge> =>
    loadKnowledge(
      new Map([
        [
          'ours.yaml',
          `apiVersion: whichstack/v1
kind: Package
id: ours
title: {en: ours, zh: ours}
version: '1'
---
apiVersion: whichstack/v1
kind: Bibliography
id: our-lab
title: {en: our lab, zh: our lab}
entries: {bench-2026: {title: Bench, url: 'https://example.org/bench', date: '2026-10-01'}}
---
apiVersion: whichstack/v1
kind: Evidence
id: our-measurements
title: {en: measured, zh: measured}
technology: kubevirt
facts:
${facts}
`,
        ],
      ]),
    );
  const startup = (
    knowledge: ReturnType<typeof loadKnowledge>,
    environment: Record<string, unknown> = {},
    date = asOf,
  ): RoleAnswer['fit'][number] => {
    const answered = recommend(
      knowledge,
      { requirements: { scenario: 'financial-trading', startup: '5s' }, environment },
      { asOf: date },
    );
    const row = role(answered, 'runtime').fit.find(
      ({ criterion, combination }) => criterion === 'startup' && combination === 'kubevirt',
    );
    if (row === undefined) throw new Error('no row');
    return row;
  };
  const fact = (rest: string): string => `  - {attribute: start-time, ${rest}, source: bench-2026}`;

  it.each([
    ['a measurement settles it', fact('value: 3s, kind: measurement, confidence: high'), 'meets', 0.4, []],
    ['one that is too slow fails', fact('value: 30s, kind: measurement, confidence: high'), 'fails', -5, []],
    [
      'a bound above what is asked leaves it partly open',
      fact('atMost: 8s, kind: documentation, confidence: high'),
      'conditional',
      -0.6,
      ['partly'],
    ],
    [
      'a range on both sides too',
      fact('between: [2s, 9s], kind: benchmark, confidence: high'),
      'conditional',
      -0.8,
      ['partly'],
    ],
    [
      'a lower bound beyond it fails',
      fact('atLeast: 6s, kind: documentation, confidence: high'),
      'fails',
      undefined,
      [],
    ],
    [
      'weak evidence for it does not prove it',
      fact('value: 3s, kind: vendor-claim, confidence: low'),
      'conditional',
      0.4,
      ['low-confidence'],
    ],
    [
      'weak evidence against it does not condemn it',
      fact('value: 30s, kind: vendor-claim, confidence: low'),
      'unknown',
      -5,
      ['low-confidence'],
    ],
    [
      'stale evidence does neither',
      fact("value: 3s, kind: benchmark, confidence: high, date: '2019'"),
      'conditional',
      0.4,
      ['stale'],
    ],
    [
      'an expiry of its own goes before the vocabulary’s',
      fact("value: 3s, kind: benchmark, confidence: high, expires: '2026-10'"),
      'conditional',
      0.4,
      ['stale'],
    ],
    [
      'a condition that is not stated leaves it open',
      fact('value: 3s, when: {nodes: {atLeast: 3}}, kind: benchmark, confidence: high'),
      'conditional',
      0.4,
      ['conditions'],
    ],
  ] as const)('%s', (_, facts, verdict, margin, doubts) => {
    const row = startup(overlay(facts));
    expect([row.verdict, row.margin, row.doubts]).toEqual([verdict, margin, doubts]);
  });

  it('count where their condition holds, and not where it does not', () => {
    const knowledge = overlay(fact('value: 3s, when: {nodes: {atLeast: 3}}, kind: benchmark, confidence: high'));
    expect(startup(knowledge, { nodes: 5 }).verdict).toBe('meets');
    const without = startup(knowledge, { nodes: 1 });
    expect(without).toMatchObject({ verdict: 'unknown', found: null, evidence: [{ applies: 'no', deciding: false }] });
    expect(without.text).toContain('conditions that do not hold here');
  });

  it('go by kind, then by confidence, and those that decide are marked', () => {
    const knowledge = overlay(
      [
        fact('value: 1s, kind: vendor-claim, confidence: high'),
        fact('value: 2s, kind: documentation, confidence: high'),
        fact('value: 30s, kind: benchmark, confidence: medium'),
        fact('value: 20s, kind: paper, confidence: high'),
      ].join('\n'),
    );
    const row = startup(knowledge);
    expect(row).toMatchObject({ verdict: 'fails', found: '20s' });
    expect(row.evidence.map(({ value, deciding }) => [value, deciding])).toEqual([
      ['1s', false],
      ['2s', false],
      ['30s', false],
      ['20s', true],
    ]);
  });

  it('that disagree at the same rank are all shown and not averaged', () => {
    const row = startup(
      overlay(
        [
          fact('value: 1s, kind: benchmark, confidence: high'),
          fact('value: 30s, kind: benchmark, confidence: high'),
        ].join('\n'),
      ),
    );
    expect(row).toMatchObject({ verdict: 'conditional', found: '1s; 30s', doubts: ['conflict'] });
  });

  it('grow stale with the date that is judged by, fresh ones first', () => {
    const knowledge = overlay(fact('value: 3s, kind: benchmark, confidence: high'));
    expect(startup(knowledge, {}, '2026-11-23').verdict).toBe('meets');
    expect(startup(knowledge, {}, '2040-01-01')).toMatchObject({
      verdict: 'conditional',
      doubts: ['stale'],
      evidence: [{ stale: true }],
    });
    const both = overlay(
      [
        fact("value: 30s, kind: measurement, confidence: high, date: '2015'"),
        fact('value: 3s, kind: documentation, confidence: high'),
      ].join('\n'),
    );
    expect(startup(both).verdict).toBe('meets');
  });

  it('on a cluster count for the nodes that there are', () => {
    const iops = (nodes: number): RoleAnswer['fit'][number] | undefined =>
      role(
        decide({
          requirements: { data: [{ name: 'ledger', need: 'oltp', iops: '500k' }] },
          environment: { nodes, hardware: ['nvme'] },
        }),
        'storage',
      ).fit.find(({ criterion, technology }) => criterion === 'iops' && technology === 'ceph-rbd');
    expect(iops(10)).toMatchObject({ verdict: 'meets', doubts: [] });
    expect(iops(3)).toMatchObject({ verdict: 'fails' });
  });

  it('without a source, of an unknown attribute or of a form that does not suit do not load', () => {
    const wrong = (facts: string): string[] => {
      try {
        overlay(facts);
        return [];
      } catch (error) {
        if (!(error instanceof DiagnosticError)) throw error;
        return error.diagnostics.map(({ code }) => code);
      }
    };
    expect(wrong('  - {attribute: start-time, value: 3s, kind: benchmark, confidence: high}')).toEqual(['missing-key']);
    expect(wrong('  - {attribute: start-time, value: 3s, kind: benchmark, confidence: high, source: hearsay}')).toEqual(
      ['unknown-reference'],
    );
    expect(wrong(fact('value: 3s, kind: benchmark, confidence: high').replace('start-time', 'start-tine'))).toEqual([
      'unknown-reference',
    ]);
    expect(wrong(fact('value: fast, kind: benchmark, confidence: high'))).toEqual(['not-a-quantity']);
    expect(wrong(fact('value: 3s, atMost: 4s, kind: benchmark, confidence: high'))).toEqual(['fact-form']);
    expect(wrong(fact('between: [4s, 3s], kind: benchmark, confidence: high'))).toEqual(['range-reversed']);
  });
});
