import { expect, it } from 'vitest';
import { verify } from '../../src/index.js';
import { asOf, builtin } from '../support/decide.js';

const { verification } = verify(builtin, { lang: 'en', asOf });
const ofCode = (code: string): typeof verification.problems => verification.problems.filter((one) => one.code === code);

it.each(['technology-incomplete', 'omits-contradicted', 'dated-by-reading'])(
  'the built-in knowledge has no problem of the kind %s, acknowledged or not',
  (code) => {
    expect(ofCode(code).map(({ message }) => message)).toEqual([]);
  },
);

it('every figure of the built-in knowledge whose age is unknown is acknowledged by its work', () => {
  const undated = ofCode('undated-figure');
  expect(undated.filter(({ acknowledged }) => acknowledged === undefined).map(({ message }) => message)).toEqual([]);
  for (const { source } of undated) expect(builtin.references.get(source ?? '')?.date).toBeUndefined();
});

it('everything that the built-in knowledge states of a technology has a source that is listed', () => {
  const cited = [...builtin.technologies.values()].flatMap(({ id, facts = [], lifecycle = [], hazards = [] }) =>
    [facts, lifecycle, hazards].flat().map(({ source }) => ({ id, source })),
  );
  expect(cited.length).toBeGreaterThan(1000);
  expect(cited.filter(({ source }) => !builtin.references.has(source))).toEqual([]);
});

it('every technology of the built-in knowledge has each part or the reason why not, and never both', () => {
  for (const {
    id,
    facts = [],
    lifecycle = [],
    needs = [],
    hazards = [],
    omits = {},
  } of builtin.technologies.values()) {
    const has = {
      licence: facts.some(({ attribute }) => attribute === 'licence'),
      lifecycle: lifecycle.length > 0,
      needs: needs.length > 0,
      hazards: hazards.length > 0,
    };
    for (const [part, given] of Object.entries(has))
      expect(given, `${id} ${part}`).toBe(omits[part as keyof typeof has] === undefined);
  }
});
