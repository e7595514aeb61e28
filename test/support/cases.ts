import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { ROOT } from './cli.js';

/** A case as written: what is given, what is expected, and a title under `it`. */
export type Case = Readonly<Record<string, unknown>>;

/** How the cases of a file are run. */
export interface CaseTable<Result> {
  /** The keys that state what is given. Each of the required ones is in every case. */
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  /** Computes what the expectations are compared with. `group` is the heading that the case is under. */
  readonly run: (given: Case, group: string) => Result | Promise<Result>;
  /** By key: compares what a case expects under that key with the result. Every case has at least one of these keys. */
  readonly expectations: Readonly<Record<string, (result: Result, expected: unknown) => void>>;
}

/** What is wrong with how a case is written, in words; nothing where it is well formed. */
export function faultsOf(
  one: Case,
  { required = [], optional = [], expectations }: Omit<CaseTable<never>, 'run'>,
): string[] {
  const known = new Set(['it', ...required, ...optional, ...Object.keys(expectations)]);
  return [
    ...Object.keys(one).flatMap((key) => (known.has(key) ? [] : [`unknown key \`${key}\``])),
    ...required.flatMap((key) => (key in one ? [] : [`\`${key}\` is missing`])),
    ...(Object.keys(one).some((key) => key in expectations) ? [] : ['nothing is expected']),
  ];
}

/**
 * Makes a test of every case in test/cases/FILE, a mapping from headings to lists of cases. A case with an unknown key, without a required one or
 * without an expectation fails, so that nothing is written that nothing checks.
 */
export function runCases<Result>(file: string, table: CaseTable<Result>): void {
  const groups = readCases(file);
  describe.each(Object.entries(groups))('%s', (group, cases) => {
    it.each(cases.map((one) => [titleOf(one, table), one] as const))('%s', async (_, one) => {
      expect(faultsOf(one, table)).toEqual([]);
      const result = await table.run(one, group);
      for (const [key, check] of Object.entries(table.expectations)) if (key in one) check(result, one[key]);
    });
  });
}

/** The cases of a file in test/cases, by their headings; there is at least one under each. */
export function readCases(file: string): Record<string, readonly Case[]> {
  const groups = parse(readFileSync(join(ROOT, 'test/cases', file), 'utf8')) as Record<string, readonly Case[]>;
  for (const [group, cases] of Object.entries(groups))
    if (!Array.isArray(cases) || cases.length === 0) throw new Error(`test/cases/${file}: no case under ${group}`);
  return groups;
}

/** The title of a case; without one, what is given. */
function titleOf(one: Case, { required = [], optional = [] }: Pick<CaseTable<never>, 'required' | 'optional'>): string {
  if (typeof one['it'] === 'string') return one['it'];
  const given = [...required, ...optional].flatMap((key) => (key in one ? [[key, one[key]] as const] : []));
  return JSON.stringify(Object.fromEntries(given));
}
