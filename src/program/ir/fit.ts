import { readFact, type FactValue } from '../../language/values/fact.js';
import type { Condition } from '../../language/schema/knowledge/condition.js';
import { FACT_KINDS } from '../../language/format.js';
import type { Attribute, Criterion, Fact } from '../../language/schema/knowledge/evidence.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import type { Tests } from './tests.js';

/** A fact, read: its value as a range or as members, what it is worth, and until when. */
export interface ProgramEvidence {
  readonly technology: string;
  readonly attribute: Attribute;
  readonly fact: Fact;
  readonly value: FactValue;
  /** What must hold for the figure to count. */
  readonly tests?: Tests;
  /** Place in the order of precedence: kind first, then confidence; smaller goes before. */
  readonly precedence: number;
  /** Year, month or day; that of the fact, else that of its source. */
  readonly date?: string;
  /** The last month in which it is fresh, counted from year 0; none for what does not expire or has no date. */
  readonly freshUntil?: number;
}

/** What is known of a technology on one attribute; shared by all that it is part of. */
export interface Facts {
  readonly list: readonly ProgramEvidence[];
  /** Whether some of it counts only under conditions. */
  readonly conditional: boolean;
}

/** What a criterion requires of an attribute: a threshold in the base unit or rank, or members of which one is enough. */
export type Demand = number | readonly string[];

/** A fixed scale that values are placed on, 0 at its best end and 1 at its worst. */
export interface Scale {
  /** 0 to 1; what lies beyond the bounds is put on them. */
  readonly distance: (value: number) => number;
}

export interface ProgramCriterion {
  readonly id: string;
  readonly criterion: Criterion;
  readonly attributes: readonly Attribute[];
  readonly factor?: Factor;
  /** By level or value of the factor. */
  readonly demands: ReadonlyMap<string, Demand>;
  readonly always?: Demand;
  /** The bounds of the factor's levels, where it is measured as the attribute is. */
  readonly bounds: ReadonlyMap<string, number>;
  /** Only for what is scored. */
  readonly scale?: Scale;
  readonly weight: number;
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
  /** Whether an interface is among its outcomes. */
  readonly isInterface: boolean;
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
    .map((criterion) => lowerCriterion(criterion, knowledge));
  const attributes = new Set(criteria.flatMap(({ attributes }) => attributes.map(({ id }) => id)));
  const sheets = new Map<string, ReadonlyMap<string, Facts>>();
  const sheetOf = (technology: string): ReadonlyMap<string, Facts> => {
    const before = sheets.get(technology);
    if (before !== undefined) return before;
    // Of an interface, whatever realises it: only the environment determines which one.
    const others =
      knowledge.technologies.get(technology)?.interface === true ? knowledge.realisations.get(technology) : undefined;
    const evidence = [technology, ...(others ?? [])].flatMap((name) => evidenceOf(name, attributes, tests, knowledge));
    const sheet = byAttribute(evidence);
    sheets.set(technology, sheet);
    return sheet;
  };
  const known = new Map<string, readonly Candidate[]>();
  let listed = 0;
  const build = (written: readonly string[], runnable: boolean): readonly Candidate[] => {
    const combo = [...written].sort();
    return waysOf(written, knowledge).map(({ members, by }) => {
      const evidence = criteria.map(({ attributes }) =>
        members.map((member) => attributes.map(({ id }) => sheetOf(member).get(id) ?? NO_FACTS)),
      );
      return {
        position: runnable ? listed++ : -1,
        id: by === undefined ? combo.join('+') : `${combo.join('+')}@${by.technology}`,
        combo,
        members,
        runnable,
        carried: [...new Set(members.flatMap((name) => [name, ...(knowledge.technologies.get(name)?.runsOn ?? [])]))],
        provides: new Set(
          [...combo, ...members].flatMap((name) => {
            const { runsOn = [], realises = [] } = knowledge.technologies.get(name) ?? {};
            return [name, ...runsOn, ...realises];
          }),
        ),
        isInterface: combo.some((name) => knowledge.technologies.get(name)?.interface === true),
        ...(by && { by }),
        evidence,
        conditional: evidence.map((rows) => rows.some((row) => row.some(({ conditional }) => conditional))),
      };
    });
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

/** Of what nothing is known. */
export const NO_FACTS: Facts = { list: [], conditional: false };

function byAttribute(evidence: readonly ProgramEvidence[]): Map<string, Facts> {
  const lists = new Map<string, ProgramEvidence[]>();
  for (const one of evidence) {
    const list = lists.get(one.attribute.id);
    if (list === undefined) lists.set(one.attribute.id, [one]);
    else list.push(one);
  }
  return new Map(
    [...lists].map(([id, list]) => [id, { list, conditional: list.some(({ tests }) => tests !== undefined) }]),
  );
}

/** The technologies of a combination, once for each technology that realises an interface in it, and once as it is. */
function waysOf(combo: readonly string[], knowledge: KnowledgeBase): Pick<Candidate, 'members' | 'by'>[] {
  const ways = combo.flatMap((name, at) =>
    (knowledge.technologies.get(name)?.interface === true ? (knowledge.realisations.get(name) ?? []) : []).map(
      (technology) => ({
        members: combo.map((other, n) => (n === at ? technology : other)),
        by: { interface: name, technology },
      }),
    ),
  );
  return [{ members: combo }, ...ways];
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
    return [
      {
        technology,
        attribute,
        fact,
        value,
        ...(fact.when && { tests: tests(fact.when) }),
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

/** Months since year 0; a year alone ends with its December. */
export function monthOf(date: string): number {
  const [year = 0, month = 12] = date.split('-').map(Number);
  return year * 12 + month - 1;
}

/** The last month in which a fact is fresh, counted from year 0; none for what does not expire or has no date. */
export function freshUntil(fact: Fact, { attributes, references }: KnowledgeBase): number | undefined {
  if (fact.expires !== undefined) return monthOf(fact.expires);
  const date = fact.date ?? references.get(fact.source)?.date;
  const months = attributes.get(fact.attribute)?.validFor;
  return date === undefined || months === undefined ? undefined : monthOf(date) + months;
}

function lowerCriterion(criterion: Criterion, knowledge: KnowledgeBase): ProgramCriterion {
  const attributes = (criterion.attributes ?? []).flatMap((id) => knowledge.attributes.get(id) ?? []);
  const factor = criterion.factor === undefined ? undefined : knowledge.factors.get(criterion.factor);
  const read = (written: unknown): Demand | undefined =>
    criterion.contains === true ? [written].flat().map(String) : demandOf(written, attributes[0], knowledge);
  const demands = new Map<string, Demand>();
  for (const [level, written] of Object.entries(criterion.demands ?? {})) {
    const demand = read(written);
    if (demand !== undefined) demands.set(level, demand);
  }
  const always = criterion.always === undefined ? undefined : read(criterion.always);
  const scale = scaleOf(criterion, attributes[0], knowledge);
  return {
    id: criterion.id,
    criterion,
    attributes,
    ...(factor && { factor }),
    demands,
    bounds: boundsOf(factor, attributes[0], knowledge),
    ...(always !== undefined && { always }),
    ...(scale && { scale }),
    weight: knowledge.weights.get(criterion.id) ?? criterion.weight ?? 1,
  };
}

function boundsOf(
  factor: Factor | undefined,
  attribute: Attribute | undefined,
  knowledge: KnowledgeBase,
): Map<string, number> {
  if (factor?.type !== 'ordinal' || attribute?.type !== 'quantity' || factor.dimension !== attribute.dimension)
    return new Map();
  return new Map(
    factor.levels.flatMap(({ id, bound }) => {
      const demand = bound === undefined ? undefined : demandOf(bound, attribute, knowledge);
      return typeof demand === 'number' ? [[id, demand] as const] : [];
    }),
  );
}

/** A demand in the base unit or as a rank; undefined for what the attribute cannot take, which linking refuses. */
function demandOf(written: unknown, attribute: Attribute | undefined, knowledge: KnowledgeBase): Demand | undefined {
  if (attribute === undefined) return undefined;
  const many = (Array.isArray(written) ? written : [written]) as string[];
  if (attribute.type === 'set' || attribute.type === 'name') return many;
  const dimension = attribute.type === 'quantity' ? knowledge.dimensions.get(attribute.dimension) : undefined;
  const value = readFact({ value: many[0] ?? '' }, attribute, dimension);
  return 'form' in value && value.form === 'range' ? value.low : undefined;
}

function scaleOf(criterion: Criterion, attribute: Attribute | undefined, knowledge: KnowledgeBase): Scale | undefined {
  const best = criterion.better === 'higher' ? 1 : 0;
  if (criterion.presentIn !== undefined) return { distance: (value) => Math.abs(value - best) };
  const [low, high] = (criterion.bounds ?? []).map((bound) => demandOf(bound, attribute, knowledge));
  if (typeof low !== 'number' || typeof high !== 'number') return undefined;
  const place = criterion.scale === 'log' ? Math.log : (value: number): number => value;
  const [from, width] = [place(low), place(high) - place(low)];
  return {
    distance(value) {
      const share = (place(Math.min(high, Math.max(low, value))) - from) / width;
      return best === 1 ? 1 - share : share;
    },
  };
}
