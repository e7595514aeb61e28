import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Changes } from '../../../src/explore/variants/changes.js';
import { changeOf, Questions, type Change } from '../../../src/explore/variants/question.js';
import { programOf } from '../../../src/program/ir/lower.js';
import { builtin } from '../../support/decide.js';

const questions = new Questions(programOf(builtin)).general.slice(0, 5);
const some: fc.Arbitrary<readonly Change[]> = fc.array(
  fc
    .tuple(fc.constantFrom(...questions), fc.constantFrom('a', 'b', undefined))
    .map(([question, value]) => changeOf(question, { value })),
  { maxLength: 8 },
);
const made = (from: Changes, list: readonly Change[]): Changes => list.reduce((all, one) => all.with(one), from);
/** The last reply to each question. */
const replied = (list: readonly Change[]): Map<string, unknown> =>
  new Map(list.map(({ question, reply }) => [question.key, reply.value]));

describe('Changes', () => {
  it('are the latest of each question, in the order of the questions', () => {
    fc.assert(
      fc.property(some, (list) => {
        const all = made(Changes.none(), list);
        const last = replied(list);
        expect(replied([...all])).toEqual(last);
        expect(all.size).toBe(last.size);
        expect([...all].map(({ question }) => question.number)).toEqual(
          [...all].map(({ question }) => question.number).toSorted((a, b) => a - b),
        );
        for (const question of questions) expect(all.get(question)?.value).toBe(last.get(question.key));
      }),
    );
  });

  it('are the same object in whatever order they are made', () => {
    fc.assert(
      fc.property(some, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), (list, ranks) => {
        const none = Changes.none();
        const once = [...made(none, list)];
        const shuffled = once.map((one, n) => ({ one, rank: ranks[n] ?? 0 })).toSorted((a, b) => a.rank - b.rank);
        expect(
          made(
            none,
            shuffled.map(({ one }) => one),
          ),
        ).toBe(made(none, list));
        expect(made(Changes.none(), list)).not.toBe(made(none, list));
      }),
    );
  });

  it('are filtered to those that are made without the others', () => {
    fc.assert(
      fc.property(some, fc.subarray([...questions]), (list, left) => {
        const none = Changes.none();
        const holds = ({ question }: Change): boolean => left.includes(question);
        expect(made(none, list).filter(holds)).toBe(made(none, list.filter(holds)));
      }),
    );
  });
});
