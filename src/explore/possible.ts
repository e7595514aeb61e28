import { linkedRoles } from '../decide/linked.js';
import { isInventory, ownersOf, type GivenItem } from '../decide/inputs.js';
import { undecided, type Lens, type UndecidedPlace } from '../decide/undecided.js';
import type { Variable } from '../program/domain.js';
import { monthOf } from '../program/fit.js';
import type { VariableTest } from '../program/tests.js';
import { Observed } from '../program/observed.js';
import { demandedBy, type Demanded } from './possible-fit.js';
import { Beside, isPassive, type ActivePlace } from './possible-beside.js';
import { PossiblePicks } from './possible-picks.js';
import { PossibleTests, Watch } from './possible-tests.js';
import type { Question } from './question.js';
import { placeKey } from './choice.js';
import { kept } from '../language/kept.js';
import type { Changes } from './changes.js';
import type { Variations } from './variations.js';

/** What may be chosen for a place. */
export interface PossiblePlace {
  readonly key: string;
  /** All that may be chosen, in ids, and perhaps more; undefined where that is not known. */
  readonly chosen: ReadonlySet<string> | undefined;
  /** The open questions that it hangs on, those first that the guide looks at. */
  readonly causes: ReadonlySet<Question>;
}

interface Place extends ActivePlace {
  readonly key: string;
  readonly place: UndecidedPlace;
}

type Barred = ConstructorParameters<typeof PossiblePicks>[1];

/**
 * What may be chosen for each place of a stack while questions are open, whatever is replied to them. The guide has to be certain; the facts, what runs and
 * what stands beside one another are then bounded (abstract interpretation, after Cousot and Cousot, 1977).
 *
 * @param replies to some questions
 * @param isOpen whether a question is open: it may have any reply, or none
 * @param isWanted whether a place is looked at; by its key
 */
export function possiblePlaces(
  variations: Variations,
  replies: Changes,
  isOpen: (question: Question) => boolean,
  isWanted: (place: string) => boolean,
): readonly PossiblePlace[] {
  const { program, workload, asOf, questions } = variations;
  const inputs = variations.inputs(replies);
  const watch = new Watch();
  for (const item of inputs.items) questions.of(item);
  const { places, around } = undecided(program, inputs, workload, asOf, lensOf(variations, inputs.items, watch));
  const open = questions.general.filter(isOpen);
  const isTold = inputs.given.some(({ section }) => section === 'environment');
  const mayBeTold = isTold || open.some(({ section }) => section === 'environment');
  const shared = {
    program,
    forbid: new Set(workload.forbid),
    month: monthOf(asOf),
    inventories: open.filter(({ factor }) => isInventory(factor)),
    placed: isTold ? [true] : mayBeTold ? [false, true] : [false],
  };
  // What there is to decide, and what is preset, hangs on these.
  const first = variations.bringing.filter(isOpen);
  // With what is required, the choice goes other ways.
  const isFollowed = workload.require.length === 0 && first.length === 0;
  const inQuestion = (place: UndecidedPlace, barred: Barred): Place[] => {
    const { role, item } = place;
    const fit = program.fit.get(role.id);
    if (fit === undefined) return [];
    const { seen } = watch.during(() => [place.result, place.families]);
    const guide = [...first, ...seen.filter(isOpen)];
    const causes = new Set(guide);
    const of = (variable: Variable): Question | undefined => {
      const question = questions.about(variable, item);
      return question !== undefined && isOpen(question) ? question : undefined;
    };
    const tests = new PossibleTests(place.evaluation, watch, isOpen, of, causes);
    const demanded = demandedAt(place, variations, isOpen);
    const rules = new PossiblePicks({ ...shared, place, fit, tests, demanded }, barred);
    const picks = guide.length > 0 || !isFollowed ? undefined : rules.all;
    return [{ key: placeKey(role.id, item?.name), role, place, picks, applies: rules.applies, causes }];
  };
  const active = places
    .filter(({ role }) => !isPassive(role, program))
    .flatMap((place) => inQuestion(place, () => ({ may: false, must: false })));
  const beside = new Beside(active, around.exists, shared.inventories, program);
  const isClear = (place: UndecidedPlace): boolean => {
    const linked = linkedRoles(program, place.role);
    return active.every((one) => !linked.has(one.role) || !beside.mayConflict(one));
  };
  const wanted = places.filter(({ role, item }) => isWanted(placeKey(role.id, item?.name)));
  const all = wanted.flatMap(
    (place) => active.find((one) => one.place === place) ?? inQuestion(place, (...one) => beside.bars(...one)),
  );
  return all.map(({ key, place, picks, causes }): PossiblePlace => {
    if (picks !== undefined && isClear(place))
      return { key, chosen: new Set([...picks].map((pick) => String(pick?.combo ?? []))), causes };
    const linked = active.filter((one) => linkedRoles(program, place.role).has(one.role));
    return { key, chosen: undefined, causes: new Set([...causes, ...linked.flatMap((one) => [...one.causes])]) };
  });
}

/** What the replies to the open questions may demand of a place: those to questions of an item, else to those of the workload that it inherits. */
function demandedAt(
  { role, item }: UndecidedPlace,
  { program, questions }: Variations,
  isOpen: (question: Question) => boolean,
): readonly Demanded[] {
  const fit = program.fit.get(role.id);
  if (fit === undefined) return [];
  const general = questions.general.filter(isOpen).filter(({ factor }) => {
    if (item === undefined) return true;
    if (item.given.some((one) => one.factor === factor)) return false;
    return factor.inherited === true || !factor.askedOf.includes(item.collection);
  });
  const own = item === undefined ? [] : questions.of(item).filter(isOpen);
  return [...own, ...general].flatMap((question) => demandedBy(question, fit, program));
}

/** Notes the questions that the rules look at. */
function lensOf({ questions }: Variations, given: readonly GivenItem[], watch: Watch): Lens {
  return {
    evaluation: (program, codes, items) => {
      const owners = ownersOf(items, given);
      return new Observed(program, codes, items, watch.notes, (from) => {
        const item = owners.get(from);
        const numbers = new Map<VariableTest, number>();
        const looksAt = ({ variable, fallback }: VariableTest): Question[] =>
          [variable, fallback].flatMap((one) => (one === undefined ? [] : (questions.about(one, item) ?? [])));
        return (test) => kept(numbers, test, () => watch.numberOf(looksAt(test)));
      });
    },
    look: () => undefined,
    lookForExisting: () => undefined,
    lookAround: () => undefined,
  };
}
