import { expect, it } from 'vitest';
import { DiagnosticError, verify, type ProblemReport } from '../../src/index.js';
import { randomFrom } from '../../src/explore/interview/random.js';
import { asOf } from '../support/decide.js';
import { Faults } from '../support/faults.js';
import { documentsOf, FORMS, sampleOf, type Random, type Sample } from '../support/correct-packages.js';
import { mutantOf, MUTATIONS } from '../support/mutants.js';
import { compiled } from '../support/packages.js';
import { thorough } from '../support/thorough.js';

/** What is reported of a package, but notes and what its vocabulary leaves unused. */
const reported = (sample: Sample): ProblemReport[] =>
  verify(compiled(documentsOf(sample)), { lang: 'en', asOf }).verification.problems.filter(
    ({ severity, code }) => severity !== 'note' && code !== 'unused-factor',
  );

/** What trying every input says of a package and `check` does not, and the other way round. */
function differences(sample: Sample): string[] {
  const faults = new Faults(sample.decisions, sample.domains).all();
  const problems = reported(sample);
  const missed = faults.filter(
    ({ codes, decision, factor, optional }) =>
      optional !== true &&
      !problems.some(
        (one) =>
          codes.includes(one.code) &&
          (decision === undefined || one.decision?.split('.')[0] === decision) &&
          (factor === undefined || one.factor === factor || one.code === 'redundant'),
      ),
  );
  const known = new Set(faults.flatMap(({ codes }) => codes));
  const invented = problems.filter(({ code }) => !known.has(code));
  return [
    ...missed.map(({ kind, decision = '', factor = '' }) => `missed: ${kind} ${decision} ${factor}`),
    ...invented.map(({ message }) => `invented: ${message}`),
  ];
}

/** The faults of a package that must be reported. */
const faultsOf = ({ decisions, domains }: Sample): unknown[] =>
  new Faults(decisions, domains).all().filter(({ optional }) => optional !== true);

/** A package of a form without any fault. */
function correct(form: string, random: Random): Sample {
  for (let tries = 0; tries < 500; tries++) {
    const sample = sampleOf(form, random);
    if (Object.keys(sample.domains).length > 1 && faultsOf(sample).length === 0) return sample;
  }
  throw new Error(`no correct package of ${form}`);
}

const BASES = thorough ? 20 : 1;
/** At least so many mutants with a fault must be tried over all forms. */
const MIN_FAULTY = thorough ? 2000 : 100;
/** By mutation: how many mutants with a fault were tried. */
const tried = new Map(Object.keys(MUTATIONS).map((mutation) => [mutation, 0]));

it.each(Object.keys(FORMS))(
  'Every fault that is put into packages is found, and no other (%s)',
  { timeout: 600_000 },
  (form) => {
    const random = randomFrom(1 + Object.keys(FORMS).indexOf(form));
    const wrong: string[] = [];
    let faulty = 0;
    for (let n = 0; n < BASES; n++) {
      const base = correct(form, random);
      expect(reported(base).map(({ message }) => message)).toEqual([]);
      for (const mutation of Object.keys(MUTATIONS)) {
        const mutant = mutantOf(base, mutation, random);
        if (mutant === undefined) continue;
        if (faultsOf(mutant).length > 0) {
          faulty++;
          tried.set(mutation, (tried.get(mutation) ?? 0) + 1);
        }
        for (const one of differences(mutant)) wrong.push(`${mutation}: ${one}\n${JSON.stringify(mutant.decisions)}`);
      }
    }
    expect(wrong).toEqual([]);
    // Some forms can hardly be faulty; without any fault, nothing would be tried.
    expect(faulty).toBeGreaterThan(BASES);
  },
);

it('Enough faults are put into packages, of every kind', () => {
  const counts = [...tried.values()];
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(MIN_FAULTY);
  if (thorough) expect([...tried].filter(([, count]) => count === 0)).toEqual([]);
});

it('A name that does not exist and a unit of another dimension are refused wherever they are put', () => {
  const random = randomFrom(7);
  for (const form of Object.keys(FORMS)) {
    const sample = correct(form, random);
    const written = JSON.stringify(sample.decisions);
    const wrongs = [
      ...['o1', 'o2', 'o3', 'l1', 'x'].map((id) => written.replace(`"${id}"`, `"${id}-not-there"`)),
      ...Object.keys(sample.domains).map((id) => written.replace(`"${id}":`, `"${id}-not-there":`)),
      written.replace(/"(below|atLeast|atMost|above)":(\d)/, '"$1":"$2 parsecs"'),
    ].filter((one) => one !== written);
    for (const wrong of wrongs) {
      const decisions = JSON.parse(wrong) as Sample['decisions'];
      expect(() => compiled(documentsOf({ ...sample, decisions })), wrong).toThrow(DiagnosticError);
    }
  }
});
