import type { ReadWorkload } from '../language/statement.js';
import type { Combo } from '../program/combos.js';
import type { Program, ProgramRole } from '../program/program.js';
import { choose, runsOn, type Choice } from './choose.js';
import { Evaluation, type Result } from './evaluate.js';
import { encode, gather, type GivenItem, type Inputs } from './inputs.js';

/** What is decided for one role, or for one item of a role that is filled per item. No texts: those come with the presentation. */
export interface Decided {
  readonly role: ProgramRole;
  readonly item?: GivenItem;
  readonly result: Result;
  readonly choice: Choice;
  readonly evaluation: Evaluation;
}

/** All decisions of a workload. */
export interface Decision {
  readonly inputs: Inputs;
  readonly evaluation: Evaluation;
  readonly roles: readonly Decided[];
  /** What is required and found nowhere in the stack. */
  readonly unmet: readonly string[];
}

export type Asked = Pick<ReadWorkload, 'statements' | 'items' | 'forbid' | 'require'>;

/** Decides every role of the stack. */
export function decide(program: Program, workload: Asked): Decision {
  return decideInputs(program, gather(workload, program.knowledge), workload);
}

/** As {@link decide}, for inputs that are gathered already. */
export function decideInputs(program: Program, inputs: Inputs, workload: Pick<Asked, 'forbid' | 'require'>): Decision {
  const { knowledge } = program;
  const { codes, items } = encode(inputs, program);
  const evaluation = new Evaluation(program, codes, items);
  const forbid = new Set(workload.forbid);
  const roles: Decided[] = [];
  for (const role of program.roles) {
    const required = workload.require.filter((id) => knowledge.outcomeById.get(id)?.role === role.id);
    for (const [item, here] of places(role, inputs, evaluation, items)) {
      const result = here.decide(role.decision)[role.output] ?? { answer: null, hits: [] };
      // Of a role that is filled for each item, an item that can take what is required takes it; the others are free.
      const require = item === undefined ? required : workload.require.filter((id) => serves(id, result));
      const choice = withinFamilies(choose(role.id, result, { forbid, require }, knowledge), role, here);
      roles.push({ role, result, choice, evaluation: here, ...(item !== undefined && { item }) });
    }
  }
  const stack = new Set(roles.flatMap(({ choice }) => choice.chosen.flatMap((id) => [id, ...runsOn(id, knowledge)])));
  return { inputs, evaluation, roles, unmet: workload.require.filter((id) => !stack.has(id)) };
}

function places(
  role: ProgramRole,
  inputs: Inputs,
  evaluation: Evaluation,
  codes: ReturnType<typeof encode>['items'],
): (readonly [GivenItem | undefined, Evaluation])[] {
  if (role.each === undefined) return [[undefined, evaluation]];
  const own = codes.get(role.each) ?? [];
  return inputs.items
    .filter(({ collection }) => collection === role.each)
    .map(
      (item, n) => [item, new Evaluation(evaluation.program, own[n] ?? evaluation.codes, codes, evaluation)] as const,
    );
}

/** What is required may not be of a family that what is stated rules out: then the two clash. */
function withinFamilies(choice: Choice, { narrowedBy }: ProgramRole, evaluation: Evaluation): Choice {
  if (choice.standing !== 'required' || narrowedBy === undefined) return choice;
  const { outcomeById } = evaluation.program.knowledge;
  const admitted = evaluation.decide(narrowedBy.decision)[narrowedBy.output]?.answer?.flat() ?? [];
  const families = choice.chosen.flatMap((id) => outcomeById.get(id)?.family ?? []);
  if (admitted.length === 0 || families.some((family) => admitted.includes(family))) return choice;
  return { ...choice, chosen: [], standing: 'clash' };
}

const serves = (id: string, { answer, hits }: Result): boolean =>
  (answer ?? []).some((combo: Combo) => combo.includes(id)) ||
  hits.some(({ rule: { rule } }) => [...(rule.alternatives ?? []), ...(rule.implementations ?? [])].includes(id));

/** Whether some role finds no way through, or something required is nowhere. */
export function clashes({ roles, unmet }: Pick<Decision, 'roles' | 'unmet'>): boolean {
  return unmet.length > 0 || roles.some(({ choice }) => choice.standing === 'clash');
}
