import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWorkloads, type KnowledgeBase, type AnyVocabulary, type WorkloadInput } from '../../../src/index.js';
import { encode, ownersOf } from '../../../src/decide/inputs/inputs.js';
import { readInput } from '../../../src/report/recommend.js';
import { rolesWithForcedChoice } from '../../../src/explore/variants/forced-choices.js';
import { itemKey, InputState } from '../../../src/explore/variants/input-state.js';
import { changeOf } from '../../../src/explore/variants/question.js';
import { reachableOutcomes } from '../../../src/decide/stack/role-interactions.js';
import { randomFrom } from '../../../src/explore/interview/random.js';
import { placeKey } from '../../../src/explore/variants/choice.js';
import { WorkloadVariants } from '../../../src/explore/variants/workload-variants.js';
import { programOf } from '../../../src/program/ir/lower.js';
import { ROOT } from '../../support/cli.js';
import { asOf, builtin } from '../../support/decide.js';
import { factPackages, HOSTS, OF_ENVIRONMENT, REPLIES, STORES } from '../../support/fact-packages.js';
import { runs, thorough } from '../../support/thorough.js';

/** Decides for random changes one after the other, so that much is remembered, and holds each to a decision of its own; says how many conflicts there were. */
function hold(knowledge: KnowledgeBase, workload: WorkloadInput<AnyVocabulary>, seed: number, times: number): number {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const program = programOf(knowledge);
  const variants = new WorkloadVariants(program, readInput(knowledge, workload, { asOf }), asOf);
  const reach = new Map(program.roles.map((role) => [role, reachableOutcomes(role, program, variants.workload)]));
  let conflicts = 0;
  for (let n = 0; n < times; n++) {
    let changes = variants.unchanged;
    for (let more = Math.floor(random() * 4); more > 0; more--) {
      const { items } = variants.inputs(changes);
      const question = pick([...variants.questions.general, ...items.flatMap((one) => variants.questions.of(one))]);
      if (question === undefined) continue;
      const now = changes.get(question) ?? variants.defaultReply(question, changes);
      const reply = pick(variants.questions.moves(question, now))?.reply;
      if (reply !== undefined) changes = changes.with(changeOf(question, reply));
    }
    const { places } = variants.decide(changes);
    const about = JSON.stringify([...changes].map((one) => [one.question.key, one.reply.value]));
    if (places.some((one) => one.conflicts.length > 0)) conflicts++;
    for (const { role, item, pick: picked } of random() < 0.5 ? places : places.toReversed()) {
      const key = placeKey(role.id, item?.name);
      const { combo = [], members = [] } = picked?.ranked.candidate ?? {};
      expect(
        [...combo, ...members].filter((id) => !reach.get(role)?.has(id)),
        about,
      ).toEqual([]);
      const ways = [() => variants.tracked(changes, key).choice, () => variants.choice(changes, key)];
      for (const choose of random() < 0.5 ? ways : ways.toReversed())
        expect([key, choose().id], about).toEqual([key, picked?.ranked.candidate.id ?? '']);
    }
    expect(variants.tracked(changes, 'nowhere').choice.exists).toBe(false);
  }
  return conflicts;
}

/** What some inputs give, in codes, of the workload and of its items. */
const codesOf = (knowledge: KnowledgeBase, inputs: Parameters<typeof encode>[0]): unknown => {
  const { codes, items } = encode(inputs, programOf(knowledge));
  return [[...codes], [...items].map(([id, list]) => [id, list.map((one) => [...one])])];
};

describe('A cached decision of another variant', () => {
  const folder = join(ROOT, 'examples');
  const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  it.each(examples)('equals a new decision: %s', (name) => {
    const [workload = {}] = parseWorkloads(builtin, readFileSync(join(folder, name), 'utf8'));
    hold(builtin, workload, 1, thorough ? 100 : 10);
  });

  it('equals a new decision, on random packages whose choices exclude one another', () => {
    let [conflicts, certain] = [0, 0];
    const required = fc.subarray([...HOSTS, ...STORES], { maxLength: 2 });
    const stated = fc.record(
      Object.fromEntries(Object.entries(REPLIES).map(([id, list]) => [id, fc.constantFrom(...list)])),
    ) as fc.Arbitrary<Record<string, unknown>>;
    fc.assert(
      fc.property(factPackages, stated, required, fc.nat(), (knowledge, replies, require, seed) => {
        const of = (isOfEnvironment: boolean): Record<string, unknown> =>
          Object.fromEntries(
            Object.entries(replies).filter(
              ([id, value]) => value !== undefined && OF_ENVIRONMENT.includes(id) === isOfEnvironment,
            ),
          );
        const workload = {
          requirements: of(false),
          environment: of(true),
          constraints: { require },
        };
        certain += rolesWithForcedChoice(programOf(knowledge), readInput(knowledge, workload, { asOf })).size;
        conflicts += hold(knowledge, workload, seed, 20);
      }),
      runs(200, 20),
    );
    expect(conflicts).toBeGreaterThan(10);
    expect(certain).toBeGreaterThan(0);
  });

  it('gives at a point what is gathered for its changes', () => {
    const program = programOf(builtin);
    const workload = readInput(
      builtin,
      { requirements: { scenario: 'ci-cd', data: ['oltp'], startup: '5s' } },
      { asOf },
    );
    const variants = new WorkloadVariants(program, workload, asOf);
    const base = variants.inputs(variants.unchanged);
    const questions = [...variants.questions.general, ...base.items.flatMap((one) => variants.questions.of(one))];
    const codesAt = (point: InputState, item: string): number[] =>
      program.variables.map((one) => point.code(item, one));
    for (const question of questions) {
      // A factor that creates items, or that two sections state, is never changed in an input state.
      const isInBothSections = ['requirements', 'environment'].every((one) => question.factor.askedOf.includes(one));
      if (variants.createsItems(question) || isInBothSections) continue;
      for (const { reply } of variants.questions.moves(question, variants.defaultReply(question, variants.unchanged))) {
        const point = InputState.of(program, base).with(changeOf(question, reply));
        const gathered = variants.inputs(variants.unchanged.with(changeOf(question, reply)));
        expect(codesOf(builtin, point.inputs())).toEqual(codesOf(builtin, gathered));
        const encoded = encode(gathered, program);
        expect(codesAt(point, '')).toEqual([...encoded.codes]);
        for (const [own, item] of ownersOf(encoded.items, gathered.items))
          expect(codesAt(point, itemKey(item))).toEqual([...own]);
      }
    }
  });
});
