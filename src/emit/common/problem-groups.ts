import type { ProblemReport, Verification } from '../../language/schema/results/verification.js';

/** Problems of one code that are of the same decisions, in their order. */
export interface ProblemGroup {
  readonly first: ProblemReport;
  readonly problems: readonly ProblemReport[];
}

/** The problems of one package, as the report shows them below one heading. */
export interface PackageSection {
  readonly package: string;
  /** Whether the check is about the package; of the others, what the own packages change. */
  readonly relation: 'own' | 'changed' | 'inherited';
  readonly problems: readonly ProblemReport[];
}

/** The packages with some problems, in the order of a report: the own ones, the topmost first, then what they change below, then what they inherit. */
export function packageSections({ own }: Verification, problems: readonly ProblemReport[]): PackageSection[] {
  const below = [...new Set(problems.map((problem) => problem.package))].filter((id) => !own.includes(id));
  const of = (id: string, isInherited: boolean): ProblemReport[] =>
    problems.filter((problem) => problem.package === id && (problem.inherited === true) === isInherited);
  return [
    ...own.toReversed().map((id) => ({ package: id, relation: 'own' as const, problems: of(id, false) })),
    ...below.map((id) => ({ package: id, relation: 'changed' as const, problems: of(id, false) })),
    ...below.map((id) => ({ package: id, relation: 'inherited' as const, problems: of(id, true) })),
  ].filter(({ relation, problems: those }) => relation === 'own' || those.length > 0);
}

/** Problems by code and decisions; a group is where its first problem is. */
export function groupsOf(problems: readonly ProblemReport[]): ProblemGroup[] {
  const groups = new Map<string, ProblemReport[]>();
  for (const problem of problems) {
    const key = [problem.code, problem.decision, problem.other].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [problem]);
    else group.push(problem);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ first, problems: [first, ...others] }],
  );
}

/** A group of more problems than this is shown as its number and some instances. */
const MAX_SEPARATE = 5;
const INSTANCES = 3;

/** How many problems of a group are not shown. */
export const omittedOf = ({ problems: { length } }: ProblemGroup, all = false): number =>
  all || length <= MAX_SEPARATE ? 0 : length - INSTANCES;
