import type { WrittenDecision, WrittenDecisions, WrittenRule } from './brute-force.js';
import { OUTCOMES, below, divided, pick, type Random, type Sample } from './correct-packages.js';
import { rulesOf, type Domains } from './faults.js';

/** A change of one decision, in place; false where there is nothing to change. */
type Mutation = (random: Random, decision: WrittenDecision, domains: Domains) => boolean;

const anyRule = (random: Random, decision: WrittenDecision): WrittenRule | undefined => pick(random, rulesOf(decision));
/** The list that holds a rule, and its place there. */
function placeOf(decision: WrittenDecision, rule: WrittenRule): { list: WrittenRule[]; at: number } {
  const lists = [
    decision.table?.rules ?? [],
    ...nodesOf(decision).flatMap(({ branches }) => (branches ? [branches] : [])),
  ];
  const list = lists.find((one) => one.includes(rule)) ?? [];
  return { list, at: list.indexOf(rule) };
}
const nodesOf = (decision: WrittenDecision): WrittenRule[] =>
  decision.tree === undefined ? [] : [decision.tree, ...rulesOf(decision)];
const testOf = (random: Random, decision: WrittenDecision, domains: Domains): [WrittenRule, string] | undefined => {
  const tests = rulesOf(decision).flatMap((rule) =>
    Object.keys(rule.when ?? {}).flatMap((id): [WrittenRule, string][] => (id in domains ? [[rule, id]] : [])),
  );
  return tests.length === 0 ? undefined : pick(random, tests);
};
const withoutTest = (when: Record<string, unknown>, factor: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(when).filter(([id]) => id !== factor));
const copyOf = (rule: WrittenRule): WrittenRule => JSON.parse(JSON.stringify(rule)) as WrittenRule;

/** The same answer with other outcomes or figures, in every part of it. */
const changed = (random: Random, answer: unknown): unknown => {
  if (typeof answer === 'number') return answer + 1 + below(random, 3);
  if (typeof answer === 'string')
    return pick(
      random,
      OUTCOMES.filter((id) => id !== answer),
    );
  if (Array.isArray(answer)) return pick(random, [OUTCOMES.slice(0, 2), OUTCOMES.slice(1), ['o1', 'o3']]);
  return Object.fromEntries(
    Object.entries(answer as object).map(([key, value]) => [key, key === 'within' ? value : changed(random, value)]),
  );
};

/** Every kind of fault that is put into packages. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'drop a rule': (random, decision) => {
    const rule = anyRule(random, decision);
    if (rule === undefined) return false;
    const { list, at } = placeOf(decision, rule);
    list.splice(at, 1);
    return list.length > 0;
  },
  'widen a test': (random, decision, domains) => {
    const [rule, factor] = testOf(random, decision, domains) ?? [];
    if (rule?.when === undefined || factor === undefined) return false;
    rule.when = withoutTest(rule.when, factor);
    return true;
  },
  'change a test': (random, decision, domains) => {
    const [rule, factor] = testOf(random, decision, domains) ?? [];
    if (rule?.when === undefined || factor === undefined) return false;
    rule.when = { ...rule.when, [factor]: pick(random, divided(random, factor)) };
    return true;
  },
  'add a test': (random, decision, domains) => {
    const rule = anyRule(random, decision);
    const factor = pick(random, Object.keys(domains));
    if (rule === undefined || factor in (rule.when ?? {})) return false;
    rule.when = { ...rule.when, [factor]: pick(random, divided(random, factor)) };
    return true;
  },
  'change an answer': (random, decision) => {
    const rule = anyRule(random, decision);
    if (rule?.then === undefined) return false;
    rule.then = changed(random, rule.then);
    return true;
  },
  'write a rule twice': (random, decision) => {
    const rule = anyRule(random, decision);
    if (rule === undefined) return false;
    const { list } = placeOf(decision, rule);
    list.push(copyOf(rule));
    return true;
  },
  'answer one condition twice': (random, decision) => {
    const rule = anyRule(random, decision);
    if (rule?.then === undefined) return false;
    const { list, at } = placeOf(decision, rule);
    list.splice(at + 1, 0, { ...copyOf(rule), then: changed(random, rule.then) });
    return true;
  },
  'shadow a rule': (random, decision, domains) => {
    const [rule, factor] = testOf(random, decision, domains) ?? [];
    if (rule?.then === undefined || factor === undefined) return false;
    const { list, at } = placeOf(decision, rule);
    list.splice(at, 0, { when: { [factor]: rule.when?.[factor] }, then: copyOf(rule).then });
    return true;
  },
  'swap two rules': (random, { table }) => {
    if (table === undefined || table.rules.length < 2) return false;
    const at = below(random, table.rules.length - 1);
    table.rules.splice(at, 2, ...table.rules.slice(at, at + 2).reverse());
    return true;
  },
  'remove an else': (_, decision) => {
    if (decision.tree?.then !== undefined) {
      delete decision.tree.then;
      return true;
    }
    const { rules = [] } = decision.table ?? {};
    const last = rules.findIndex(({ when = {} }) => Object.keys(when).length === 0);
    if (last < 0 || rules.length < 2) return false;
    rules.splice(last, 1);
    return true;
  },
  'give one answer everywhere': (random, decision) => {
    const [first, ...others] = rulesOf(decision).filter(({ then }) => then !== undefined);
    if (first === undefined || others.length === 0) return false;
    const some = random() < 0.5 ? others : others.filter(() => random() < 0.5);
    for (const rule of some) rule.then = copyOf(first).then;
    return some.length > 0;
  },
  'stop telling values apart': (random, decision, domains) => {
    const [, factor] = testOf(random, decision, domains) ?? [];
    if (factor === undefined) return false;
    // The answers of rules that differ in this factor alone become the same.
    const byRest = new Map<string, unknown>();
    for (const rule of rulesOf(decision)) {
      const key = JSON.stringify(withoutTest(rule.when ?? {}, factor));
      if (rule.then === undefined) continue;
      if (byRest.has(key)) rule.then = byRest.get(key);
      else byRest.set(key, rule.then);
    }
    return true;
  },
  'split a rule in vain': (random, decision, domains) => {
    const rule = anyRule(random, decision);
    const factor = pick(random, Object.keys(domains));
    if (rule?.then === undefined || factor in (rule.when ?? {})) return false;
    const { list, at } = placeOf(decision, rule);
    const parts = divided(random, factor).map((test) => ({ ...copyOf(rule), when: { ...rule.when, [factor]: test } }));
    list.splice(at, 1, ...parts);
    return true;
  },
};

/** A copy of a package with one fault put into one of its decisions; undefined where that changes nothing. */
export function mutantOf({ decisions, domains }: Sample, mutation: string, random: Random): Sample | undefined {
  const copy = JSON.parse(JSON.stringify(decisions)) as WrittenDecisions;
  const able = Object.values(copy).filter((one) => rulesOf(one).length > 0);
  const decision = pick(random, able);
  const mutate = MUTATIONS[mutation];
  if (!mutate?.(random, decision, domains)) return undefined;
  if (JSON.stringify(copy) === JSON.stringify(decisions)) return undefined;
  return { decisions: copy, domains };
}
