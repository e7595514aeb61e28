import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseWorkloads, recommend, type AnyRecommendation, type AnyWorkload } from '../../../src/index.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin } from '../../support/decide.js';

const EXAMPLES = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yaml'));

const leversOf = (workload: AnyWorkload) =>
  (recommend(builtin, workload, { asOf, levers: true }) as AnyRecommendation).exploration?.levers ?? [];

type Lever = ReturnType<typeof leversOf>[number];

/** The workload with another value of the factor of a lever. */
function pulled(workload: AnyWorkload, { factor, of, value }: Lever): AnyWorkload {
  const changed = structuredClone(workload) as {
    requirements?: Record<string, unknown>;
    environment?: Record<string, unknown>;
  };
  if (of !== undefined) {
    const [collection = '', name] = of.split('/');
    const items = changed.requirements?.[collection] as Record<string, unknown>[];
    const item = items.find((one) => (one['name'] ?? one['need']) === name);
    if (item !== undefined) item[factor] = value;
  } else if (changed.environment?.[factor] !== undefined) changed.environment[factor] = value;
  else if (changed.requirements !== undefined) changed.requirements[factor] = value;
  return changed as AnyWorkload;
}

describe('The levers of an answer', () => {
  it.each(EXAMPLES)('to %s change the choice as they say', (file) => {
    const [workload = {} as AnyWorkload] = parseWorkloads(builtin, readFileSync(join(ROOT, 'examples', file), 'utf8'));
    const now = recommend(builtin, workload, { asOf }) as AnyRecommendation;
    const chosen = (of: AnyRecommendation, { role, name }: Lever): string[] | undefined =>
      [of.stack[role] ?? []]
        .flat()
        .find((answer) => answer.name === name)
        ?.chosen.map(({ id }) => id)
        .sort();
    const levers = leversOf(workload);
    for (const lever of levers) {
      const there = recommend(builtin, pulled(workload, lever), { asOf }) as AnyRecommendation;
      expect(chosen(there, lever), JSON.stringify(lever)).toEqual([...lever.chosen].sort());
      const others = chosen(now, lever);
      // A lever may determine which of several answers it is.
      if (String(others) === String([...lever.chosen].sort())) {
        expect([now.stack[lever.role] ?? []].flat().some(({ guide }) => guide.anyOf !== undefined)).toBe(true);
      }
    }
  });

  it('leave what the workload is', () => {
    const [workload = {} as AnyWorkload] = parseWorkloads(
      builtin,
      readFileSync(join(ROOT, 'examples/payments-ledger.yaml'), 'utf8'),
    );
    const factors = new Set(leversOf(workload).map(({ factor }) => factor));
    expect([...factors]).toContain('security');
    for (const defining of ['scenario', 'need', 'state']) expect([...factors]).not.toContain(defining);
  });

  it('go no further than the nearest level in each direction', () => {
    const requirements = { scenario: 'financial-trading', security: 'extreme', performance: 'high' };
    const workload: AnyWorkload = { apiVersion: 'whichstack/v1', kind: 'Workload', requirements };
    const values = leversOf(workload).flatMap(({ factor, role, value }) =>
      factor === 'security' && role === 'runtime' ? [value] : [],
    );
    expect(values).toEqual(['medium']);
  });
});
