import { expect } from 'vitest';
import { DiagnosticError, loadKnowledge, recommend, type RoleAnswer, type WorkloadInput } from '../../../src/index.js';
import { runCases, type Case } from '../../support/cases.js';
import { asOf, decide, role } from '../../support/decide.js';
import { document, text } from '../../support/documents.mjs';
import { RECOMMENDATION_EXPECTATIONS } from '../../support/recommendation-cases.js';

runCases('decide/fit/criteria.yaml', {
  required: ['requirements'],
  optional: ['environment'],
  run: ({ requirements, environment }) => decide({ requirements, environment } as WorkloadInput),
  expectations: RECOMMENDATION_EXPECTATIONS,
});

type Row = RoleAnswer['fit'][number];

/** A fact as its document has it: with the attribute and the source of all cases, unless it has its own; `null` leaves a key out. */
const written = (fact: Case): object =>
  Object.fromEntries(
    Object.entries<unknown>({ attribute: 'start-time', source: 'bench-2026', ...fact }).filter(
      ([, value]) => value !== null,
    ),
  );

/** What the facts make of KubeVirt's start-up time, or the codes of the diagnostics where they do not load. */
function judge({ facts, environment = {}, asOf: date = asOf }: Case): Row | readonly string[] {
  const documents = [
    document('Package', 'ours', { version: '1' }),
    document('Bibliography', 'our-lab', {
      entries: { 'bench-2026': { title: 'Bench', url: 'https://example.org/bench', date: '2026-10-01' } },
    }),
    document('Evidence', 'ours', {
      technology: 'kubevirt',
      title: text('ours'),
      facts: (facts as Case[]).map(written),
    }),
  ];
  try {
    const knowledge = loadKnowledge(new Map([['ours.yaml', documents.join('\n---\n')]]));
    const workload = { requirements: { scenario: 'financial-trading', startup: '5s' }, environment } as WorkloadInput;
    const { fit } = role(recommend(knowledge, workload, { asOf: date as string }), 'runtime');
    const row = fit.find(({ criterion, combination }) => criterion === 'startup' && combination === 'kubevirt');
    if (row === undefined) throw new Error('the start-up time of KubeVirt is not judged');
    return row;
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    return error.diagnostics.map(({ code }) => code);
  }
}

/** Compares a part of the row. */
const part =
  (compare: (row: Row, expected: unknown) => void) => (result: Row | readonly string[], expected: unknown) => {
    if (!('verdict' in result)) throw new Error(`refused: ${result.join()}`);
    compare(result, expected);
  };

runCases('decide/fit/facts.yaml', {
  required: ['facts'],
  optional: ['environment', 'asOf'],
  run: judge,
  expectations: {
    verdict: part(({ verdict }, expected) => {
      expect(verdict).toBe(expected);
    }),
    margin: part(({ margin = null }, expected) => {
      expect(margin).toBe(expected);
    }),
    doubts: part(({ doubts }, expected) => {
      expect(doubts).toEqual(expected);
    }),
    found: part(({ found }, expected) => {
      expect(found).toBe(expected);
    }),
    text: part((row, expected) => {
      expect(row.text).toContain(expected);
    }),
    evidence: part(({ evidence }, expected) => {
      expect(evidence).toMatchObject(expected as object[]);
    }),
    deciding: part(({ evidence }, expected) => {
      expect(evidence.filter(({ deciding }) => deciding).map(({ value }) => value)).toEqual(expected);
    }),
    refused: (result, expected) => {
      expect(result).toEqual(expected);
    },
  },
});
