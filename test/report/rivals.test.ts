import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DiagnosticError, type AnyRecommendation, type AnyVocabulary, type WorkloadInput } from '../../src/index.js';
import { runCases } from '../support/cases.js';
import { builtin, decide } from '../support/decide.js';
import { runs } from '../support/thorough.js';
import { workloads } from '../support/workloads.js';

runCases<AnyRecommendation>('report/rivals.yaml', {
  required: ['workload', 'whyNot'],
  optional: ['lang'],
  run: ({ workload, whyNot, lang }) =>
    decide(workload as WorkloadInput<AnyVocabulary>, {
      whyNot: [String(whyNot)],
      ...(lang === 'zh' && { lang }),
    }),
  expectations: {
    codes: ({ rivals: [first] }, expected) => {
      expect(first?.reasons.map(({ code }) => code)).toEqual(expected);
    },
    says: ({ rivals: [first] }, expected) => {
      for (const words of expected as string[]) expect(first?.text).toContain(words);
    },
  },
});

describe('Why not something else', () => {
  it('is answered of whatever a finding names as doing better, with the reasons of its place', () => {
    const { rivals, findings } = decide({ requirements: { scenario: 'financial-trading', startup: '5s' } });
    const [rival] = rivals;
    expect(rival).toMatchObject({ role: 'runtime', title: 'Kata Containers + Docker' });
    expect(rival?.asked).toBeUndefined();
    expect(findings.find(({ code }) => code === 'requirement-failed')?.message).toContain(rival?.title);
    expect(rival?.reasons.map(({ code }) => code)).toEqual(['guide', 'no-rule', 'ranked']);
  });

  it('does not change the id of the recommendation', () => {
    const workload = { requirements: { scenario: 'edge' } } as const;
    expect(decide(workload, { whyNot: ['consul'] }).id).toBe(decide(workload).id);
  });

  it('is refused of what the knowledge does not have, with the nearest name', () => {
    const asked = (): unknown => decide({ requirements: { scenario: 'edge' } }, { whyNot: ['firecraker'] });
    expect(asked).toThrow(DiagnosticError);
    expect(asked).toThrow(/firecracker/);
  });

  it('has a reason for any technology and workload, and says of exactly what is chosen that it is', () => {
    const technologies = fc.constantFrom(...[...builtin.technologies.values()].map(({ id }) => id));
    fc.assert(
      fc.property(workloads(builtin), technologies, (workload, asked) => {
        const { rivals, stack } = decide(workload, { whyNot: [asked] });
        for (const { role, name, reasons, asked: isRequested } of rivals) {
          expect(reasons.length).toBeGreaterThan(0);
          for (const { message } of reasons) expect(message).not.toMatch(/undefined|\[object|^$/);
          if (isRequested === undefined) continue;
          const place = [stack[role]].flat().find((one) => one?.name === name);
          const chosen = place?.chosen.flatMap(({ id, by }) => [id, ...(by === undefined ? [] : [by])]) ?? [];
          const isFamily = place?.family === asked;
          expect(reasons.some(({ code }) => code === 'chosen')).toBe(chosen.includes(asked) || isFamily);
        }
      }),
      runs(200, 12),
    );
  });
});

describe('The sources of a recommendation', () => {
  it('are the works that its findings and its evidence cite, each once', () => {
    const { sources, findings, stack } = decide({ requirements: { scenario: 'financial-trading', startup: '5s' } });
    const ids = sources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const cited = [
      ...findings.flatMap(({ source }) => (source !== undefined && builtin.references.has(source) ? [source] : [])),
      ...Object.values(stack)
        .flat()
        .flatMap(({ fit }) => fit.flatMap(({ evidence }) => evidence.map(({ source }) => source))),
    ];
    expect(cited.length).toBeGreaterThan(10);
    expect(ids).toEqual(expect.arrayContaining(cited));
    for (const { url, title } of sources) expect([url.startsWith('http'), title !== '']).toEqual([true, true]);
  });
});
