import type { QuestionCount } from '../../language/schema/results/verification.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { startInterview, type AnyInterview } from './interview.js';
import type { InterviewQuestion } from '../../language/schema/results/interview.js';
import { randomFrom } from './random.js';
import { ownPart } from '../../language/get-or-insert.js';

/** As many interviews are held where the best way is not worked out. */
const SIMULATED_INTERVIEWS = 4;
/** The best way is worked out where it takes no more points than these; with more questions than these it takes more. */
const MAX_EXACT_STATES = 20_000;
const MAX_EXACT_QUESTIONS = 10;

/**
 * How many questions an interview takes that begins with nothing, against asking every factor: worked out for a small package; else, if an estimate is wanted, counted over
 * a few drawn workloads, the same each time, whose owners know every answer. Undefined where only an estimate could be given and none is wanted, since it takes long.
 */
export function expectedQuestions(
  knowledge: KnowledgeBase,
  asOf: string,
  isEstimateWanted: boolean,
): QuestionCount | undefined {
  const start = startInterview(knowledge, { asOf });
  const { expected: before } = start;
  const isSmall = !before.exact && before.atMost <= MAX_EXACT_QUESTIONS;
  const { expected } = isSmall ? startInterview(knowledge, { asOf, exactly: MAX_EXACT_STATES }) : start;
  if (expected.exact) {
    return {
      exact: true,
      expected: round(expected.questions),
      most: expected.most,
      inOrder: questionsForAllFactors(start, knowledge),
    };
  }
  if (!isEstimateWanted) return undefined;
  // A point of an interview never changes, so all begin with the same one.
  const ends = Array.from({ length: SIMULATED_INTERVIEWS }, (_, n) => simulateInterview(start, randomFrom(n)));
  const mean = (of: (end: AnyInterview) => number): number =>
    round(ends.reduce((sum, end) => sum + of(end), 0) / ends.length);
  return {
    exact: false,
    interviews: SIMULATED_INTERVIEWS,
    proven: ends.filter(({ proven }) => proven).length,
    expected: mean(({ asked }) => asked),
    most: expected.atMost,
    inOrder: mean((end) => questionsForAllFactors(end, knowledge)),
  };
}

const round = (questions: number): number => Math.round(questions * 100) / 100;

function simulateInterview(start: AnyInterview, random: () => number): AnyInterview {
  let interview = start;
  for (let question = interview.question; question !== undefined; question = interview.question) {
    interview = interview.reply(drawReply(question, random));
  }
  return interview;
}

function drawReply({ takes, replies, examples, preset }: InterviewQuestion, random: () => number): unknown {
  const values = takes === 'figure' ? examples : replies.map(({ value }) => value);
  const one = values[Math.floor(random() * values.length)];
  if (takes !== 'many') return one;
  // Mostly a member or two are true of a set.
  return preset.length > 0 ? preset : [...new Set([one, values[Math.floor(random() * values.length)]])];
}

/** How many questions there are when every factor is asked: of the workload, and of each item that it lists in the end. */
function questionsForAllFactors({ workload }: AnyInterview, { factors, collections }: KnowledgeBase): number {
  const all = [...factors.values()];
  const general = all.filter(({ askedOf }) => askedOf.some((section) => !collections.has(section)));
  const lists = [...collections.values()].map(({ id, key }) => {
    const listed: unknown = ownPart(workload.requirements, id);
    const items = Array.isArray(listed) ? listed.length : 0;
    const own = all.filter((factor) => factor.id !== key && factor.inherited !== true && factor.askedOf.includes(id));
    return 1 + items * own.length;
  });
  return lists.reduce((sum, count) => sum + count, general.length);
}
