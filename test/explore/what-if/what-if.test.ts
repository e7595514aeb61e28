import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  answer,
  DiagnosticError,
  parseWorkloads,
  whatIf,
  type WhatIf,
  type WhatIfPlace,
  type AnyVocabulary,
  type WorkloadInput,
} from '../../../src/index.js';
import { placeKey } from '../../../src/explore/variants/choice.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin, decide } from '../../support/decide.js';
import { fitsSchema } from '../../support/outputs.js';

const [ledger = {}] = parseWorkloads(builtin, readFileSync(join(ROOT, 'examples/payments-ledger.yaml'), 'utf8'));
/** Every other reply to a factor that is one word, with its distance from the current one; a reply of several words is left out. */
function words(factor: string, now: unknown): (readonly [reply: string | boolean | null, levels: number])[] {
  const known = builtin.factors.get(factor);
  if (known === undefined || known.type === 'set' || known.type === 'quantity') return [];
  const ids = known.type === 'flag' ? [false, true] : builtin.values(known).map(({ id }) => id);
  const at = ids.findIndex((id) => id === now);
  const far = (to: number): number => (known.type === 'ordinal' && at >= 0 ? Math.abs(to - at) : 1);
  const replies = ids.flatMap((id, n): [string | boolean, number][] => (n === at ? [] : [[id, far(n)]]));
  const away = known.type === 'ordinal' ? ids.length : 1;
  return now === undefined ? replies : [...replies, [null, away]];
}

interface Trial {
  readonly place: string;
  readonly change: string;
  readonly levels: number;
}

/** The flips of every place by another single word, found by trying all. */
function singleFlips(workload: WorkloadInput<AnyVocabulary>): Trial[] {
  const asked = (changed: WorkloadInput<AnyVocabulary>): Map<string, string> =>
    new Map(
      answer(builtin, changed, { asOf }).map(({ role, name, chosen: ids }) => [
        name === undefined ? role : `${role}/${name}`,
        sorted(ids.map(({ id, by }) => (by === undefined ? id : `${id}@${by}`))),
      ]),
    );
  const now = asked(workload);
  const { inputs } = decide(workload);
  const standing = new Map(
    inputs.flatMap(({ factor, origin, value }) => (origin === 'typical' ? [] : [[factor, value]])),
  );
  const measured = new Set(inputs.flatMap(({ factor, figure }) => (figure === undefined ? [] : [factor])));
  return [...builtin.factors.values()].flatMap(({ id, askedOf }) => {
    const section = (['requirements', 'environment'] as const).find((name) => askedOf.includes(name));
    // A figure moves by figures, which are more than one word.
    if (section === undefined || measured.has(id)) return [];
    return words(id, standing.get(id)).flatMap(([reply, levels]): Trial[] => {
      const others: [string, unknown][] = Object.entries(workload[section] ?? {}).filter(([factor]) => factor !== id);
      if (reply !== null) others.push([id, reply]);
      const changed = { ...workload, [section]: Object.fromEntries(others) };
      return [...asked(changed)].flatMap(([place, then]) =>
        now.get(place) === then ? [] : [{ place, levels, change: `${id}=${String(reply)} ${then}` }],
      );
    });
  });
}

const sorted = (ids: readonly string[]): string => [...ids].sort().join('+');

describe('whatIf', () => {
  const places = (
    workload: WorkloadInput<AnyVocabulary>,
    options: Parameters<typeof whatIf>[2] = {},
  ): WhatIf['places'] => whatIf(builtin, workload, { asOf, ...options }).places;

  it('fits its schema', () => {
    const document = whatIf(builtin, ledger, { asOf });
    expect(fitsSchema('what-if', JSON.parse(JSON.stringify(document)))).toBe(true);
  });

  it.each(['payments-ledger', 'factory-gateway', 'gpu-inference'])(
    'reports every single value that flips %s',
    (name) => {
      const [workload = {}] = parseWorkloads(builtin, readFileSync(join(ROOT, `examples/${name}.yaml`), 'utf8'));
      const tried = singleFlips(workload);
      expect(tried.length).toBeGreaterThan(0);
      for (const place of places(workload)) {
        const levels = place.distance?.factors === 1 ? place.distance.levels : Infinity;
        const mine = tried.filter((one) => one.place === placeKey(place.role, place.name));
        // None is nearer than the nearest that what-if reports, and it reports all that are as near.
        expect(mine.filter((one) => levels === Infinity || one.levels < levels)).toEqual([]);
        const reported = place.answers.flatMap(({ chosen: ids, by, flips }) =>
          flips.flatMap(([change]) =>
            change !== undefined && change.of === undefined && words(change.factor, undefined).length > 0
              ? [`${change.factor}=${String(change.to)} ${sorted(ids)}${by === undefined ? '' : `@${by}`}`]
              : [],
          ),
        );
        const near = mine.filter((one) => one.levels === levels).map(({ change }) => change);
        if (levels < Infinity) expect(reported.sort()).toEqual(near.sort());
      }
    },
  );

  it('changes no factor that is to be kept', () => {
    const found = places(ledger, { keep: ['scenario', 'need', 'kvm'], most: 500 });
    const changed = found.flatMap(({ answers }) => answers.flatMap(({ flips }) => flips.flat()));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter(({ factor }) => ['scenario', 'need', 'kvm'].includes(factor))).toEqual([]);
  });

  it('gives a proof for every example', () => {
    const unproven = readdirSync(join(ROOT, 'examples'))
      .filter((name) => name.endsWith('.yaml'))
      .flatMap((name) => {
        const [workload = {}] = parseWorkloads(builtin, readFileSync(join(ROOT, 'examples', name), 'utf8'));
        return places(workload).flatMap(({ proven, role }) => (proven ? [] : [`${name} ${role}`]));
      });
    expect(unproven).toEqual([]);
  });

  it('proves without a search that an outcome that no rule names is unreachable where only rules choose', () => {
    const [found] = places(ledger, { to: 'valkey', role: 'configuration' });
    expect(found).toMatchObject({ proven: true, answers: [], decided: 0, already: false });
    expect(found?.text).toContain('leads to Valkey: no rule names it');
    const [required] = places(
      { ...ledger, constraints: { require: ['valkey'] } },
      { to: 'valkey', role: 'configuration' },
    );
    expect(required).toMatchObject({ already: true });
  });

  it('finds the changes that lead to one technology', () => {
    const [runtime, ...others] = places(
      { requirements: { security: 'extreme' } },
      { to: 'kata-containers', keep: ['scenario'] },
    );
    expect(others).toEqual([]);
    expect(runtime).toMatchObject({ role: 'runtime', proven: true, distance: { factors: 1, levels: 1 } });
    expect(runtime?.answers.map(({ chosen: ids }) => ids)).toEqual([['kata-containers', 'kubernetes']]);
    expect(runtime?.answers[0]?.conditions.join()).toContain('Performance');
  });

  it('proves that no change leads to a forbidden technology, to one that no place can hold, or to one that is chosen already', () => {
    const forbidden = places({ ...ledger, constraints: { forbid: ['kata-containers'] } }, { to: 'kata-containers' });
    expect(forbidden.map(({ proven, answers, text }) => [proven, answers, text])).toEqual([
      [true, [], expect.stringContaining('forbidden')],
    ]);
    expect(places(ledger, { to: 'kata-containers', role: 'storage' })).toEqual([]);
    const [already] = places(ledger, { to: 'kubevirt' });
    expect(already).toMatchObject({ already: true, proven: true, answers: [], decided: 0 });
  });

  it('finds the changes that lead to a family, and to a realisation of an interface', () => {
    const [runtime, ...others] = places(ledger, { to: 'sandbox' });
    expect([runtime?.role, others]).toEqual(['runtime', []]);
    const families = runtime?.answers.flatMap(({ chosen: ids }) =>
      ids.flatMap((id) => builtin.outcomeById.get(id)?.family ?? []),
    );
    expect(new Set(families)).toContain('sandbox');
    expect(places(ledger, { to: 'virtualisation' })).toMatchObject([{ role: 'runtime', already: true }]);
    const objects = { requirements: { data: ['objects'] }, environment: { location: 'on-premises' } };
    const [storage] = places(objects, { to: 'garage' });
    expect(storage).toMatchObject({ chosen: ['s3'], proven: true });
    const { by = '' } = storage ?? {};
    expect(builtin.realisations.get('s3')).toContain(by);
    expect(by).not.toBe('garage');
    expect(storage?.answers.map(({ title }) => title)).toEqual(['S3 by Garage']);
    expect(storage?.answers[0]?.conditions).toContain('Existing technologies is stated as Garage');
    expect(places(objects, { to: by })).toMatchObject([{ already: true }]);
  });

  it('explains an empty place', () => {
    const [runtime] = places({ requirements: { scenario: 'file-sharing' } }, { role: 'runtime' });
    expect([runtime?.standing, runtime?.chosenTitle]).toEqual(['open', 'open']);
    const [none] = places(ledger, { role: 'acceleration' });
    expect([none?.standing, none?.chosenTitle]).toEqual(['none', 'none can run here']);
  });

  it('offers no factor that is said in other words already, though stating it would change the choice', () => {
    const stating = (accessMode: object): WorkloadInput<AnyVocabulary> => ({
      requirements: { scenario: 'ci-cd', data: [{ name: 'a', need: 'build-artifacts', ...accessMode }] },
      environment: { nodes: 40 },
    });
    const chosen = (workload: WorkloadInput<AnyVocabulary>): unknown =>
      answer(builtin, workload, { asOf }).find(({ role }) => role === 'storage')?.chosen;
    const workload = stating({});
    expect(chosen(stating({ accessMode: 'read-write-once' }))).not.toEqual(chosen(workload));
    const [place] = places(workload, { role: 'storage', keep: ['scenario', 'need'] });
    const changed = place?.answers.flatMap(({ flips }) => flips.flat().map(({ factor }) => factor));
    expect(changed).not.toEqual([]);
    expect(changed).not.toContain('accessMode');
    expect(changed).not.toContain('state');
    const { open } = [decide(workload).stack['storage'] ?? []].flat()[0] ?? { open: [] };
    expect(open.filter(({ factor }) => factor === 'state' || factor === 'accessMode')).toEqual([]);
    // What is stated may change all the same.
    const [stated] = places(stating({ accessMode: 'read-write-once' }), {
      role: 'storage',
      keep: ['scenario', 'need'],
    });
    expect(JSON.stringify(stated?.answers)).toContain('accessMode');
  });

  it('keeps the statements of one item', () => {
    const [own, other] = places(ledger, { role: 'storage', keep: ['data/ledger/need'], most: 500 });
    const factors = (place: WhatIfPlace | undefined): string[] =>
      place?.answers.flatMap(({ flips }) => flips.flat().map(({ factor, of }) => `${of ?? ''} ${factor}`)) ?? [];
    expect(factors(own)).not.toContain('data/ledger need');
    expect(factors(other)).toContain('data/flags need');
  });

  it('reports how far the search came where it is cut short', () => {
    const [runtime] = places(ledger, { to: 'wasmtime', most: 5 });
    expect(runtime).toMatchObject({ proven: false, answers: [], decided: 5, beyond: { factors: 1 } });
  });

  it('refuses unknown names and suggests the nearest', () => {
    for (const options of [{ keep: ['securty'] }, { to: 'kata-container' }]) {
      expect(() => whatIf(builtin, ledger, options)).toThrow(DiagnosticError);
    }
  });

  it('is limited to one place where a role or a data need is named', () => {
    const places = (role: string): string[] =>
      whatIf(builtin, ledger, { asOf, role }).places.map(({ role: id, name }) => [id, name ?? ''].join('/'));
    expect(places('runtime')).toEqual(['runtime/']);
    expect(places('storage')).toEqual(['storage/ledger', 'storage/flags']);
    expect(places('storage/flags')).toEqual(['storage/flags']);
    expect(() => places('storage/flag')).toThrow(/Did you mean `storage\/flags`/);
  });

  it('proposes whole numbers for counts', () => {
    const keep = [...builtin.factors.keys()].filter((id) => id !== 'need' && id !== 'nodes');
    const { places } = whatIf(builtin, ledger, { asOf, role: 'storage/ledger', keep });
    const nodes = places
      .flatMap(({ answers }) => answers.flatMap(({ flips }) => flips.flat()))
      .filter(({ factor }) => factor === 'nodes')
      .map(({ to }) => to);
    expect(nodes.length).toBeGreaterThan(0);
    for (const count of nodes) expect(count).toMatch(/^\d+$/);
  });

  it('leaves the workload as it is', () => {
    const before = structuredClone(ledger);
    whatIf(builtin, ledger, { asOf });
    expect(ledger).toEqual(before);
  });
});
