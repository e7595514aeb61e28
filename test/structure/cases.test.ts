import { describe, expect, it } from 'vitest';
import { faultsOf } from '../support/cases.js';

const table = { required: ['given'], optional: ['on'], expectations: { chosen: () => undefined } };

describe('a case', () => {
  it('is well formed where all its keys are known and something is expected', () => {
    expect(faultsOf({ it: 'chooses a', given: 1, on: 2, chosen: 'a' }, table)).toEqual([]);
  });

  it.each([
    [{ given: 1, chosen: 'a', chozen: 'b' }, 'unknown key `chozen`'],
    [{ chosen: 'a' }, '`given` is missing'],
    [{ given: 1 }, 'nothing is expected'],
  ])('%j fails', (one, fault) => {
    expect(faultsOf(one, table)).toEqual([fault]);
  });
});
