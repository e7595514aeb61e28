import { describe, expect, it } from 'vitest';
import { answer, whatIf, type KnowledgeBase } from '../../../src/index.js';
import { asOf } from '../../support/decide.js';
import { document, text } from '../../support/documents.mjs';
import { compiled } from '../../support/packages.js';

const BASE = [
  document('Package', 'pair', { version: '1', collections: [{ id: 'things', title: text('things'), key: 'k' }] }),
  document('Bibliography', 'all', { entries: { somewhere: { title: 'somewhere', url: 'https://example.org' } } }),
  document('Factor', 'b', { type: 'flag', question: text('b'), askedOf: ['requirements'] }),
  document('Factor', 'place', {
    type: 'choice',
    values: ['here', 'there'].map((id) => ({ id, title: text(id) })),
    question: text('place'),
    askedOf: ['environment'],
  }),
  document('Factor', 'k', {
    type: 'choice',
    values: ['u', 'v'].map((id) => ({ id, title: text(id) })),
    question: text('k'),
    askedOf: ['things'],
  }),
];

const technology = (id: string, role: string, rest: object = {}): string =>
  document('Technology', id, { role, summary: text(id), ...rest });
const first = (...rules: readonly object[]): object => ({ table: { hitPolicy: 'first', rules } });

/** A role with its decision, and what can run in it. */
const role = (
  id: string,
  sets: readonly (readonly string[])[],
  decision: object,
  rest: { readonly order: number; readonly each?: string; readonly narrowedBy?: string },
): string[] => [
  JSON.stringify({ apiVersion: 'whichstack/v1', kind: 'Combinations', id, role: id, sets }),
  document('Decision', id, { ...(rest.each !== undefined && { each: rest.each }), ...decision }),
  document('Role', id, { decision: id, ...rest }),
];

const rule = (rest: object): string =>
  document('Compatibility', 'rule', { ...rest, text: text('why'), source: 'somewhere' });

interface Stack {
  readonly documents: readonly string[];
  readonly require?: readonly string[];
  readonly forbid?: readonly string[];
  readonly things?: readonly object[];
}
const ONE_THING = [{ k: 'u' }];

const H = ['h1', 'h2'].map((id) => technology(id, 'host'));
const H2_IF_B = { when: { b: true }, then: 'h2' };
const HOST_RULES = [{ when: { b: false }, then: 'h1' }, H2_IF_B];
const HOST = first(...HOST_RULES);
const EITHER = [['h1'], ['h2']];
/** A host alone, by some decision. */
const hosting = (
  decision: object,
  rest: { readonly each?: string } = {},
  sets: readonly (readonly string[])[] = EITHER,
): Stack => ({ documents: [...H, ...role('host', sets, decision, { order: 2, ...rest })] });
/** As far as nothing else is said, a host that stays. */
const STAYS = hosting(HOST).documents;

/** What is chosen for the host with each reply to a flag and to where it runs. */
function tried(knowledge: KnowledgeBase, { require = ['h1'], forbid = [], things = ONE_THING }: Stack): Set<string> {
  const found = new Set<string>();
  for (const b of [undefined, false, true]) {
    for (const place of [undefined, 'here']) {
      const workload = {
        requirements: { things: [...things], ...(b !== undefined && { b }) },
        environment: { ...(place !== undefined && { place }) },
        constraints: { require: [...require], forbid: [...forbid] },
      };
      for (const one of answer(knowledge, workload, { asOf }))
        if (one.role === 'host') found.add(one.chosen.map(({ id, by }) => `${id}@${by ?? ''}`).join('+'));
    }
  }
  return found;
}

/** What-if for the host. */
function asked(
  knowledge: KnowledgeBase,
  { require = ['h1'], forbid = [], things = ONE_THING }: Stack,
): ReturnType<typeof whatIf>['places'] {
  const workload = {
    requirements: { b: false, things: [...things] },
    constraints: { require: [...require], forbid: [...forbid] },
  };
  return whatIf(knowledge, workload, { asOf, role: 'host' }).places;
}

describe('A required technology', () => {
  const staying: readonly (readonly [why: string, Stack])[] = [
    ['nothing else meets the demands', { documents: STAYS }],
    ['all else that holds it is forbidden', { ...hosting(HOST, {}, [['h1'], ['h1', 'h2']]), forbid: ['h2'] }],
  ];
  it.each(staying)('is proven to stay without a search where %s', (_, stack) => {
    const knowledge = compiled([...BASE, ...stack.documents]);
    const [host] = asked(knowledge, stack);
    expect(tried(knowledge, stack).size).toBe(1);
    expect(host).toMatchObject({ chosen: ['h1'], answers: [], proven: true, decided: 1 });
  });

  const going: readonly (readonly [why: string, Stack])[] = [
    [
      'its own rule keeps it out',
      { documents: [...STAYS, rule({ relation: 'excludes', of: ['h1'], when: { b: true } })] },
    ],
    [
      'a rule of something else keeps it out',
      {
        documents: [
          ...STAYS,
          technology('t1', 'store'),
          ...role('store', [['t1']], first({ when: {}, then: 't1' }), { order: 1 }),
          rule({ relation: 'excludes', of: ['t1'], with: ['h1'], when: { b: true } }),
        ],
        require: ['h1', 't1'],
      },
    ],
    [
      'the rules name a larger combination',
      hosting(first({ when: { b: true }, then: { allOf: ['h1', 'h2'] } }, { when: {}, then: 'h2' })),
    ],
    [
      'the rules unite answers',
      hosting({ table: { hitPolicy: 'collect', aggregate: 'union', rules: [{ when: {}, then: 'h1' }, H2_IF_B] } }),
    ],
    [
      'a tree unites answers',
      hosting({ tree: { when: {}, then: 'h1', branches: [{ when: {}, then: 'h1' }, H2_IF_B] } }),
    ],
    ['several combinations hold it', hosting(first(H2_IF_B), {}, [['h1'], ['h1', 'h2']])],
    [
      'it is an interface that nothing realises here',
      {
        documents: [
          technology('h1', 'host', { interface: true }),
          technology('h2', 'host'),
          ...role('host', [['h1']], first({ when: {}, then: 'h1' }), { order: 1 }),
        ],
      },
    ],
    ['nothing requires it', { ...hosting(first({ when: { b: true }, then: 'h1' }), {}, [['h1']]), require: [] }],
    [
      'it is named for another item, and for this one in one case only',
      {
        ...hosting(first({ when: { k: 'v' }, then: 'h1' }, ...HOST_RULES), { each: 'things' }),
        things: [{ k: 'u' }, { k: 'v' }],
      },
    ],
    [
      'its family is ruled out',
      {
        documents: [
          document('Outcome', 'f1', {}),
          document('Outcome', 'f2', {}),
          technology('h1', 'host', { family: 'f1' }),
          technology('h2', 'host', { family: 'f2' }),
          document('Decision', 'families', first({ when: { b: true }, then: 'f2' }, { when: {}, then: 'f1' })),
          ...role('host', EITHER, HOST, { order: 1, narrowedBy: 'families' }),
        ],
      },
    ],
  ];
  it.each(going)('is not proven to stay where %s', (_, stack) => {
    const knowledge = compiled([...BASE, ...stack.documents]);
    const [host] = asked(knowledge, stack);
    expect(tried(knowledge, stack).size).toBeGreaterThan(1);
    expect(host).toMatchObject({ proven: true });
    expect(host?.answers).not.toEqual([]);
  });
});
