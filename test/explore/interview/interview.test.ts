import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer, compileKnowledge, DiagnosticError, startInterview, type Priors } from '../../../src/index.js';
import { randomFrom } from '../../../src/explore/interview/random.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin } from '../../support/decide.js';
import { document } from '../../support/documents.mjs';
import { through } from '../../support/interviews.js';
import { compiled } from '../../support/packages.js';
import { thorough } from '../../support/thorough.js';

const text = (id: string): object => ({ en: id, zh: id });

describe('An interview', () => {
  const file = join(ROOT, 'test/fixtures/packages/garden.yaml');
  const garden = compileKnowledge(new Map([[file, readFileSync(file, 'utf8')]]));

  it('asks which items exist, and of an item only the questions that can change its choice', () => {
    const { end, asked } = through(startInterview(garden, { asOf, exactly: 2000 }), {
      beds: ['sandy', 'heavy'],
      light: 'sun',
      rainfall: '80cm',
      pets: true,
      pests: ['aphids'],
    });
    expect(asked[0]).toBe('beds');
    // Of sandy beds, watering follows, so the rain decides only what a poll does.
    expect(end.workload.requirements).toMatchObject({ beds: ['sandy', 'heavy'], light: 'sun' });
    expect(end.proven).toBe(true);
  });

  it('explains each question, its replies and how to find out, in both languages', () => {
    for (const lang of ['en', 'zh'] as const) {
      const { question } = startInterview(builtin, { asOf, lang });
      expect(question?.key).toBe('requirements/scenario');
      expect(question?.replies.length).toBe(builtin.scenarios.size);
      expect(question?.why.place).toBe('runtime');
      expect(question?.why.between.length).toBeGreaterThan(1);
      expect(question?.why.text).toMatch(lang === 'en' ? /^For Runtime, it decides among / : /^在运行时方面，它决定/);
      expect(question?.howToFind.length).toBeGreaterThan(10);
    }
  });

  it('asks as many questions as it announces at any point, for all replies', () => {
    let bounded = 0;
    for (const knowledge of [garden, builtin]) {
      for (let seed = 0; seed < (thorough ? 3 : 1); seed++) {
        const random = randomFrom(seed);
        const points = [startInterview(knowledge, { asOf })];
        for (let now = points.at(-1); now?.question !== undefined; now = points.at(-1)) {
          const { replies, examples, takes } = now.question;
          // Some figures have no limit.
          const all = [...replies.map(({ value }) => value), ...(takes === 'figure' ? [...examples, 'no limit'] : [])];
          const one = all[Math.floor(random() * all.length)];
          points.push(random() < 0.2 ? now.dontKnow() : now.reply(takes === 'many' ? [one] : one));
        }
        let before = Infinity;
        let about = Infinity;
        points.forEach(({ expected }, n) => {
          if (!expected.exact) {
            expect(expected.about).toBeGreaterThanOrEqual(expected.atLeast);
            expect(expected.about).toBeLessThanOrEqual(expected.atMost);
            // An estimate does not jump.
            if (about !== Infinity) expect(Math.abs(expected.about - about)).toBeLessThanOrEqual(2);
            about = expected.about;
          }
          const left = points.length - 1 - n;
          const [least, most] = expected.exact ? [0, expected.most] : [expected.atLeast, expected.atMost];
          if (!expected.exact) bounded++;
          expect(left).toBeGreaterThanOrEqual(least);
          // Each question that is put leaves fewer that can be.
          expect(most).toBeLessThan(before);
          before = most;
          expect(left).toBeLessThanOrEqual(most);
        });
      }
    }
    expect(bounded).toBeGreaterThan(0);
  });

  it('goes back to the same state, and does not repeat a question that was answered with “don’t know”', () => {
    const start = startInterview(builtin, { asOf });
    const next = start.reply('edge');
    expect(next.back()).toBe(start);
    expect(start.workload.requirements).toBeUndefined();
    expect(start.back()).toBe(start);
    const unsure = start.dontKnow();
    expect(unsure.question?.key).not.toBe('requirements/scenario');
    expect(unsure.workload).toEqual(start.workload);
    expect(unsure.asked).toBe(1);
  });

  it('shows what the scenario presets, and asks for it where somebody wants to change it', () => {
    const start = startInterview(builtin, { asOf, lang: 'en' }).reply('web-app');
    expect(start.presets.map(({ key, value, text }) => [key, value, text])).toEqual([
      ['requirements/security', 'medium', 'medium'],
      ['requirements/performance', 'medium', 'medium'],
      ['requirements/startup', 'seconds', 'a few seconds'],
    ]);
    const changing = start.reconsider('requirements/security');
    expect(changing.question).toMatchObject({ key: 'requirements/security', preset: ['medium'], presetText: 'medium' });
    expect(changing.question?.why.text).toBe('The scenario presets medium, which you want to change.');
    expect(changing.asked).toBe(start.asked);
    expect(changing.back()).toBe(start);
    const changed = changing.reply('high');
    expect(changed.asked).toBe(start.asked + 1);
    expect(changed.workload.requirements).toEqual({ scenario: 'web-app', security: 'high' });
    expect(changed.presets.map(({ factor }) => factor)).toEqual(['performance', 'startup']);
    expect(changing.dontKnow().presets).toEqual(start.presets);
    expect(() => start.reconsider('requirements/iteration')).toThrow(RangeError);
  });

  it.each([
    ['no scenario', {}, 'requirements/scenario', ['none', '没有', 'None'], {}],
    ['no items', { scenario: 'web-app' }, 'data', ['none', [], '无'], { data: [] }],
    [
      'no members',
      { scenario: 'web-app', data: [], offload: 'ai-ml' },
      'environment/hardware',
      ['none', []],
      undefined,
    ],
  ] as const)('takes that there is %s in words of either language', (_, requirements, key, words, stated) => {
    let interview = startInterview(builtin, { asOf, workload: { requirements } });
    while (interview.question !== undefined && interview.question.key !== key) interview = interview.dontKnow();
    expect(interview.question?.key).toBe(key);
    expect(interview.question?.decline?.value).toEqual(key === 'requirements/scenario' ? 'none' : []);
    for (const word of words) {
      const { workload, question } = interview.reply(word);
      expect(question?.key).not.toBe(key);
      if (stated === undefined) expect(workload.environment).toMatchObject({ hardware: [] });
      else expect(workload.requirements ?? {}).toMatchObject(stated);
    }
  });

  it('takes that a figure has no limit: nothing is stated, and it is not asked for again; of levels, the loosest', () => {
    const workload = { requirements: { scenario: 'web-app', data: ['oltp'], offload: 'none' } };
    let interview = startInterview(builtin, { asOf, workload, lang: 'en' });
    while (interview.question !== undefined && interview.question.takes !== 'figure') interview = interview.dontKnow();
    const { question } = interview;
    expect(question?.decline).toMatchObject({ value: 'no limit', title: 'no limit' });
    for (const word of ['no limit', 'No-limit', 'unlimited', '不限']) {
      const next = interview.reply(word);
      expect(next.workload).toEqual(interview.workload);
      expect(next.question?.key).not.toBe(question?.key);
      expect(next.asked).toBe(interview.asked + 1);
    }
    const preset = startInterview(builtin, { asOf, workload: { requirements: { scenario: 'web-app' } } });
    const loosest = preset.reconsider('requirements/startup').reply('no limit');
    expect(loosest.workload.requirements).toMatchObject({ startup: 'minutes' });
  });

  it('states what a reply implies, and asks nothing that is implied', () => {
    const start = startInterview(builtin, { asOf, workload: { requirements: { scenario: 'web-app' } } });
    expect(start.question?.key).toBe('data');
    const states = (...needs: string[]): unknown => start.reply(needs).workload.requirements;
    expect(states('oltp')).toEqual({ scenario: 'web-app', data: ['oltp'], state: 'stateful' });
    expect(states('scratch')).toEqual({ scenario: 'web-app', data: ['scratch'], state: 'stateless' });
    // An item that differs from the workload states its own.
    expect(states('scratch', 'oltp')).toEqual({
      scenario: 'web-app',
      data: [{ need: 'scratch', state: 'stateless' }, 'oltp'],
      state: 'stateful',
    });
    expect(states('local')).toEqual({ scenario: 'web-app', data: ['local'] });
    // What was there before the interview is not added to.
    const requirements = { scenario: 'ci-cd' };
    let interview = startInterview(builtin, { asOf, workload: { requirements } });
    for (; interview.question !== undefined; interview = interview.dontKnow())
      expect(interview.question.key).not.toBe('requirements/state');
    expect(interview.workload.requirements).toEqual(requirements);
  });

  it('takes what is implied from the knowledge alone', () => {
    const flag = (id: string): string =>
      document('Factor', id, { question: text(id), askedOf: ['requirements'], type: 'flag' });
    const knowledge = compiled([
      document('Package', 'small', { version: '1' }),
      document('Factor', 'c', {
        question: text('c'),
        askedOf: ['requirements'],
        type: 'choice',
        values: [
          { id: 'x', title: text('x'), implies: { a: true } },
          { id: 'y', title: text('y') },
          { id: 'none', title: text('none') },
        ],
      }),
      flag('a'),
      ...['o1', 'o2', 'o3'].map((id) => document('Outcome', id, {})),
      document('Decision', 'one', {
        table: {
          hitPolicy: 'first',
          rules: [
            { when: { c: 'x', a: true }, then: 'o1' },
            { when: { c: 'y' }, then: 'o2' },
            { when: {}, then: 'o3' },
          ],
        },
      }),
      document('Role', 'one', { order: 1, decision: 'one' }),
    ]);
    const interview = startInterview(knowledge, { asOf, exactly: 1000 });
    // Whatever is replied, no other question follows.
    expect(interview.expected).toEqual({ exact: true, questions: 1, most: 1 });
    expect(interview.question?.factor).toBe('c');
    expect(interview.question?.decline).toBeUndefined();
    expect(interview.reply('x').workload.requirements).toEqual({ c: 'x', a: true });
    for (const reply of ['x', 'y', 'none']) expect(interview.reply(reply).done).toBe(true);
    expect(() =>
      compiled([
        document('Package', 'small', { version: '1' }),
        document('Factor', 'c', {
          question: text('c'),
          askedOf: ['requirements'],
          type: 'choice',
          values: [
            { id: 'x', title: text('x'), implies: { missing: true } },
            { id: 'y', title: text('y') },
          ],
        }),
      ]),
    ).toThrow(DiagnosticError);
  });

  it('refuses an unknown reply and suggests the nearest', () => {
    const start = startInterview(builtin, { asOf });
    expect(complaints(() => start.reply('serverles'))).toEqual(['unknown-value serverless']);
    const items = start.reply('edge');
    expect(items.question?.key).toBe('data');
    expect(items.question?.preset).toEqual(['local']);
    expect(complaints(() => items.reply(['oltp', 'fils']))).toEqual(['unknown-value files']);
  });

  it('writes out the items of the scenario once something is stated of them', () => {
    const workload = { requirements: { scenario: 'ci-cd' } };
    let interview = startInterview(builtin, { asOf, workload });
    while (interview.question !== undefined && !interview.question.key.startsWith('data/'))
      interview = interview.dontKnow();
    const { question } = interview;
    expect(question?.key).toMatch(/^data\/build-/);
    expect(interview.workload.requirements?.['data']).toBeUndefined();
    const value = question?.replies[0]?.value;
    const { requirements } = interview.reply(value).workload;
    expect(requirements?.['data']).toEqual(
      ['build-cache', 'build-artifacts'].map((need) => ({
        need,
        ...(question?.item === need && { [question.factor]: value }),
      })),
    );
  });

  it('states that there are no items, over those of the scenario', () => {
    const start = startInterview(builtin, { asOf, workload: { requirements: { scenario: 'edge' } } });
    expect(start.question).toMatchObject({ key: 'data', presetText: 'local data' });
    const none = start.reply([]);
    // That is what the question for the state asks in other words.
    expect(none.workload.requirements).toEqual({ scenario: 'edge', data: [], state: 'stateless' });
    const storage = (workload: object): string[] =>
      answer(builtin, workload, { asOf }).flatMap(({ role, name }) => (role === 'storage' ? (name ?? '') : []));
    expect(storage(none.workload)).toEqual([]);
    expect(storage(start.dontKnow().workload)).toEqual(['local']);
    for (let interview = none; interview.question !== undefined; interview = interview.dontKnow())
      expect(interview.question.key).not.toMatch(/^data/);
  });

  it.each<[unknown, string]>([
    [{ scenari: { edge: 1 } }, 'prior-unknown scenario'],
    [{ scenario: { edg: 1 } }, 'unknown-value edge'],
    [{ kubernetes: { yes: 1 } }, 'unknown-value '],
    [{ hardware: { 'gpu,nvmee': 1 } }, 'unknown-value nvme'],
    [{ scenario: { edge: -1 } }, 'prior-invalid '],
    [{ scenario: { edge: NaN } }, 'prior-invalid '],
    [{ scenario: 3 }, 'not-an-object '],
    [{ iops: { '300000': 1 } }, 'prior-of-figure '],
  ])('refuses the priors %j', (priors, said) => {
    const start = (): unknown => startInterview(builtin, { asOf, priors: priors as Priors });
    expect(complaints(start)).toEqual([said]);
  });
});

function complaints(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof DiagnosticError)
      return error.diagnostics.map(({ code, suggestion }) => `${code} ${suggestion ?? ''}`);
    throw error;
  }
  return [];
}
