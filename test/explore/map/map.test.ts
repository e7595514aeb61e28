import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answer,
  compileKnowledge,
  decisionMap,
  DiagnosticError,
  parseWorkloads,
  type DecisionMap,
  type KnowledgeBase,
  type MapAxis,
  type MapStep,
  type AnyVocabulary,
  type WorkloadInput,
} from '../../../src/index.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin } from '../../support/decide.js';
import { fitsSchema } from '../../support/outputs.js';
import { packages, stated, things } from '../../support/packages.js';
import { runs } from '../../support/thorough.js';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const [ledger = {}] = parseWorkloads(builtin, read('examples/payments-ledger.yaml'));
const garden = compileKnowledge(new Map([['garden.yaml', read('test/fixtures/packages/garden.yaml')]]));

type Section = Record<string, unknown>;

/** A workload that states a value of an axis, or states nothing of it. */
function stating(
  workload: WorkloadInput<AnyVocabulary>,
  { key, factor, of }: MapAxis,
  value: MapStep['value'],
): WorkloadInput<AnyVocabulary> {
  const copy = structuredClone(workload) as Record<string, Section | undefined>;
  const put = (section: Section): void => {
    if (value === null) Reflect.deleteProperty(section, factor);
    else section[factor] = value;
  };
  const [collection = '', name = ''] = of?.split('/') ?? [];
  if (of === undefined) put((copy[key.split('/')[0] ?? ''] ??= {}));
  else
    for (const item of (copy['requirements']?.[collection] as Section[] | undefined) ?? [])
      if (item['name'] === name) put(item);
  return copy;
}

/** What is chosen for the place of a map, in ids, sorted. */
function chosenFor(knowledge: KnowledgeBase, workload: WorkloadInput<AnyVocabulary>, { place }: DecisionMap): string[] {
  const found = answer(knowledge, workload, { asOf }).find(
    ({ role, name }) => role === place.role && name === place.item,
  );
  return (found?.chosen ?? []).map(({ id }) => id).sort();
}

/** What a map says of a cell, in ids, sorted. */
const shownIn = ({ cells, answers }: DecisionMap, column: number, row: number): string[] =>
  (answers.find(({ letter }) => letter === cells[row]?.[column]?.answer)?.chosen ?? []).map(({ id }) => id).sort();

/** Every value of every step, those that share one included. */
const valuesOf = ({ steps }: MapAxis): (readonly [number, MapStep['value']])[] =>
  steps.flatMap((step, n) => [step, ...step.also].map(({ value }) => [n, value] as const));

/** Holds every cell of a map against a workload that states both values. */
function expectExact(knowledge: KnowledgeBase, workload: WorkloadInput<AnyVocabulary>, map: DecisionMap): void {
  for (const [column, across] of valuesOf(map.x)) {
    for (const [row, down] of valuesOf(map.y)) {
      const there = stating(stating(workload, map.x, across), map.y, down);
      expect([across, down, ...shownIn(map, column, row)]).toEqual([across, down, ...chosenFor(knowledge, there, map)]);
    }
  }
  expect(shownIn(map, map.own.x, map.own.y)).toEqual(chosenFor(knowledge, workload, map));
  expect(map.cells[map.own.y]?.[map.own.x]).toMatchObject({ answer: 'A', differs: false });
  for (const cell of map.cells.flat()) expect(cell.differs).toBe(cell.answer !== 'A');
}

const AXES = ['a', 'b', 'c', 'q', 's', 'things/t0/k', 'things/t0/w'];

const cases = fc
  .record({
    knowledge: packages,
    requirements: stated,
    items: things.filter(({ length }) => length > 0),
    axes: fc.shuffledSubarray(AXES, { minLength: 2, maxLength: 2 }),
  })
  .map(({ knowledge, requirements, items, axes: [x = '', y = ''] }) => ({
    knowledge,
    workload: {
      requirements: { ...requirements, things: items.map((item, n) => ({ name: `t${String(n)}`, ...item })) },
    },
    x,
    y,
  }));

describe('Every cell of a map', () => {
  it('holds the answer to a workload that states both values, on random packages', () => {
    fc.assert(
      fc.property(cases, ({ knowledge, workload, x, y }) => {
        expectExact(knowledge, workload, decisionMap(knowledge, workload, { x, y, asOf }));
      }),
      runs(60, 20),
    );
  });

  it('holds for every figure of its range', () => {
    const within = (figure: number, { range }: MapStep): boolean => {
      if (range === undefined) return false;
      const { low, high } = range;
      return (
        (low === undefined || figure > low.figure || (low.included && figure === low.figure)) &&
        (high === undefined || figure < high.figure || (high.included && figure === high.figure))
      );
    };
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 14 }), ({ knowledge, workload, y }, half) => {
        const figure = half / 2;
        const map = decisionMap(knowledge, workload, { x: 'q', y: y === 'q' ? 'a' : y, asOf });
        const column = map.x.steps.findIndex((step) => within(figure, step));
        const there = stating(workload, map.x, String(figure));
        expect(column).toBeGreaterThanOrEqual(0);
        expect(shownIn(map, column, map.own.y)).toEqual(chosenFor(knowledge, there, map));
      }),
      runs(100, 25),
    );
  });

  it.each([
    ['security', 'performance', 'runtime'],
    ['startup', 'environment.kvm', 'runtime'],
    ['scenario', 'security', 'runtime'],
    ['need', 'nodes', 'storage/ledger'],
    ['hardware', 'data/ledger/iops', 'storage'],
  ])('of the payments ledger by %s and %s is exact for %s', (x, y, role) => {
    expectExact(builtin, ledger, decisionMap(builtin, ledger, { x, y, role, asOf }));
  });

  it('is exact where the other axis is the scenario that presets a factor', () => {
    const workload = { requirements: { scenario: 'financial-trading', data: [{ name: 'ledger', need: 'oltp' }] } };
    const preset = decisionMap(builtin, workload, { x: 'scenario', y: 'security', asOf });
    expect(preset.y.steps[preset.own.y]).toMatchObject({ value: null, title: 'not stated' });
    expectExact(builtin, workload, preset);
  });

  it('needs no knowledge of infrastructure', () => {
    const beds = [{ name: 'front', soil: 'heavy', light: 'half' }];
    const workload = { requirements: { beds, rainfall: '700mm' }, environment: { pests: ['slugs'] } };
    expectExact(garden, workload, decisionMap(garden, workload, { x: 'soil', y: 'beds/front/light', asOf }));
    expectExact(garden, workload, decisionMap(garden, workload, { x: 'pests', y: 'rainfall', role: 'care', asOf }));
  });
});

describe('A map', () => {
  it('with its axes exchanged is the same map', () => {
    fc.assert(
      fc.property(cases, ({ knowledge, workload, x, y }) => {
        const upright = decisionMap(knowledge, workload, { x, y, asOf });
        const lying = decisionMap(knowledge, workload, { x: y, y: x, asOf });
        expect(lying).toEqual({
          ...upright,
          x: upright.y,
          y: upright.x,
          own: { x: upright.own.y, y: upright.own.x },
          cells: upright.x.steps.map((_, n) => upright.cells.map((row) => row[n])),
        });
      }),
      runs(60, 20),
    );
  });

  it('has only the figures at which the answer changes, and the members that change it', () => {
    const map = decisionMap(builtin, ledger, { x: 'nodes', y: 'hardware', role: 'runtime', asOf });
    expect(map.x.steps.map(({ title }) => title)).toEqual(['not stated', 'any figure']);
    const lower = decisionMap(builtin, ledger, { x: 'startup', y: 'security', asOf });
    expect(lower.x.steps.map(({ title }) => title)).toEqual([
      '< 125ms',
      '125ms',
      '> 125ms … < 568ms',
      '568ms … < 600ms',
      '600ms … < 850ms',
      '850ms … 1s',
      '> 1s … 10s',
      '> 10s … < 18s',
      '≥ 18s',
    ]);
    expect(map.y.steps.map(({ title }) => title)).toEqual(['NVMe drives']);
    expect(map.y.without.map(({ id }) => id)).toEqual(['nvme', 'gpu', 'dpu', 'fpga', 'rdma', 'cxl']);
  });

  it('names the opinion that decides and, for an empty place, the reason', () => {
    const open = decisionMap(builtin, { requirements: {} }, { x: 'security', y: 'airGapped', asOf });
    expect(open.answers[0]).toMatchObject({ letter: 'A', standing: 'open', chosen: [], title: 'open' });
    expect(open.x.steps[0]?.title).toBe('not stated');
    const { cells } = decisionMap(builtin, ledger, { x: 'security', y: 'performance', asOf });
    expect(new Set(cells.flat().map(({ opinion }) => opinion))).toEqual(new Set(['guide', 'fit']));
  });

  it('fits its schema, and so does one with items, groups and ranges', () => {
    const maps = [
      decisionMap(builtin, ledger, { x: 'scenario', y: 'startup', lang: 'zh', asOf }),
      decisionMap(builtin, ledger, { x: 'iops', y: 'hardware', role: 'storage', asOf }),
    ];
    for (const map of maps) expect(fitsSchema('decision-map', JSON.parse(JSON.stringify(map)))).toBe(true);
  });
});

describe('A map is refused for', () => {
  const refused = (workload: WorkloadInput<AnyVocabulary>, x: string, y: string, role?: string): unknown => {
    try {
      decisionMap(builtin, workload, { x, y, asOf, ...(role !== undefined && { role }) });
      return undefined;
    } catch (error) {
      if (!(error instanceof DiagnosticError)) throw error;
      return error.diagnostics.map(({ code, suggestion }) => [code, suggestion]);
    }
  };
  const two = {
    requirements: {
      data: [
        { name: 'a', need: 'oltp' },
        { name: 'b', need: 'files' },
      ],
    },
  };

  it.each([
    [
      'unknown factors, all at once, with the nearest names',
      refused(ledger, 'securty', '启动耗时x'),
      [
        ['axis-unknown', 'security'],
        ['axis-unknown', 'startup'],
      ],
    ],
    [
      'a factor of an item that is not there',
      refused(ledger, 'data/ledgr/iops', 'security'),
      [['axis-unknown', 'data/ledger/iops']],
    ],
    [
      'twice the same factor, however it is written',
      refused(ledger, 'security', 'requirements.security'),
      [['axes-equal', undefined]],
    ],
    ['a factor that several items have', refused(two, 'iops', 'security'), [['axis-ambiguous', undefined]]],
    ['a role that there is not', refused(ledger, 'security', 'performance', 'runtme'), [['place-unknown', 'runtime']]],
    [
      'an item that there is not',
      refused(ledger, 'security', 'performance', 'storage/ledgers'),
      [['place-unknown', 'storage/ledger']],
    ],
    [
      'a day that is none',
      (() => {
        try {
          return decisionMap(builtin, ledger, { x: 'security', y: 'kvm', asOf: 'soon' });
        } catch (error) {
          return error instanceof DiagnosticError && error.diagnostics.map(({ code }) => code);
        }
      })(),
      ['date-invalid'],
    ],
  ])('%s', (_, said, expected) => {
    expect(said).toEqual(expected);
  });

  it('A map takes a factor of several items as that of the place in question', () => {
    const { x, place } = decisionMap(builtin, two, { x: 'iops', y: 'security', role: 'storage/b', asOf });
    expect([x.key, place.item]).toEqual(['data/b/iops', 'b']);
  });
});
