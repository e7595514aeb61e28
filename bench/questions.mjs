// How many questions an interview asks, against asking every factor: over all scenarios and seeded random workloads.
import { loadKnowledge, startInterview } from '../dist/index.js';
import { randomFrom } from '../src/explore/interview/random.js';
import { figure, table } from './lib/report.mjs';

const asOf = '2026-11-23';
const knowledge = loadKnowledge();
const factors = [...knowledge.factors.values()];
const scenarios = [...knowledge.scenarios.keys()];

/**
 * Somebody who knows one workload in full and answers from it; what they do not know, they say.
 * @param {number} seed
 * @param {string} scenario
 * @param {number} unsure the share of questions that they do not know the answer to
 */
function interviewed(seed, scenario, unsure) {
  let random = randomFrom(seed);
  /** @template T @param {readonly T[]} list */
  const one = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
  let interview = startInterview(knowledge, { asOf });
  for (let question = interview.question; question !== undefined; question = interview.question) {
    const { takes, key, replies, examples, preset } = question;
    // What is true of a workload does not depend on when it is asked.
    random = randomFrom(seed + Array.from(key).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7));
    const isSure = random() >= unsure;
    const titles = replies.map(({ value }) => value);
    const several = titles.filter(() => random() < (titles.length > 8 ? 0.15 : 0.4));
    const reply =
      key === 'requirements/scenario'
        ? scenario
        : takes === 'figure'
          ? one(examples)
          : takes === 'one'
            ? one(titles)
            : preset.length > 0 && random() < 0.5
              ? preset
              : several;
    interview = isSure ? interview.reply(reply) : interview.dontKnow();
  }
  const { workload, asked, proven } = interview;
  const items = workload.requirements?.['data'];
  const count = Array.isArray(items) ? items.length : (knowledge.scenarios.get(scenario)?.items?.['data']?.length ?? 0);
  return { asked, all: everyFactor(count), proven };
}

/**
 * The questions when every factor is asked: of the workload once, and of each item.
 * @param {number} items
 */
function everyFactor(items) {
  const general = factors.filter(({ askedOf }) => askedOf.some((section) => section !== 'data'));
  const ofItems = factors.filter(
    ({ id, askedOf, inherited }) => id !== 'need' && askedOf.includes('data') && !inherited,
  );
  return general.length + 1 + items * ofItems.length;
}

/**
 * The expected number of questions, for somebody who knows everything and for somebody who does not.
 * @param {number} each as many workloads for each scenario
 */
function questionRows(each) {
  return [0, 0.2].map((unsure) => {
    const runs = scenarios.flatMap((scenario, n) =>
      Array.from({ length: each }, (_, turn) => interviewed(1000 * turn + n, scenario, unsure)),
    );
    /** @param {(run: (typeof runs)[number]) => number} of */
    const mean = (of) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
    return {
      unsure,
      interviews: runs.length,
      asked: mean(({ asked }) => asked),
      most: Math.max(...runs.map(({ asked }) => asked)),
      all: mean(({ all }) => all),
      ratio: mean(({ asked }) => asked) / mean(({ all }) => all),
      proven: mean(({ proven }) => Number(proven)),
    };
  });
}

/** @returns {import('./lib/report.mjs').Part} */
export function questions() {
  const each = 2;
  const rows = questionRows(each);
  return {
    title: 'Questions of an interview',
    text: `Over all ${scenarios.length} scenarios, ${each} seeded random workloads each, until nothing that is not answered can change what is chosen; against asking
every factor in order, of the workload and of each of its data. The bar is half.

${table(
  ['who', 'questions expected', 'at most', 'every factor in order', 'ratio', 'proven to be enough'],
  rows.map(({ unsure, asked, most, all, ratio, proven }) => [
    unsure === 0 ? 'knows everything' : `does not know ${unsure * 100} %`,
    figure(asked),
    String(most),
    figure(all),
    `**${ratio.toFixed(2)}**`,
    `${(proven * 100).toFixed(0)} %`,
  ]),
)}`,
  };
}
