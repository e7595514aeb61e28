import { expect } from 'vitest';
import type { AnyRecommendation, AnyVocabulary, RoleAnswer, WorkloadInput } from '../../src/index.js';
import { runCases } from '../support/cases.js';
import { decide } from '../support/decide.js';

const messagesOf = ({ findings }: AnyRecommendation): string => findings.map(({ message }) => message).join('\n');
const answersOf = ({ stack }: AnyRecommendation): RoleAnswer[] => Object.values(stack).flat();
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** Every kind of finding that the cases meet, in groups: one before another comes first, and within one the order is that of the stack. */
const ORDER: readonly (readonly string[])[] = [
  ['error unsatisfiable'],
  ['warning requirement-failed'],
  ['warning requirement-unproven', 'warning item-kind-open'],
  ['info requirement-unproven'],
  ['warning incompatible', 'warning required-over-guide', 'warning guide-silent', 'warning departs-from-scenario'],
  ['info incompatible', 'info needs-condition'],
  ['warning advisory', 'warning hazard'],
  ['info advisory'],
  ['warning lifecycle-ending', 'warning knowledge-old'],
  ['info lifecycle-ending', 'info lifecycle'],
  ['info guide-silent', 'info hazard', 'info realisation-open', 'info required-joined'],
];

runCases<AnyRecommendation>('report/findings.yaml', {
  required: ['workload'],
  optional: ['asOf', 'lang'],
  run: ({ workload, asOf, lang }) =>
    decide(workload as WorkloadInput<AnyVocabulary>, {
      robustness: true,
      ...(typeof asOf === 'string' && { asOf }),
      ...(lang === 'zh' && { lang }),
    }),
  expectations: {
    order: ({ findings }, expected) => {
      const kinds = findings.map(({ code, severity }) => `${severity} ${code}`);
      const known = ORDER.flat();
      expect(
        kinds.filter((kind) => !known.includes(kind)),
        'kinds of finding that ORDER gives no place',
      ).toEqual([]);
      const places = kinds.map((kind) => ORDER.findIndex((group) => group.includes(kind)));
      expect(places).toEqual([...places].sort((one, other) => one - other));
      for (const kind of expected as string[]) expect(kinds).toContain(kind);
    },
    says: (recommendation, words) => {
      for (const word of words as string[]) expect(messagesOf(recommendation)).toContain(word);
    },
    never: (recommendation, words) => {
      for (const word of words as string[]) expect(messagesOf(recommendation)).not.toContain(word);
    },
    once: (recommendation, words) => {
      for (const word of words as string[]) expect(occurrences(messagesOf(recommendation), word), word).toBe(1);
    },
    severity: ({ findings }, expected) => {
      for (const [code, severities] of Object.entries(expected as Record<string, string[]>)) {
        const found = findings.filter((one) => one.code === code).map(({ severity }) => severity);
        expect([...new Set(found)], code).toEqual(severities);
      }
    },
    alternative: (recommendation, expected) => {
      const { id, codes, condemned, says } = expected as {
        id: string;
        codes: string[];
        condemned: boolean;
        says: string;
      };
      const found = answersOf(recommendation).flatMap(({ alternatives }) =>
        alternatives.filter((one) => one.id === id),
      );
      expect(found.map((one) => one.findings.map(({ code }) => code))).toContainEqual(codes);
      expect(found.some((one) => one.condemned === condemned)).toBe(true);
      expect(found.flatMap((one) => one.findings.map(({ message }) => message)).join('\n')).toContain(says);
    },
    fitText: (recommendation, expected) => {
      const { role, says } = expected as { role: string; says: string };
      const texts = answersOf(recommendation).filter((one) => one.role === role);
      expect(texts.map(({ fitText }) => fitText ?? '').join('\n')).toContain(says);
    },
    notRobust: ({ exploration }, role) => {
      expect(exploration?.robustness.map((one) => one.role)).not.toContain(role);
    },
  },
});
