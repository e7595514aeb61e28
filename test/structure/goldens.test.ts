import { expect, it } from 'vitest';
import { ranWhole } from '../support/golden.js';

it('Expected outputs are called stale only where every test ran to its end', () => {
  const passed = { mode: 'run', result: { state: 'pass' } };
  const file = (...tasks: Parameters<typeof ranWhole>[0][]): boolean => ranWhole({ mode: 'run', tasks });
  expect(file(passed, passed)).toBe(true);
  expect(file(passed, { mode: 'skip' })).toBe(false);
  expect(file(passed, { mode: 'run', tasks: [passed, { mode: 'run', result: { state: 'fail' } }] })).toBe(false);
});
