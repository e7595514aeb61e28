import { decideInputs, type Asked, type Decision } from '../decide/decide.js';
import { gather, type Given, type GivenItem, type Inputs } from '../decide/inputs.js';
import type { Statement } from '../language/statement.js';
import type { Program } from '../program/program.js';
import { isNothing, NOTHING, questionKey, Questions, type Question, type Reply } from './question.js';
import { Run } from './run.js';

/** Another reply to a question than the workload gives. */
export interface Change {
  readonly question: Question;
  readonly reply: Reply;
}

/** Changes by the key of the question. */
export type Changes = ReadonlyMap<string, Change>;

export const UNCHANGED: Changes = new Map();

/** A workload, and what would be decided for it if it stated something else. */
export class Variations {
  readonly questions: Questions;
  private readonly listed: ReadonlySet<string>;
  private readonly runs = new Map<string, Run>();

  constructor(
    readonly program: Program,
    readonly workload: Asked,
    readonly asOf: string,
  ) {
    this.questions = new Questions(program);
    this.listed = new Set(workload.items.map(({ collection }) => collection));
  }

  /** What is given with some changes. */
  inputs(changes: Changes): Inputs {
    const { workload, program } = this;
    if (changes.size === 0) return gather(workload, program.knowledge);
    const kept = workload.statements.filter(({ section, factor }) => !changes.has(questionKey(section, factor.id)));
    const stated = [...changes.values()].flatMap(({ question, reply }): Statement[] => {
      const { factor, section, item } = question;
      return item !== undefined || isNothing(reply) ? [] : [{ factor, section, ...withoutLimit(reply) }];
    });
    const { items, ...inputs } = gather({ ...workload, statements: [...kept, ...stated] }, program.knowledge);
    return { ...inputs, items: items.map((item) => changedItem(item, changes)) };
  }

  /** Decides with some changes. */
  decide(changes: Changes): Decision {
    return decideInputs(this.program, this.inputs(changes), this.workload, this.asOf);
  }

  /** Decides with some changes, telling what each choice depends on; the same changes are decided once. */
  run(changes: Changes): Run {
    const key = keyOf(changes);
    let run = this.runs.get(key);
    if (run === undefined) {
      run = new Run(this.program, this.inputs(changes), this.workload, this.asOf, this.questions, this.listed);
      this.runs.set(key, run);
    }
    return run;
  }

  /** The reply that stands to a question: what is stated, else what the scenario presets. */
  standing({ section, factor, item }: Question, { given, items }: Pick<Inputs, 'given' | 'items'>): Reply {
    const all =
      item === undefined ? given : items.find((one) => one.collection === section && one.name === item)?.given;
    const found = all?.find((one) => one.factor === factor && one.section === section && one.origin !== 'typical');
    return found === undefined ? NOTHING : { value: found.value, ...(found.figure && { figure: found.figure }) };
  }
}

/** What tells one set of changes from another. */
export const keyOf = (changes: Changes): string =>
  [...changes]
    .map(([key, { reply }]) => `${key}=${String(reply.value)}|${String(reply.figure?.value)}`)
    .sort()
    .join('\n');

function withoutLimit({ value, figure }: Reply): Pick<Statement, 'value' | 'figure'> {
  return { value, ...(figure && { figure }) };
}

function changedItem(item: GivenItem, changes: Changes): GivenItem {
  const mine = [...changes.values()].filter(
    ({ question }) => question.item === item.name && question.section === item.collection,
  );
  if (mine.length === 0) return item;
  const given = item.given.filter(({ factor }) => !mine.some(({ question }) => question.factor === factor));
  const stated = mine.flatMap(({ question: { factor, section }, reply }): Given[] =>
    isNothing(reply) ? [] : [{ factor, section, origin: 'stated', ...withoutLimit(reply) }],
  );
  return { ...item, given: [...given, ...stated] };
}
