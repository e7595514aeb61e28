import type { ReadWorkload } from '../language/statement.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { Combo } from '../program/combos.js';
import { monthOf } from '../program/fit.js';
import type { Program, ProgramRole } from '../program/program.js';
import { optionsFor, type Option, type Options, type Standing } from './choose.js';
import type { Conflict, Surroundings } from './compatible.js';
import { Compiled } from '../program/compiled.js';
import { SILENT, type Evaluation, type Result } from '../program/evaluation.js';
import { Field } from './field.js';
import { RoleOpinion } from './fit.js';
import { encode, gather, type Given, type GivenItem, type Inputs } from './inputs.js';
import type { StatedOf } from './requirements.js';
import { openRoles, resolve, type Place } from './resolve.js';

/** What is decided for one role, or for one item of a role that is filled per item. No texts: those come with the presentation. */
export interface Decided {
  readonly role: ProgramRole;
  readonly item: GivenItem | undefined;
  /** What the guide says. */
  readonly result: Result;
  /** What the facts say. */
  readonly opinion: RoleOpinion;
  /** What of it can run here. */
  readonly field: Field;
  readonly options: Options;
  /** What is chosen; undefined for nothing. */
  readonly pick: Option | undefined;
  readonly chosen: Combo;
  readonly standing: Standing;
  /** What kept the preferred from being chosen. */
  readonly conflicts: readonly Conflict[];
  readonly evaluation: Evaluation;
  /** The families that are left where the guide names no technology. */
  readonly families: readonly string[] | undefined;
}

/** All decisions of a workload. */
export interface Decision {
  readonly inputs: Inputs;
  readonly evaluation: Evaluation;
  readonly roles: readonly Decided[];
  /** The places of the stack, in the order of the roles. */
  readonly places: readonly Place[];
  readonly around: Surroundings;
  /** What is required and found nowhere in the stack. */
  readonly unmet: readonly string[];
  /** The date that was judged by. */
  readonly asOf: string;
}

export type Asked = Pick<ReadWorkload, 'statements' | 'items' | 'forbid' | 'require' | 'weights'>;

/** Decides every role of the stack: what the guide says, what the facts say, and what of it can run together. */
export function decide(program: Program, workload: Asked, asOf: string): Decision {
  return decideInputs(program, gather(workload, program.knowledge), workload, asOf);
}

/** As {@link decide}, for inputs that are gathered already. */
export function decideInputs(
  program: Program,
  inputs: Inputs,
  workload: Pick<Asked, 'forbid' | 'require' | 'weights'>,
  asOf: string,
): Decision {
  // guide -> facts -> what can be chosen, by place -> what of it runs together
  const { knowledge } = program;
  const { codes, items } = encode(inputs, program);
  const evaluation = new Compiled(program, codes, items);
  const forbid = new Set(workload.forbid);
  const settings = { month: monthOf(asOf), weights: workload.weights };
  // What realises an interface can be named where the environment tells, or where it is required by name.
  const placed =
    inputs.given.some(({ section }) => section === 'environment') ||
    workload.require.some((id) => (knowledge.technologies.get(id)?.realises ?? []).length > 0);
  const given = byFactor(inputs.given);
  const existing = existingIn(inputs);
  const undecided = program.roles.flatMap((role) =>
    placesOf(role, inputs, evaluation, items).map(([item, here]) => {
      const result = here.decide(role.decision)[role.output] ?? SILENT;
      const fit = program.fit.get(role.id);
      if (fit === undefined) throw new RangeError(`no role ${role.id}`);
      const opinion = new RoleOpinion(fit, statedIn(given, item), here, settings);
      const required = workload.require.filter((id) => knowledge.outcomeById.get(id)?.role === role.id);
      // Of a role that is filled for each item, an item that can take what is required takes it; the others are free.
      const require = item === undefined ? required : workload.require.filter((id) => serves(id, result, knowledge));
      const families = familiesOf(role, result, here);
      const constraints = { forbid, require, families, optional: role.optional };
      const field = new Field(opinion, fit, constraints, placed, existing, here);
      const options = clashing(optionsFor(result, field, role.id, constraints, here), role, here);
      return { role, item, result, opinion, field, options, evaluation: here, families };
    }),
  );
  const around = { existing, forbidden: new Set([...forbid, ...knowledge.forbidden]) };
  const places: Place[] = undecided.map(({ role, options, evaluation: here }) => ({
    role: role.id,
    optional: role.optional,
    options,
    evaluation: here,
  }));
  const { picks, conflicts } = resolve(places, around, program);
  const roles = undecided.map(
    ({ role, item, result, opinion, field, options, evaluation: here, families }, n): Decided => {
      const pick = picks[n];
      const against = conflicts[n] ?? [];
      return {
        role,
        item,
        result,
        opinion,
        field,
        options,
        pick,
        chosen: pick?.ranked.candidate.combo ?? [],
        standing: pick?.standing ?? (against.length > 0 ? 'dropped' : options.otherwise),
        conflicts: against,
        evaluation: here,
        families,
      };
    },
  );
  return {
    inputs,
    evaluation,
    roles,
    places,
    around: { ...around, openRoles: openRoles(places, picks) },
    unmet: unmetIn(roles, workload.require),
    asOf,
  };
}

function placesOf(
  role: ProgramRole,
  inputs: Inputs,
  evaluation: Evaluation,
  codes: ReturnType<typeof encode>['items'],
): (readonly [GivenItem | undefined, Evaluation])[] {
  if (role.each === undefined) return [[undefined, evaluation]];
  const own = codes.get(role.each) ?? [];
  return inputs.items
    .filter(({ collection }) => collection === role.each)
    .map((item, n) => [item, evaluation.ofItem(own[n] ?? evaluation.codes)] as const);
}

const byFactor = (given: readonly Given[]): ReadonlyMap<string, Given> =>
  new Map(given.map((one) => [one.factor.id, one]));

/** What is given of a factor for an item: its own, else that of the workload where it is not the item's alone. */
function statedIn(given: ReadonlyMap<string, Given>, item: GivenItem | undefined): StatedOf {
  if (item === undefined) return (id) => given.get(id);
  const own = byFactor(item.given);
  return (id) => {
    const here = own.get(id);
    if (here !== undefined) return here;
    const above = given.get(id);
    const shared =
      above !== undefined && (above.factor.inherited === true || !above.factor.askedOf.includes(item.collection));
    return shared ? above : undefined;
  };
}

/** What is required and nowhere in the stack. */
function unmetIn(roles: readonly Decided[], require: readonly string[]): readonly string[] {
  if (require.length === 0) return require;
  const stack = new Set(roles.flatMap(({ pick, chosen }) => [...chosen, ...(pick?.ranked.candidate.carried ?? [])]));
  return require.filter((id) => !stack.has(id));
}

/** What runs already: every member of the sets of outcomes that are given. */
function existingIn({ given }: Inputs): Set<string> {
  return new Set(
    given.flatMap(({ factor, value }) =>
      factor.type === 'set' && factor.values === 'outcomes' && typeof value === 'object' ? value : [],
    ),
  );
}

/** The families that what is stated leaves, where the guide itself is silent. */
function familiesOf(
  { narrowedBy }: ProgramRole,
  { answer }: Result,
  evaluation: Evaluation,
): readonly string[] | undefined {
  if (narrowedBy === undefined || answer !== null) return undefined;
  const left = evaluation.decide(narrowedBy.decision)[narrowedBy.output]?.answer?.flat() ?? [];
  return left.length === 0 ? undefined : left;
}

/** What is required may not be of a family that what is stated rules out: then the two clash. */
function clashing(options: Options, { narrowedBy }: ProgramRole, evaluation: Evaluation): Options {
  const [first] = options.named;
  if (first?.standing !== 'required' || narrowedBy === undefined) return options;
  const { outcomeById } = evaluation.program.knowledge;
  const admitted = evaluation.decide(narrowedBy.decision)[narrowedBy.output]?.answer?.flat() ?? [];
  const families = first.ranked.candidate.combo.flatMap((id) => outcomeById.get(id)?.family ?? []);
  if (admitted.length === 0 || families.some((family) => admitted.includes(family))) return options;
  return { ...options, named: [], rest: () => [], otherwise: 'clash' };
}

/** Whether what is required is named for an item, by its own name or by that of an interface that it realises. */
const serves = (id: string, { answer, hits }: Result, { technologies }: KnowledgeBase): boolean =>
  [id, ...(technologies.get(id)?.realises ?? [])].some((name) =>
    (answer ?? []).some((combo: Combo) => combo.includes(name)),
  ) || hits.some(({ rule: { rule } }) => [...(rule.alternatives ?? []), ...(rule.implementations ?? [])].includes(id));

/** Whether some role finds no way through, or something required is nowhere. */
export function clashes({ roles, unmet }: Pick<Decision, 'roles' | 'unmet'>): boolean {
  return unmet.length > 0 || roles.some(({ standing }) => standing === 'clash');
}

/** Which opinion chose: the fit where it alone decided, the guide where it speaks; neither where only the workload's own demand did. */
export function opinionBehind({ result, standing }: Pick<Decided, 'result' | 'standing'>): 'guide' | 'fit' | undefined {
  if (standing === 'fit' || standing === 'nearest') return 'fit';
  return result.answer === null ? undefined : 'guide';
}

/** Whether a role has a place to fill: not where nothing is chosen because nothing is needed. */
export function isNeeded({ role, chosen, standing }: Pick<Decided, 'role' | 'chosen' | 'standing'>): boolean {
  return chosen.length > 0 || !role.optional || standing === 'dropped';
}
