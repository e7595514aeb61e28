import { readFact, type FactValue } from '../../language/values/fact.js';
import type { Condition } from '../../language/schema/knowledge/condition.js';
import { FACT_KINDS } from '../../language/format.js';
import type { Attribute, Fact } from '../../language/schema/knowledge/evidence.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import { lowerCriterion, type ProgramCriterion } from './criteria.js';
import { freshUntil } from './freshness.js';
import type { Tests } from './tests.js';

export type { Demand, ProgramCriterion, Scale } from './criteria.js';

/** A fact, read: its value as a range or as members, what it is worth, and until when. */
export interface ProgramEvidence {
  readonly technology: string;
  readonly attribute: Attribute;
  readonly fact: Fact;
  readonly value: FactValue;
  /** What must hold for the figure to count. */
  readonly tests?: Tests;
  /** The index of what the figure counts among the scopes of the attribute; none where all figures count the same. */
  readonly scope?: number;
  /** Whether it bounds the figure on one side only. */
  readonly oneSided: boolean;
  /** Place in the order of precedence: kind first, then confidence; smaller goes before. */
  readonly precedence: number;
  /** Year, month or day; that of the fact, else that of its source. */
  readonly date?: string;
  /** The last month in which it is fresh, counted from year 0; `NEVER_FRESH` for a figure of unknown age, none for what does not expire. */
  readonly freshUntil?: number;
}

/** What is known of a technology on one attribute; shared by all that it is part of. */
export interface Facts {
  readonly list: readonly ProgramEvidence[];
  /** Whether some of it counts only under conditions. */
  readonly conditional: boolean;
}

/** Something that can be run in a role: its technologies, the leading one first. */
export interface Candidate {
  /** Its place among the candidates of its role; -1 for what is only named. */
  readonly position: number;
  /** `docker+kubernetes`; with what realises an interface, `s3@ceph-rgw`. */
  readonly id: string;
  /** Its outcomes, sorted, as decisions name them. */
  readonly combo: OutcomeSet;
  /** Its technologies, the leading one first; an interface is replaced by what realises it. */
  readonly members: readonly string[];
  /** By member: itself, and what realises it. */
  readonly realisers: readonly (readonly string[])[];
  /** Whether an interface is among its outcomes. */
  readonly isInterface: boolean;
  /** The candidates that realise an interface in it; it is as good as the best of them. */
  readonly ways: readonly Candidate[];
  /** What realises an interface in it. */
  readonly by?: { readonly interface: string; readonly technology: string };
  /** Its members and what comes with them of necessity. */
  readonly carried: readonly string[];
  /** What its members are, bring along and realise. */
  readonly provides: ReadonlySet<string>;
  /** By criterion, by member, by attribute of the criterion: the facts. */
  readonly evidence: readonly (readonly (readonly Facts[])[])[];
  /** By criterion: whether conditions on its facts bear, so that a verdict holds for one workload only. */
  readonly conditional: readonly boolean[];
  /** By criterion: the index of the scope that a demand is about here. */
  readonly scopes: readonly (number | undefined)[];
  /** By criterion: the facts that it has no limit by, whatever is demanded, as far as anybody knows; empty for all others. */
  readonly unlimited: readonly (readonly ProgramEvidence[])[];
  /** Orders what the facts do not tell apart: smaller goes first. */
  readonly tieBreak: number;
  /** Whether it runs by itself, and is not only a part that rules name. */
  readonly runnable: boolean;
}

/** The criteria of a role and what can be run in it. */
export interface RoleFit {
  readonly criteria: readonly ProgramCriterion[];
  readonly candidates: readonly Candidate[];
  /** The candidates of a combination, one for each way to realise it. */
  readonly of: (combo: OutcomeSet) => readonly Candidate[];
}

/** Everything that the factual opinion rests on, by role. */
export type Fit = ReadonlyMap<string, RoleFit>;

type LowerTests = (condition: Condition, each: string | undefined) => Tests;

/** Lowers criteria, facts and combinations. */
export function lowerFit(knowledge: KnowledgeBase, tests: LowerTests): Fit {
  return new Map(
    knowledge.roles.map(({ id, each }) => [id, roleFit(id, (condition) => tests(condition, each), knowledge)] as const),
  );
}

function roleFit(role: string, tests: (condition: Condition) => Tests, knowledge: KnowledgeBase): RoleFit {
  const criteria = [...knowledge.criteria.values()]
    .filter(({ roles }) => roles.includes(role))
    .map((criterion) => lowerCriterion(criterion, tests, knowledge));
  const attributes = new Set(
    criteria.flatMap(({ attributes, criterion: { unlimited } }) => [
      ...attributes.map(({ id }) => id),
      ...(unlimited === undefined ? [] : [unlimited.attribute]),
    ]),
  );
  const sheets = new Map<string, ReadonlyMap<string, Facts>>();
  const sheetOf = (technology: string): ReadonlyMap<string, Facts> => {
    const before = sheets.get(technology);
    if (before !== undefined) return before;
    const sheet = byAttribute(evidenceOf(technology, attributes, tests, knowledge));
    sheets.set(technology, sheet);
    return sheet;
  };
  const known = new Map<string, readonly Candidate[]>();
  let listed = 0;
  const build = (written: readonly string[], runnable: boolean): readonly Candidate[] => {
    const combo = [...written].sort();
    const candidate = ({ members, by, ways }: Way & Pick<Candidate, 'ways'>): Candidate => {
      const provides = new Set([...combo, ...members].flatMap((name) => providedBy(name, knowledge)));
      const about = (member: string, attribute: string): Facts =>
        factsWith(provides, sheetOf(member).get(attribute) ?? NO_FACTS);
      const evidence = criteria.map(({ attributes, criterion }) =>
        criterion.members === 'whole'
          ? [attributes.map(({ id }) => pooled(members.map((member) => about(member, id))))]
          : members.map((member) => attributes.map(({ id }) => about(member, id))),
      );
      const carried = [
        ...new Set(members.flatMap((name) => [name, ...(knowledge.technologies.get(name)?.runsOn ?? [])])),
      ];
      const [lead = ''] = members;
      const unlimited = ({ criterion: { unlimited: by } }: ProgramCriterion): readonly ProgramEvidence[] =>
        by === undefined ? [] : about(lead, by.attribute).list.filter(({ fact }) => fact.value === by.level);
      return {
        position: runnable ? listed++ : -1,
        id: by === undefined ? combo.join('+') : `${combo.join('+')}@${by.technology}`,
        combo,
        members,
        realisers: members.map((name) => [name, ...(knowledge.realisations.get(name) ?? [])]),
        runnable,
        carried,
        provides,
        isInterface: combo.some((name) => knowledge.technologies.get(name)?.interface === true),
        ...(by && { by }),
        evidence,
        conditional: evidence.map((rows) => rows.some((row) => row.some(({ conditional }) => conditional))),
        scopes: criteria.map((criterion) => scopeIn(criterion, provides)),
        unlimited: criteria.map(unlimited),
        tieBreak:
          ways.length === 0
            ? tieBreakOf(
                criteria,
                carried.map((name) => (attribute) => about(name, attribute)),
              )
            : Math.min(...ways.map(({ tieBreak }) => tieBreak)),
        ways,
      };
    };
    const ways = waysOf(written, knowledge).map((way) => candidate({ ...way, ways: [] }));
    return [candidate({ members: written, ways }), ...ways];
  };
  for (const set of knowledge.combinations.get(role) ?? []) {
    const key = [...set].sort().join('+');
    // Packages may list the same combination; the first determines which member leads.
    if (!known.has(key)) known.set(key, build(set, true));
  }
  const candidates = [...known.values()].flat();
  return {
    criteria,
    candidates,
    of(combo) {
      const key = combo.join('+');
      let found = known.get(key);
      if (found === undefined) known.set(key, (found = build(combo, false)));
      return found;
    },
  };
}

/** What a technology is, includes and realises. */
function providedBy(name: string, knowledge: KnowledgeBase): readonly string[] {
  const { runsOn = [], realises = [] } = knowledge.technologies.get(name) ?? {};
  return [name, ...runsOn, ...realises];
}

/** The facts on a combination: those about combinations with other technologies are left out. */
function factsWith(provides: ReadonlySet<string>, facts: Facts): Facts {
  const isAbout = ({ fact }: ProgramEvidence): boolean => fact.with?.every((name) => provides.has(name)) ?? true;
  return facts.list.every(isAbout) ? facts : factsOf(facts.list.filter(isAbout));
}

/** The facts on all members of a combination, as evidence on the whole. */
function pooled(parts: readonly Facts[]): Facts {
  const known = parts.filter(({ list }) => list.length > 0);
  const [first = NO_FACTS] = known;
  return known.length < 2 ? first : factsOf(known.flatMap(({ list }) => list));
}

const factsOf = (list: readonly ProgramEvidence[]): Facts => ({
  list,
  conditional: list.some(({ tests }) => tests !== undefined),
});

/** The scope that the demand of a criterion is about in a combination that provides some technologies. */
function scopeIn({ criterion, attributes }: ProgramCriterion, provides: ReadonlySet<string>): number | undefined {
  const [attribute] = attributes;
  const wide = Object.entries(criterion.scopeWith ?? {}).find(([name]) => provides.has(name));
  const index = scopeIndex(attribute, wide?.[1] ?? criterion.scope);
  return index < 0 ? undefined : index;
}

/** The index of a scope of an attribute; -1 for none. */
const scopeIndex = (attribute: Attribute | undefined, scope: string | undefined): number =>
  attribute?.type === 'quantity' ? (attribute.scopes ?? []).findIndex(({ id }) => id === scope) : -1;

/**
 * The weighted distance from the ideal of the criteria that break ties, summed over all members and what these run on, since each is a burden of its own; what is not
 * known counts as the worst.
 *
 * @param carried by technology: its facts on an attribute
 */
function tieBreakOf(criteria: readonly ProgramCriterion[], carried: readonly ((attribute: string) => Facts)[]): number {
  let sum = 0;
  for (const { criterion, attributes, scale, weight } of criteria) {
    if (criterion.breaksTies !== true || scale === undefined) continue;
    for (const factsOn of carried) {
      const ends = attributes.flatMap(({ id }) =>
        factsOn(id).list.flatMap(({ value }) =>
          value.form === 'range' ? [scale.distance(value.low), scale.distance(value.high)] : [],
        ),
      );
      sum += weight * (ends.length === 0 ? 1 : Math.max(...ends));
    }
  }
  return sum;
}

/** Of what nothing is known. */
export const NO_FACTS: Facts = { list: [], conditional: false };

function byAttribute(evidence: readonly ProgramEvidence[]): Map<string, Facts> {
  const lists = new Map<string, ProgramEvidence[]>();
  for (const one of evidence) {
    const list = lists.get(one.attribute.id);
    if (list === undefined) lists.set(one.attribute.id, [one]);
    else list.push(one);
  }
  return new Map([...lists].map(([id, list]) => [id, factsOf(list)]));
}

/** The technologies of a candidate, and what realises an interface among them. */
type Way = Pick<Candidate, 'members' | 'by'>;

/** The ways to realise the interface in a combination; none where it has none. */
function waysOf(combo: readonly string[], knowledge: KnowledgeBase): Way[] {
  return combo.flatMap((name, at) =>
    (knowledge.technologies.get(name)?.interface === true ? (knowledge.realisations.get(name) ?? []) : []).map(
      (technology) => ({
        members: combo.map((other, n) => (n === at ? technology : other)),
        by: { interface: name, technology },
      }),
    ),
  );
}

function evidenceOf(
  technology: string,
  compared: ReadonlySet<string>,
  tests: (condition: Condition) => Tests,
  knowledge: KnowledgeBase,
): ProgramEvidence[] {
  const facts = knowledge.technologies.get(technology)?.facts ?? [];
  return facts.flatMap((fact): ProgramEvidence[] => {
    const attribute = compared.has(fact.attribute) ? knowledge.attributes.get(fact.attribute) : undefined;
    if (attribute === undefined) return [];
    const dimension = attribute.type === 'quantity' ? knowledge.dimensions.get(attribute.dimension) : undefined;
    const value = readFact(fact, attribute, dimension);
    if ('problem' in value) return [];
    const date = fact.date ?? knowledge.references.get(fact.source)?.date;
    const until = freshUntil(fact, knowledge);
    const scope = scopeIndex(attribute, fact.scope);
    return [
      {
        technology,
        attribute,
        fact,
        value,
        ...(fact.when && { tests: tests(fact.when) }),
        ...(scope >= 0 && { scope }),
        oneSided: fact.atMost !== undefined || fact.atLeast !== undefined,
        precedence: PRECEDENCE[fact.kind] * 3 + CONFIDENCES.indexOf(fact.confidence),
        ...(date !== undefined && { date }),
        ...(until !== undefined && { freshUntil: until }),
      },
    ];
  });
}

const CONFIDENCES: readonly Fact['confidence'][] = ['high', 'medium', 'low'];
/** A benchmark and a paper weigh the same. */
const PRECEDENCE = Object.fromEntries(FACT_KINDS.map((kind, n) => [kind, kind === 'paper' ? 1 : n])) as Record<
  Fact['kind'],
  number
>;
