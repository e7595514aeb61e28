import {
  answer,
  decisionMap,
  decisionOf,
  diffKnowledge,
  explore,
  recommend,
  startInterview,
  tableFromCsv,
  verify,
  whatIf,
  type AnyVocabulary,
  type KnowledgeBase,
  type Workload,
} from '../../src/index.js';
import type { Findings } from './findings.js';
import { pick, type Random } from './mutate.js';
import { ODD_VALUES } from './odd-values.js';

const ODD_TEXTS = ODD_VALUES.filter((value) => typeof value === 'string');
const ODD_NUMBERS = ODD_VALUES.filter((value) => typeof value === 'number');

/** Calls a public function with options of the right types and odd values. */
export function tryOptions(
  knowledge: KnowledgeBase,
  workload: Workload<AnyVocabulary>,
  found: Findings,
  random: Random,
): void {
  const text = (): string => pick(ODD_TEXTS, random);
  const number = (): number => pick(ODD_NUMBERS, random);
  const name = (): string =>
    random() < 0.5
      ? text()
      : pick([...knowledge.factors.keys(), ...knowledge.outcomes.map(({ id }) => id), 'x'], random);
  const role = (): string => (random() < 0.5 ? text() : pick([...knowledge.roles.map(({ id }) => id), 'x'], random));
  const all = {
    asOf: text,
    lang: text,
    whyNot: () => [name(), name()],
    keep: () => [name()],
    to: name,
    role,
    most: () => Math.min(number(), 3),
    attempts: () => Math.min(number(), 3),
    exactly: () => Math.min(number(), 3),
    x: name,
    y: name,
    priors: () => ({ [name()]: { [text()]: number() } }),
  };
  const usual = { asOf: '2026-11-23', brief: true, most: 1, attempts: 1, x: name(), y: name() };
  const options = {
    ...usual,
    ...Object.fromEntries(Object.entries(all).flatMap(([key, make]) => (random() < 0.2 ? [[key, make()]] : []))),
  } as never;
  const calls: Readonly<Record<string, () => unknown>> = {
    recommend: () => recommend(knowledge, workload, options).id,
    answer: () => answer(knowledge, workload, options),
    whatIf: () => whatIf(knowledge, workload, options),
    explore: () => explore(knowledge, workload, options),
    decisionMap: () => decisionMap(knowledge, workload, options),
    startInterview: () => startInterview(knowledge, options).reply(text()),
    diffKnowledge: () => diffKnowledge(knowledge, knowledge, [{ file: text(), workload }], options),
    verify: () => verify(knowledge, { lang: 'en', asOf: text() }),
    decisionOf: () => decisionOf(knowledge, name())({ [name()]: text(), [name()]: number() }),
    tableFromCsv: () =>
      tableFromCsv(`${name()},outcome\r\n${text()},${name()}\r\n`, {
        knowledge,
        id: text(),
        each: name(),
        hitPolicy: text() as never,
      }),
  };
  const [what, call] = pick(Object.entries(calls), random);
  // Of the built-in knowledge, a check takes too long.
  if (what !== 'verify' || knowledge.factors.size < 20) found.attempt(`${what} with odd options`, call);
}
