import fc from 'fast-check';
import { AGGREGATES, HIT_POLICIES, needsAggregate } from '../../src/language/outputs/hit-policies/registry.js';
import { areOutcomes, OUTPUT_KINDS } from '../../src/language/outputs/values.js';
import { describe, expect, it } from 'vitest';
import type { ProblemView as Problem } from '../../src/check/rules/problem.js';
import { witnessOf } from '../../src/check/geometry/region.js';
import { NO_RESULT } from '../../src/program/eval/evaluation.js';
import { ruleOutput } from '../../src/program/eval/interpreter.js';
import type { ProgramRule } from '../../src/program/ir/program.js';
import { hitPolicies } from '../support/hit-policies.js';
import { runs } from '../support/thorough.js';
import {
  deepDecisions,
  FIGURES,
  RANKED,
  INPUTS,
  INPUTS_WITH_THINGS,
  packageOf,
  plainDecisions,
  treeDecisions,
} from '../support/provable.js';
import { answered, ids, Subject, type Tried } from '../support/subject.js';

/** Compares with every input tried where a decision is reported to have no result, to conflict, or to have rules that never hit. */
function holdInputs(subject: Subject): void {
  const { tried } = subject;
  const outputs = [0, 1] as const;
  const reported = (code: Problem['code'], output: number, one: Tried): boolean =>
    subject
      .of(code)
      .some(({ output: of, where = [] }) => (of ?? output) === output && where.some((box) => subject.holds(box, one)));

  for (const one of tried) {
    const about = JSON.stringify(one.stated);
    const conflict = (output: number): boolean => {
      const { answer, hits } = one.results[output] ?? NO_RESULT;
      return answer === null && hits.length > 0;
    };
    // A rule that masks another of a unique table overlaps it, and only the mask is reported; but a decision that it delegates to may have no result for some of those inputs.
    const { body } = subject.decision;
    const unique = body.form === 'table' && body.policy.id === 'unique';
    const isReported = (code: Problem['code']): boolean => outputs.some((output) => reported(code, output, one));
    const isConflict = outputs.some(conflict);
    if (isConflict)
      expect(isReported('overlap') || (unique && isReported('masked')), `contradiction at ${about}`).toBe(true);
    else {
      expect(isReported('overlap'), `no contradiction at ${about}`).toBe(false);
      const isPlain = body.form === 'table' && body.rules.every((rule) => subject.isPlain(rule));
      if (unique && isPlain) expect(isReported('masked'), `nothing in the shadow at ${about}`).toBe(false);
    }
    if (!subject.isWhole(one)) continue;
    for (const output of outputs) {
      const ever = tried.some(
        ({ results }) => results[output]?.answer != null || (results[output]?.hits.length ?? 0) > 0,
      );
      if (!ever) continue;
      expect(reported('gap', output, one), `gap of ${String(output)} at ${about}`).toBe(
        one.results[output]?.answer === null && !conflict(output),
      );
    }
  }

  const hits = ids(tried.flatMap(({ hit }) => hit));
  const below = (node: ProgramRule): ProgramRule[] => (node.branches ?? []).flatMap((one) => [one, ...below(one)]);
  // Where a branch never fires, those below it are not reported again.
  const dead = subject.rules.filter(({ id }) => !hits.has(id));
  const hanging = new Set(dead.flatMap(below));
  expect(subject.rulesOf('unreachable')).toEqual(ids(dead.filter((rule) => !hanging.has(rule))));
}

/** Compares where the union of a decision is no known combination, by output, with where that is reported. */
function holdUnited(subject: Subject): void {
  const { combinations } = subject.program.knowledge;
  const known = new Set([...combinations.values()].flat().map((set) => [...set].sort().join(' ')));
  for (const one of subject.tried) {
    for (const [output, { answer, hits }] of one.results.entries()) {
      const own = new Set(hits.flatMap((hit) => hit.answer.map(String)));
      const sets = answer !== null && areOutcomes(answer) ? answer : [];
      const odd = sets.some((set) => set.length > 1 && !own.has(String(set)) && !known.has(set.join(' ')));
      const reported = subject
        .of('ambiguous')
        .some(({ output: of, where = [] }) => of === output && where.some((box) => subject.holds(box, one)));
      expect(reported, `two answers at ${JSON.stringify(one.stated)}`).toBe(odd);
    }
  }
}

function holdToBruteForce(subject: Subject): void {
  const { table: body, decision, tried } = subject;
  const outputs = [0, 1] as const;
  holdInputs(subject);
  if (body.policy.aggregate === 'union') holdUnited(subject);
  const hits = ids(tried.flatMap(({ hit }) => hit));
  const withResult = ids(
    tried.flatMap((one) =>
      one.hit.filter((rule) => outputs.some((o) => ruleOutput(one.evaluation, decision, rule, o).answer !== null)),
    ),
  );
  const decides = ids(tried.flatMap((one) => outputs.flatMap((output) => subject.deciding(one, output))));
  const shadowed = ids(body.rules.filter(({ id }) => withResult.has(id) && !decides.has(id)));
  // In a `unique` table, a rule that another masks is reported with it.
  // A decision that a rule delegates to may have no result for every input that reaches the rule.
  const silenced = subject.of(
    'masked',
    'delegate-has-no-result',
    ...(body.policy.id === 'unique' ? (['overlap'] as const) : []),
  );
  const masked = ids(silenced.flatMap(({ rules = [] }) => (body.policy.id === 'unique' ? rules : rules.slice(0, 1))));
  for (const id of shadowed) expect(masked).toContain(id);
  for (const id of subject.rulesOf('masked')) expect([hits.has(id), decides.has(id)]).toEqual([true, false]);

  const removable = (...rules: ProgramRule[]): boolean => {
    const less = subject.without(rules);
    return tried.every((one) => answered(subject.try(one.stated, less)) === answered(one));
  };
  const redundant = subject.rulesOf('redundant');
  const plain = body.rules.every((other) => subject.isPlain(other));
  const asks = body.rules.some(({ ask }) => ask !== undefined);
  if (body.policy.relevantHits === 1) {
    for (const rule of body.rules) {
      if (redundant.has(rule.id)) expect(removable(rule), `${rule.id} is redundant`).toBe(true);
      else if ((plain || !asks) && decides.has(rule.id))
        expect(removable(rule), `${rule.id} is not redundant`).toBe(false);
    }
  } else {
    const out = body.rules.filter(({ id }) => redundant.has(id));
    expect(removable(...out), `${[...redundant].join()} can be left out together`).toBe(true);
    for (const rule of body.rules) {
      if (decides.has(rule.id) && !redundant.has(rule.id))
        expect(removable(...out, rule), `${rule.id} is not redundant`).toBe(false);
    }
  }

  // What a table does not read, its delegates may.
  for (const { factor = '' } of body.rules.every((rule) => subject.isPlain(rule))
    ? subject.of('irrelevant-factor')
    : []) {
    const byRest = new Map<string, string>();
    for (const one of tried) {
      if (one.stated[factor] === undefined) continue;
      const rest = JSON.stringify({ ...one.stated, [factor]: null });
      expect(byRest.get(rest) ?? answered(one)).toBe(answered(one));
      byRest.set(rest, answered(one));
    }
  }

  holdWitnesses(subject);
}

/** Leaves out the branches that are reported to change nothing, and then each other one that fires as well. */
function holdBranches(subject: Subject): void {
  const { program, decision, tried } = subject;
  const { body } = decision;
  if (body.form !== 'tree') throw new Error('no tree');
  const reported = subject.of('redundant').flatMap(({ rules: [rule] = [] }) => rule ?? []);
  const changes = (out: readonly ProgramRule[]): boolean => {
    const left = (node: ProgramRule): ProgramRule => ({
      ...node,
      branches: (node.branches ?? []).filter((one) => !out.includes(one)).map(left),
    });
    const less = { ...decision, body: { ...body, root: left(body.root) } };
    const without = { ...program, decisions: program.decisions.with(decision.number, less) };
    return tried.some((one) => answered(subject.try(one.stated, without)) !== answered(one));
  };
  expect(changes(reported), `${[...ids(reported)].join()} change nothing`).toBe(false);
  const fired = new Set(tried.flatMap(({ hit }) => hit));
  const below = (node: ProgramRule): ProgramRule[] => [node, ...(node.branches ?? []).flatMap(below)];
  const out = new Set(reported.flatMap(below));
  for (const rule of subject.rules.slice(1)) {
    if (fired.has(rule) && !out.has(rule))
      expect(changes([...reported, rule]), `${rule.id} changes something`).toBe(true);
  }
}

/** Tries what is given as a witness of each problem. */
function holdWitnesses(subject: Subject): void {
  for (const { code, rules = [], witness, output } of subject.of(
    'gap',
    'overlap',
    'masked',
    'redundant',
    'ambiguous',
    'empty-intersection',
  )) {
    expect(witness, code).toBeDefined();
    if (witness === undefined) continue;
    const one = subject.try(witnessOf(witness, subject.program.knowledge).stated);
    const about = `${code} of ${rules.map(({ id }) => id).join()} at ${JSON.stringify(one.stated)}`;
    const results = output === undefined ? one.results : one.results.slice(output, output + 1);
    const named = [...ids(rules)];
    if (code === 'gap')
      expect(
        results.some(({ answer, hits: by }) => answer === null && by.length === 0),
        about,
      ).toBe(true);
    else if (code === 'empty-intersection')
      expect(
        results.some(({ answer }) => answer?.length === 0),
        about,
      ).toBe(true);
    else if (code === 'overlap') {
      expect([...ids(one.hit)], about).toContain(named[0]);
      expect(
        one.hit.some(({ id }) => named.slice(1).includes(id)),
        about,
      ).toBe(true);
      expect(
        results.some(({ answer, hits: by }) => answer === null && by.length > 0),
        about,
      ).toBe(true);
    } else if (code === 'ambiguous') {
      const behind = results.flatMap(({ hits: by }) => by.map(({ rule }) => rule));
      expect([...ids(behind)], about).toEqual(expect.arrayContaining(named));
    } else expect([...ids(one.hit)], about).toContain(named[0]);
  }
}

/** Every hit policy, with each kind of outputs that it takes. */
const POLICIES = hitPolicies().flatMap(({ id, aggregate, takes = OUTPUT_KINDS, ordersByValues, counts }) => {
  const [name, policy] = [aggregate ?? id, { hitPolicy: id, ...(aggregate !== undefined && { aggregate }) }];
  if (ordersByValues === true) return [{ name, options: { ...policy, outputs: RANKED } }];
  return [
    // What is counted is no outcome, which a role could take.
    ...(takes.includes('outcome') && counts !== true ? [{ name, options: policy }] : []),
    ...(takes.includes('quantity') ? [{ name: `${name} of figures`, options: { ...policy, outputs: FIGURES } }] : []),
  ];
});

it('There are random tables of every hit policy and aggregate', () => {
  const tried = new Set(
    POLICIES.map(({ options: { hitPolicy, ...rest } }) => ('aggregate' in rest ? rest.aggregate : hitPolicy)),
  );
  const entries = [...HIT_POLICIES.filter((policy) => !needsAggregate(policy)), ...AGGREGATES];
  expect(entries.filter((name) => !tried.has(name))).toEqual([]);
});

describe.each(POLICIES)('The problems of random tables ($name)', ({ options }) => {
  it('are those of an exhaustive search where rules test factors alone', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(plainDecisions(options), (decisions) => {
        holdToBruteForce(new Subject(packageOf(decisions), INPUTS));
      }),
      runs(40, 2),
    );
  });

  it('are those of an exhaustive search where rules test other decisions and items', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(deepDecisions(options), (decisions) => {
        holdToBruteForce(new Subject(packageOf(decisions), INPUTS_WITH_THINGS));
      }),
      runs(40, 2),
    );
  });
});

describe('The problems of random trees', () => {
  it('are those of an exhaustive search', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(treeDecisions, (decisions) => {
        const subject = new Subject(packageOf(decisions), INPUTS_WITH_THINGS);
        holdInputs(subject);
        holdUnited(subject);
        holdWitnesses(subject);
        holdBranches(subject);
      }),
      runs(80, 4),
    );
  });
});
