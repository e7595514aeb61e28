import type { Text } from '../../language/schema/common.js';
import type { Condition } from '../../language/schema/knowledge/condition.js';
import type { Compatibility } from '../../language/schema/knowledge/evidence.js';
import type { Technology } from '../../language/schema/knowledge/technology.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Tests } from './tests.js';

/** A rule of what runs with what, or what one technology needs, with its conditions lowered. */
export interface ProgramCompatibility {
  readonly id: string;
  readonly relation: Compatibility['relation'];
  readonly of: readonly string[];
  readonly with?: readonly string[];
  readonly anyOf?: readonly string[];
  readonly that?: Tests;
  readonly when?: Tests;
  readonly unless?: Tests;
  readonly text: Text;
  readonly source?: string;
  /** Whether it is a need that a technology declares: its text names a thing and is no sentence. */
  readonly need: boolean;
}

/** Reported when its technology is chosen and its condition may hold. */
export interface ProgramHazard {
  readonly hazard: NonNullable<Technology['hazards']>[number];
  readonly when?: Tests;
}

export interface Compatibilities {
  /** The rules about each technology. */
  readonly of: ReadonlyMap<string, readonly ProgramCompatibility[]>;
  /** Of these rules, those that can exclude it whatever else is in the stack. */
  readonly ruling: ReadonlyMap<string, readonly ProgramCompatibility[]>;
  /** Of these rules, those by which it can be in conflict with what else is in the stack. */
  readonly linking: ReadonlyMap<string, readonly ProgramCompatibility[]>;
  readonly hazards: ReadonlyMap<string, readonly ProgramHazard[]>;
  /** What a technology provides: itself and what it realises. */
  readonly provides: ReadonlyMap<string, readonly string[]>;
  /** The technologies that provide a name. */
  readonly providersOf: ReadonlyMap<string, readonly string[]>;
}

type LowerTests = (condition: Condition, each: string | undefined) => Tests;

/** Lowers the rules of compatibility, the needs of technologies and their hazards. */
export function lowerCompatibility(knowledge: KnowledgeBase, tests: LowerTests): Compatibilities {
  const eachOf = (technology: string): string | undefined => {
    const role = knowledge.outcomeById.get(technology)?.role;
    return knowledge.roles.find(({ id }) => id === role)?.each;
  };
  const of = new Map<string, ProgramCompatibility[]>();
  const add = (technology: string, rule: ProgramCompatibility): void => {
    of.set(technology, [...(of.get(technology) ?? []), rule]);
  };
  for (const { id, needs = [] } of knowledge.technologies.values()) {
    for (const [n, need] of needs.entries()) {
      add(
        id,
        lowered(
          { ...need, id: `${id}/needs/${String(n + 1)}`, relation: 'needs-condition', of: [id] },
          true,
          eachOf(id),
          tests,
        ),
      );
    }
  }
  for (const rule of knowledge.compatibilities.values()) {
    for (const technology of rule.of) add(technology, lowered(rule, false, eachOf(technology), tests));
  }
  const hazards = new Map(
    [...knowledge.technologies.values()].map(({ id, hazards: list = [] }) => [
      id,
      list.map((hazard) => ({ hazard, ...(hazard.when && { when: tests(hazard.when, eachOf(id)) }) })),
    ]),
  );
  const provides = new Map(
    [...knowledge.technologies.values()].map(({ id, realises = [] }) => [id, [id, ...realises]]),
  );
  const providersOf = new Map<string, string[]>();
  for (const [id, names] of provides)
    for (const name of names) providersOf.set(name, [...(providersOf.get(name) ?? []), id]);
  const those = (counts: (rule: ProgramCompatibility) => boolean): Map<string, readonly ProgramCompatibility[]> =>
    new Map(
      [...of].flatMap(([id, rules]) => {
        const some = rules.filter(counts);
        return some.length === 0 ? [] : [[id, some] as const];
      }),
    );
  return { of, ruling: those(rulesOut), linking: those(linksPlaces), hazards, provides, providersOf };
}

/** Whether a rule is about a technology alone, and can exclude it here. */
function rulesOut({ relation, with: other, that }: ProgramCompatibility): boolean {
  return other === undefined && (relation === 'excludes' || (relation === 'needs-condition' && that !== undefined));
}

/** Whether a rule excludes or requires other technologies. */
const linksPlaces = ({ relation, with: other }: ProgramCompatibility): boolean =>
  relation === 'requires' || (relation === 'excludes' && other !== undefined);

type Written = Pick<
  Compatibility,
  'id' | 'relation' | 'of' | 'with' | 'anyOf' | 'text' | 'source' | 'that' | 'when' | 'unless'
>;

function lowered(rule: Written, need: boolean, each: string | undefined, tests: LowerTests): ProgramCompatibility {
  const lower = (condition: object | undefined): Tests | undefined =>
    condition === undefined ? undefined : tests(condition as Condition, each);
  const [that, when, unless] = [lower(rule.that), lower(rule.when), lower(rule.unless)];
  return {
    id: rule.id,
    relation: rule.relation,
    of: rule.of,
    text: rule.text,
    need,
    ...(rule.with && { with: rule.with }),
    ...(rule.anyOf && { anyOf: rule.anyOf }),
    ...(rule.source !== undefined && { source: rule.source }),
    ...(that && { that }),
    ...(when && { when }),
    ...(unless && { unless }),
  };
}
