import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/explore/interview/random.js';
import { allProblemsIn, factor, named, smallPackage } from '../../support/small-package.js';

describe('check', () => {
  it('reports fewer problems than rules, each in a few words, where many rules overlap many others', () => {
    const random = randomFrom(1);
    const ranges = Array.from({ length: 6 }, (_, n) => ({ atLeast: `${String(n)}C`, below: `${String(n + 2)}C` }));
    const rules = Array.from({ length: 200 }, (_, n) => ({
      when: { heat: ranges[Math.floor(random() * ranges.length)] },
      then: n % 2 === 0 ? 'a' : 'b',
    }));
    const all = allProblemsIn(smallPackage({ d: { table: { hitPolicy: 'unique', rules } } }));
    const problems = all.filter(({ decision }) => decision !== undefined);
    expect(problems.length).toBeLessThan(rules.length);
    expect(Math.max(...problems.map(({ message }) => message.length))).toBeLessThan(400);
    expect(problems.find(({ code }) => code === 'overlap')?.message).toMatch(/, `d#\d+` and \d+ more, which/);
  });

  it('is inconclusive on a table beyond the budget of which a rule delegates', () => {
    const ids = Array.from({ length: 9 }, (_, n) => `c${String(n)}`);
    const values = named(['l0', 'l1', 'l2', 'l3']);
    const rules = ['l1', 'l2'].flatMap((level) =>
      ids.slice(1).map((id, n) => ({
        when: { [id]: level, ...(n > 0 && { [ids[n] ?? '']: ['l0', level === 'l1' ? 'l2' : 'l1'] }) },
        then: 'b',
      })),
    );
    const knowledge = smallPackage(
      {
        delegate: { table: { hitPolicy: 'first', rules: [{ when: { c0: 'l0' }, then: 'a' }] } },
        d: { table: { hitPolicy: 'first', rules: [...rules, { then: 'b' }, { when: { c1: 'l3' }, ask: 'delegate' }] } },
      },
      ids.map((id) => factor(id, { type: 'choice', values })),
    );
    expect(allProblemsIn(knowledge).map(({ code }) => code)).toContain('inconclusive');
  });
});
