import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { Value } from '../../language/values/statement.js';
import { has } from '../../program/ir/codes.js';
import { codeOf, UNSTATED, type Variable } from '../../program/ir/domain.js';
import type { Program } from '../../program/ir/program.js';
import { Implications } from '../inputs/implied.js';
import { SECTIONS } from '../inputs/inputs.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { givenKey } from './place-context.js';
import { decide, decideInputs, type DecisionRequest, type PlaceDecision, type StackDecision } from './decide.js';

/**
 * The variants of a workload in which open factors are searched. A variant is the workload with some replies to open questions; a question is a factor where
 * it can be stated.
 */
export interface VariantSpace<Variant, Question, Reply, Effect> {
  /** The questions that a variant leaves open, in the order in which they are tried. */
  questions(variant: Variant): Iterable<Question>;
  /** The replies to try, without those that are known to make no difference. */
  replies(question: Question, variant: Variant): Iterable<Reply>;
  /** What one more reply changes in the choice; undefined where it changes nothing, and for a reply that contradicts the scenario. */
  effect(question: Question, reply: Reply, variant: Variant): Effect | undefined;
}

/** An open question with its replies that change the choice. */
export interface RelevantQuestion<Question, Reply, Effect> {
  readonly question: Question;
  /** In the order in which the replies were tried; never empty. */
  readonly changes: readonly { readonly reply: Reply; readonly effect: Effect }[];
}

/**
 * Finds the open questions of one variant that change the choice by one more reply. This is the only finder of open factors: a recommendation applies it once, to the
 * workload itself; the search for factors that matter jointly applies it to every variant that it reaches.
 */
export function* relevantQuestions<Variant, Question, Reply, Effect>(
  space: VariantSpace<Variant, Question, Reply, Effect>,
  variant: Variant,
): Generator<RelevantQuestion<Question, Reply, Effect>> {
  for (const question of space.questions(variant)) {
    const changes: { readonly reply: Reply; readonly effect: Effect }[] = [];
    for (const reply of space.replies(question, variant)) {
      const effect = space.effect(question, reply, variant);
      if (effect !== undefined) changes.push({ reply, effect });
    }
    if (changes.length > 0) yield { question, changes };
  }
}

/** A factor that is not stated, with the values that would change what is chosen for a place, and to what. */
export interface UnstatedFactor {
  readonly factor: Factor;
  /** The item that it would be stated of, such as `data/ledger`. */
  readonly of?: string;
  /** In the order of the values; never empty. */
  readonly changes: readonly { readonly value: Value; readonly there: PlaceDecision }[];
}

/** A factor of the workload, or of the item of a place. */
interface UnstatedQuestion {
  readonly factor: Factor;
  readonly section: string;
  readonly place?: PlaceDecision;
}

/** Values of a factor for which every test and every criterion gives the same; one decision holds for all of them. */
type ValueClass = readonly [Value, ...Value[]];

/** The places of items that are decided apart from the others, by what is given of them: equal ones once. */
type DecidedItems = Map<string, PlaceDecision | undefined>;

/** The places where the choice differs, each as it is decided then. */
type ChangedPlaces = ReadonlyMap<PlaceDecision, PlaceDecision>;

/**
 * Finds the factors that are not stated and of which one value alone would change what is chosen for a place. The list is exact for levels, flags and single
 * choices; figures and sets, and factors that matter only jointly, are searched by `explore`. What is given says the value of some factors in other words; they are not open. An item is decided apart from the other items, so that the time grows with
 * their number and not with its square.
 *
 * @returns by place: first the factors of its item, then those of the workload, each in the order of the knowledge
 */
export function openFactors(
  program: Program,
  workload: DecisionRequest,
  decision: StackDecision,
): Map<PlaceDecision, UnstatedFactor[]> {
  const found = new Map<PlaceDecision, UnstatedFactor[]>(decision.places.map((place) => [place, []]));
  const implications = new Implications(program.knowledge);
  const decided: DecidedItems = new Map();
  const space: VariantSpace<StackDecision, UnstatedQuestion, ValueClass, ChangedPlaces> = {
    questions: ({ places, inputs }) =>
      [...places.flatMap((place) => questionsOfItem(place, program)), ...questionsOfWorkload(workload, program)].filter(
        ({ factor, section, place }) =>
          implications.valueOf({ factor, section, item: place?.item?.name }, inputs, workload.empty) === undefined,
      ),
    replies: (question, { inputs }) => valueClasses(question, inputs, program),
    effect: (question, [value], variant) => changedPlaces(question, value, variant, workload, program, decided),
  };
  for (const { question, changes } of relevantQuestions(space, decision)) {
    const { factor, section, place } = question;
    const of = place?.item && { of: `${section}/${place.item.name}` };
    const effects = new Map(changes.flatMap(({ reply, effect }) => reply.map((value) => [value, effect] as const)));
    for (const changed of new Set(changes.flatMap(({ effect }) => [...effect.keys()]))) {
      const values = valuesOf(factor, program).flatMap((value) => {
        const there = effects.get(value)?.get(changed);
        return there === undefined ? [] : [{ value, there }];
      });
      found.get(changed)?.push({ factor, ...of, changes: values });
    }
  }
  return found;
}

/** The factors of the requirements and the environment that are not stated. */
function questionsOfWorkload({ statements }: DecisionRequest, { knowledge }: Program): UnstatedQuestion[] {
  const stated = new Set(statements.map(({ factor }) => factor.id));
  return [...knowledge.factors.values()].flatMap((factor) => {
    const section = SECTIONS.find((name) => factor.askedOf.includes(name));
    return section === undefined || stated.has(factor.id) ? [] : [{ factor, section }];
  });
}

/** The factors of the item of a place, such as its kind of data, that are not stated; those that it inherits are factors of the workload. */
function questionsOfItem(place: PlaceDecision, { knowledge }: Program): UnstatedQuestion[] {
  const { item } = place;
  if (item === undefined) return [];
  return [...knowledge.factors.values()].flatMap((factor) => {
    const isInherited = factor.inherited === true && factor.askedOf.includes('requirements');
    const isGiven = item.given.some((given) => given.factor === factor);
    if (!factor.askedOf.includes(item.collection) || isInherited || isGiven) return [];
    return [{ factor, section: item.collection, place }];
  });
}

/** The places whose choice differs with a value of a factor; undefined for none, and for a value that contradicts the scenario. */
function changedPlaces(
  { factor, section, place }: UnstatedQuestion,
  value: Value,
  { inputs, places, asOf }: StackDecision,
  workload: DecisionRequest,
  program: Program,
  decided: DecidedItems,
): ChangedPlaces | undefined {
  const changed = new Map<PlaceDecision, PlaceDecision>();
  const compare = (here: PlaceDecision, there: PlaceDecision | undefined): void => {
    if (there !== undefined && changesChoice(here, there)) changed.set(here, there);
  };
  if (place?.item !== undefined) {
    const given = [...place.item.given, { factor, section, value, origin: 'stated' as const }];
    const item = { ...place.item, given };
    // A name that is required is about one item.
    const key = `${place.role.id}\n${workload.require.length === 0 ? '' : item.name}\n${givenKey(item)}`;
    const there = getOrInsert(decided, key, () => {
      const other = decideInputs(program, { ...inputs, items: [item] }, workload, asOf);
      return other.places.find(({ role }) => role === place.role);
    });
    compare(place, there);
  } else {
    const statements = [...workload.statements, { factor, section, value }];
    const other = decide(program, { ...workload, statements }, asOf);
    if (other.inputs.departures.length > inputs.departures.length) return undefined;
    for (const here of places) {
      compare(
        here,
        other.places.find(({ role, item }) => role === here.role && item?.name === here.item?.name),
      );
    }
  }
  return changed.size === 0 ? undefined : changed;
}

/** Whether something else is chosen, or one of several answers is left. */
export function changesChoice(here: PlaceDecision, there: PlaceDecision): boolean {
  if (String(there.chosen) !== String(here.chosen)) return true;
  return (here.result.answer?.length ?? 0) > 1 && there.result.answer?.length === 1;
}

/** The values of a factor by class, without the class of the value that is given now. */
function valueClasses(
  { factor, section, place }: UnstatedQuestion,
  { given }: StackDecision['inputs'],
  program: Program,
): readonly ValueClass[] {
  const now =
    place === undefined ? given.find((one) => one.factor === factor && one.origin !== 'typical')?.value : undefined;
  const classOf = valueClassifier(factor, section, program);
  const present = classOf(now);
  const classes = new Map<string, [Value, ...Value[]]>();
  for (const value of valuesOf(factor, program)) {
    const key = classOf(value);
    if (key === present) continue;
    const members = classes.get(key);
    if (members === undefined) classes.set(key, [value]);
    else members.push(value);
  }
  return [...classes.values()];
}

/** Gives two values the same key if every test and every criterion gives the same for them. */
function valueClassifier(factor: Factor, section: string, program: Program): (value: Value | undefined) => string {
  const { knowledge } = program;
  // The name of a scenario determines presets, and the value of some factors the name of an item.
  const isStructural =
    (factor.type === 'choice' && factor.values === 'scenarios') ||
    [...knowledge.collections.values()].some(({ impliedBy }) => impliedBy?.includes(factor.id) === true);
  if (isStructural) return String;
  const variables = program.lookup.get(section)?.get(factor) ?? [];
  const criteria = [...program.fit.values()].flatMap((role) => role.criteria.filter((one) => one.factor === factor));
  return (value) =>
    [
      ...variables.map((variable) => testResults(variable, codeOf(variable, value), program)),
      ...criteria.map(({ demands, bounds }) => String(demands.get(String(value)) ?? bounds.get(String(value)))),
    ].join(' ');
}

/** The results of all tests of a variable for a code. “Not stated” is a class of its own: a test of it is neither true nor false. */
function testResults(variable: Variable, code: number, { tested }: Program): string {
  if (code === UNSTATED) return '';
  return `=${[...(tested.get(variable) ?? [])].map((accepts) => Number(has(accepts, code))).join('')}`;
}

function valuesOf(factor: Factor, { knowledge }: Program): readonly Value[] {
  if (factor.type === 'flag') return [false, true];
  return factor.type === 'choice' || factor.type === 'ordinal' ? knowledge.values(factor).map(({ id }) => id) : [];
}
