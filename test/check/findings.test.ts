import { describe, expect, it } from 'vitest';
import { verify, type KnowledgeBase, type Problem } from '../../src/index.js';
import { compiled } from '../support/packages.js';
import { document, text } from '../support/documents.mjs';
import { randomFrom } from '../../src/explore/interview/random.js';
import { asOf } from '../support/decide.js';

const named = (ids: readonly string[]): object[] => ids.map((id) => ({ id, title: text(id) }));
const factor = (id: string, rest: object): string =>
  document('Factor', id, { question: text(id), askedOf: ['requirements'], ...rest });

/** A small package whose role is decided by `d`. */
const packageOf = (decisions: Readonly<Record<string, object>>, more: readonly string[] = []): KnowledgeBase =>
  compiled([
    document('Package', 'small', { version: '1' }),
    document('Dimension', 'temp', { base: 'C', examples: ['1C'], units: { C: 1 } }),
    factor('heat', { type: 'quantity', dimension: 'temp' }),
    factor('lvl', { type: 'ordinal', levels: named(['low', 'mid', 'top']) }),
    factor('pests', { type: 'set', values: named(['mice', 'moths']) }),
    factor('f', { type: 'flag' }),
    document('Outcome', 'a', {}),
    document('Outcome', 'b', {}),
    ...Object.entries(decisions).map(([id, rest]) => document('Decision', id, rest)),
    document('Role', 'r', { order: 1, decision: 'd' }),
    ...more,
  ]);

const table = (hitPolicy: string, rules: readonly object[]): object => ({
  table: { hitPolicy, ...(hitPolicy === 'collect' && { aggregate: 'list' }), rules },
});

/** What is wrong with the decisions of a package; what of its vocabulary they do not use is left out. */
const problemsIn = (knowledge: KnowledgeBase, lang: 'en' | 'zh' = 'en'): Problem[] =>
  verify(knowledge, { lang, asOf }).verification.problems.filter(({ decision }) => decision !== undefined);
const namesOf = ({ rules }: Problem): string[] => rules.map(({ rule }) => rule);

describe('one mistake is one finding', () => {
  const sixRules = ['low', 'mid', 'top'].flatMap((lvl) => [true, false].map((f) => ({ when: { lvl, f }, then: 'a' })));

  it.each(['unique', 'any'])('a rule without conditions in a table of %s', (hitPolicy) => {
    const knowledge = packageOf({ d: table(hitPolicy, [...sixRules, { then: 'b' }]) });
    const problems = problemsIn(knowledge);
    expect(problems.map((problem) => [problem.code, namesOf(problem), problem.where])).toEqual([
      ['overlap', ['d#7', 'd#1', 'd#2', 'd#3', 'd#4', 'd#5', 'd#6'], ['lvl: any value; f: any value']],
    ]);
    const [problem] = problems;
    expect(problem?.message).toContain('`d#7` hits together with `d#1`, `d#2`');
    expect(problem?.message).toContain('hit policy `first` would make it the default');
    expect(problem?.says).toEqual(['b', 'a']);
    expect(problemsIn(knowledge, 'zh')[0]?.message).toContain('改用命中策略 `first`');
  });

  it('a rule without conditions where the others look at another decision', () => {
    const rules = sixRules.map(({ when, then }) => ({ when: { ...when, other: 'a' }, then }));
    const other = table('first', [{ then: 'a' }]);
    const found = problemsIn(packageOf({ other, d: table('unique', [...rules, { then: 'b' }]) }));
    expect(found.map((problem) => [problem.code, namesOf(problem)[0], namesOf(problem).length])).toEqual([
      ['overlap', 'd#7', 7],
    ]);
  });

  it('a rule that lies within another, or is written twice', () => {
    const rules = [
      { when: { f: true }, then: 'a' },
      { when: { f: true, lvl: 'low' }, then: 'b' },
      { when: { f: false }, then: 'b' },
      { when: { f: false }, then: 'a' },
    ];
    const found = problemsIn(packageOf({ d: table('unique', rules) }));
    expect(found.map((problem) => [problem.code, ...namesOf(problem)])).toEqual([
      ['masked', 'd#2', 'd#1'],
      ['masked', 'd#4', 'd#3'],
    ]);
    expect(found[0]?.message).toContain('the hit policy `unique` does not allow');
  });

  it('a rule that is kept from answering beside two that keep each other from it', () => {
    const rules = [
      { then: { r: 'a' } },
      { when: { lvl: 'top' }, then: { r: 'b' } },
      { when: { lvl: 'low' }, then: { p: 'a', r: 'b' } },
      { then: { r: 'b' } },
    ];
    const t = { outputs: ['p', 'r'], ...table('unique', rules) };
    const d = { table: { hitPolicy: 'first', rules: [{ ask: 't.r' }] } };
    const found = problemsIn(packageOf({ t, d })).filter(({ code }) => code === 'masked');
    expect(found.map(namesOf)).toEqual([
      ['t#1', 't#4'],
      ['t#2', 't#1'],
      ['t#4', 't#1'],
    ]);
  });

  it('many rules that meet many others', () => {
    const random = randomFrom(1);
    const ranges = Array.from({ length: 6 }, (_, n) => ({ atLeast: `${String(n)}C`, below: `${String(n + 2)}C` }));
    const rules = Array.from({ length: 200 }, (_, n) => ({
      when: { heat: ranges[Math.floor(random() * ranges.length)] },
      then: n % 2 === 0 ? 'a' : 'b',
    }));
    const problems = problemsIn(packageOf({ d: table('unique', rules) }));
    expect(problems.length).toBeLessThan(rules.length);
    // However many rules there are, it is told of each in a few words.
    expect(Math.max(...problems.map(({ message }) => message.length))).toBeLessThan(400);
    expect(problems.find(({ code }) => code === 'overlap')?.message).toMatch(/, `d#\d+` and \d+ more, which/);
  });

  it('rules of one condition, whatever they answer, are two answers once', () => {
    const rules = ['a', 'b', 'a', 'b'].map((then) => ({ when: { f: true }, then }));
    const found = problemsIn(packageOf({ d: table('collect', rules) })).filter(({ code }) => code === 'ambiguous');
    expect(found.map((problem) => [namesOf(problem), problem.where, problem.says])).toEqual([
      [['d#1', 'd#2', 'd#3', 'd#4'], ['f: yes'], ['a', 'b']],
    ]);
    expect(found[0]?.message).toContain('say a and b');
  });
});

describe('a rule that asks in vain', () => {
  it('says what it asks and that it is silent there', () => {
    const unasked = table('first', [{ when: { lvl: 'top' }, then: 'a' }]);
    const rules = [
      { when: { lvl: 'low' }, ask: 'unasked' },
      { when: { lvl: { atLeast: 'low' } }, then: 'b' },
    ];
    const knowledge = packageOf({ unasked, d: table('first', rules) });
    const found = problemsIn(knowledge).filter(({ severity }) => severity === 'error');
    expect(
      found.map((problem) => [problem.code, problem.decision, problem.other, namesOf(problem), problem.where]),
    ).toEqual([['delegate-has-no-result', 'd', 'unasked', ['d#1'], ['lvl: low']]]);
    expect(found[0]?.message).toContain('wherever it would, “unasked” [unasked], which it asks, has no answer');
  });
});

describe('a decision that nothing asks', () => {
  const all = verify(
    packageOf({
      d: table('first', [{ then: 'a' }]),
      alone: table('first', [{ when: { f: true }, ask: 'below' }]),
      below: table('first', [{ when: { lvl: 'low' }, then: 'b' }]),
    }),
    { lang: 'en', asOf },
  ).verification.problems;

  it('is told, once for all that only it asks, and without its gaps', () => {
    expect(all.filter(({ decision }) => decision !== undefined).map(({ code, decision }) => [code, decision])).toEqual([
      ['unused-decision', 'alone'],
    ]);
  });

  it('makes nothing of the outcomes that it names', () => {
    expect(all.filter(({ code }) => code === 'unused-outcome').map(({ technology }) => technology)).toEqual(['b']);
  });
});

describe('an acknowledgement', () => {
  const tension = (acknowledges: readonly object[]): string =>
    document('Tension', 'meant', {
      sides: [{ text: text('one') }, { text: text('other') }],
      reading: text('so'),
      acknowledges,
    });
  const withGap = (below: string, acknowledges: readonly object[]): Problem[] => {
    const d = table('first', [{ when: { heat: { atLeast: below }, pests: { excludes: 'mice' } }, then: 'a' }]);
    return verify(packageOf({ d }, [tension(acknowledges)]), { lang: 'en', asOf }).verification.problems.filter(
      ({ code }) => code === 'gap' || code === 'unused-suppression',
    );
  };
  const gapBelow = (below: string): object => ({ problem: 'gap', decisions: ['d'], when: { heat: { below } } });

  it('of some inputs is of the gaps that lie within them alone', () => {
    const one = (rule: object): Problem[] =>
      verify(packageOf({ d: table('first', [rule]) }, [tension([gapBelow('20C')])]), { lang: 'en', asOf }).verification
        .problems;
    const states = (problems: readonly Problem[]): (string | undefined)[] =>
      problems.flatMap(({ code, acknowledged }) => (code === 'gap' ? [acknowledged?.tension] : []));
    expect(states(one({ when: { heat: { atLeast: '20C' } }, then: 'a' }))).toEqual(['meant']);
    expect(states(one({ when: { heat: { atLeast: '10C' } }, then: 'a' }))).toEqual(['meant']);
    expect(states(one({ when: { heat: { above: '20C' } }, then: 'a' }))).toEqual([undefined]);
    expect(states(one({ when: { heat: { atLeast: '30C' } }, then: 'a' }))).toEqual([undefined]);
    expect(states(one({ when: { f: true }, then: 'a' }))).toEqual([undefined]);
    // A second gap beside the one that is meant makes it a new one.
    expect(states(one({ when: { heat: { atLeast: '20C' }, pests: { excludes: 'mice' } }, then: 'a' }))).toEqual([
      undefined,
    ]);
  });

  it('that is of nothing is told by itself, where it stands', () => {
    const stale = withGap('20C', [{ problem: 'gap', decisions: ['d'] }, gapBelow('20C')]);
    expect(
      stale.map(({ code, message, acknowledged }) => [code, message.includes('`gap` `d`'), acknowledged?.tension]),
    ).toEqual([
      ['unused-suppression', true, undefined],
      ['gap', false, 'meant'],
    ]);
  });

  it('names what it is about', () => {
    for (const [one, named] of [
      [{ problem: 'gap' }, 'decisions or rules'],
      [{ problem: 'gap', factor: 'f' }, 'decisions or rules'],
      [{ problem: 'contradicted-by-facts' }, 'decisions, rules, technology or criterion'],
      [{ problem: 'indistinguishable-levels' }, 'decisions, rules or factor'],
    ] as const) {
      expect(() => withGap('20C', [one])).toThrow(named);
    }
  });
});

describe('branches that change nothing', () => {
  const redundantIn = (branches: readonly object[], then?: string): string[][] =>
    problemsIn(packageOf({ d: { tree: { ...(then !== undefined && { then }), branches } } }))
      .filter(({ code }) => code === 'redundant')
      .map(namesOf);

  it('are told where two are the same, where the node says as much, and not where one matters', () => {
    const low = { when: { lvl: 'low' }, then: 'a' };
    expect(redundantIn([low, low])).toEqual([['d/2', 'd/1']]);
    expect(redundantIn([low, { when: { f: true }, then: 'b' }], 'a')).toEqual([]);
    expect(redundantIn([low], 'a')).toEqual([['d/1', 'd']]);
    expect(redundantIn([low, { when: { lvl: 'mid' }, then: 'a' }])).toEqual([]);
  });
});

it('a table beyond the budget, of which a rule asks another decision', () => {
  const ids = Array.from({ length: 9 }, (_, n) => `c${String(n)}`);
  const values = named(['l0', 'l1', 'l2', 'l3']);
  const rules = ['l1', 'l2'].flatMap((level) =>
    ids.slice(1).map((id, n) => ({
      when: { [id]: level, ...(n > 0 && { [ids[n] ?? '']: ['l0', level === 'l1' ? 'l2' : 'l1'] }) },
      then: 'b',
    })),
  );
  const knowledge = packageOf(
    {
      asked: table('first', [{ when: { c0: 'l0' }, then: 'a' }]),
      d: table('first', [...rules, { then: 'b' }, { when: { c1: 'l3' }, ask: 'asked' }]),
    },
    ids.map((id) => factor(id, { type: 'choice', values })),
  );
  expect(problemsIn(knowledge).map(({ code }) => code)).toContain('inconclusive');
});

it('an acknowledgement under an earlier name of a problem is refused with the name of today', () => {
  const tension = document('Tension', 't', {
    sides: [{ text: text('a') }, { text: text('b') }],
    reading: text('c'),
    acknowledges: [{ problem: 'never-asked', decisions: ['d'] }],
  });
  expect(() => compiled([document('Package', 'p', { version: '1' }), tension])).toThrow('`unused-decision`?');
});
