import { interactingRoles } from '../../decide/stack/role-interactions.js';
import { isInventory, ownersOf, type GivenItem } from '../../decide/inputs/inputs.js';
import { stackContext, type ReadObserver, type PlaceContext } from '../../decide/stack/place-context.js';
import type { Variable } from '../../program/ir/domain.js';
import { monthOf } from '../../program/ir/fit.js';
import type { VariableTest } from '../../program/ir/tests.js';
import { TrackingInterpreter } from '../../program/eval/tracking-interpreter.js';
import { possibleDemands, type PossibleDemand } from './possible-fit.js';
import { PossibleConflicts, mayInteract, type PossibleOccupants } from './conflicts.js';
import { AbstractChoice } from './abstract-choice.js';
import { PossibleTests, QuestionLog } from './possible-tests.js';
import type { Question } from '../variants/question.js';
import { placeKey } from '../variants/choice.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import type { Changes } from '../variants/changes.js';
import type { WorkloadVariants } from '../variants/workload-variants.js';

/** What may be chosen for a place. */
export interface PossibleChoices {
  readonly key: string;
  /** All that may be chosen, in ids, and perhaps more; undefined where that is not known. */
  readonly chosen: ReadonlySet<string> | undefined;
  /** The open questions that it hangs on, those first that the guide looks at. */
  readonly causes: ReadonlySet<Question>;
}

/**
 * What may be chosen for each place of a stack while questions are open, whatever is replied to them. The guide has to be certain; the facts, what runs and
 * what stands beside one another are then bounded (abstract interpretation, after Cousot and Cousot, 1977).
 *
 * @param replies to some questions
 * @param isOpen whether a question is open: it may have any reply, or none
 * @param isWanted whether a place is looked at; by its key
 */
export function possibleChoicesByPlace(
  variations: WorkloadVariants,
  replies: Changes,
  isOpen: (question: Question) => boolean,
  isWanted: (place: string) => boolean,
): readonly PossibleChoices[] {
  const { program, workload, asOf, questions } = variations;
  const inputs = variations.inputs(replies);
  const watch = new QuestionLog();
  for (const item of inputs.items) questions.of(item);
  const { places, surroundings } = stackContext(
    program,
    inputs,
    workload,
    asOf,
    observerOf(variations, inputs.items, watch),
  );
  const open = questions.general.filter(isOpen);
  const isTold = inputs.given.some(({ section }) => section === 'environment');
  const mayBeTold = isTold || open.some(({ section }) => section === 'environment');
  const shared = {
    program,
    forbid: new Set(workload.forbid),
    month: monthOf(asOf),
    openInventories: open.filter(({ factor }) => isInventory(factor)),
    environmentStated: isTold ? [true] : mayBeTold ? [false, true] : [false],
  };
  // What there is to decide, and what is preset, hangs on these.
  const first = variations.itemCreating.filter(isOpen);
  // With what is required, the choice goes other ways.
  const isFollowed = workload.require.length === 0 && first.length === 0;
  const inQuestion = (place: PlaceContext): PossibleOccupants => {
    const { role, item } = place;
    const fit = program.fit.get(role.id);
    if (fit === undefined) throw new RangeError(`no role ${role.id}`);
    const { seen } = watch.scoped(() => [place.result, place.families]);
    const guide = [...first, ...seen.filter(isOpen)];
    const causes = new Set(guide);
    const of = (variable: Variable): Question | undefined => {
      const question = questions.about(variable, item);
      return question !== undefined && isOpen(question) ? question : undefined;
    };
    const tests = new PossibleTests(place.evaluation, watch, isOpen, of, causes);
    const demanded = demandsAt(place, variations, isOpen);
    const rules = new AbstractChoice({ ...shared, place, fit, tests, demanded });
    const picks = guide.length > 0 || !isFollowed ? undefined : rules.candidates;
    return { candidates: picks, applies: rules.applies, causes };
  };
  const worked = new Map<PlaceContext, PossibleOccupants>();
  const about = (place: PlaceContext): PossibleOccupants => getOrInsert(worked, place, () => inQuestion(place));
  const active = places.filter(({ role }) => mayInteract(role, program)).map(about);
  const beside = new PossibleConflicts(active, surroundings.exists, shared.openInventories, program);
  const keyed = places.map((place) => ({ place, key: placeKey(place.role.id, place.item?.name) }));
  return keyed
    .filter(({ key }) => isWanted(key))
    .map(({ place, key }): PossibleChoices => {
      const { candidates, causes } = about(place);
      const linked = interactingRoles(program, place.role);
      const near = places.filter((one) => one === place || linked.has(one.role)).map(about);
      // Where something may not run beside another, either may be changed, and others with it.
      if (candidates !== undefined && !near.some((one) => beside.mayConflict(one)))
        return { key, chosen: new Set([...candidates].map((pick) => String(pick?.combo ?? []))), causes };
      return { key, chosen: undefined, causes: new Set([...causes, ...near.flatMap((one) => [...one.causes])]) };
    });
}

/** What the replies to the open questions may demand of a place: those to questions of an item, else to those of the workload that it inherits. */
function demandsAt(
  { role, item }: PlaceContext,
  { program, questions }: WorkloadVariants,
  isOpen: (question: Question) => boolean,
): readonly PossibleDemand[] {
  const fit = program.fit.get(role.id);
  if (fit === undefined) return [];
  const general = questions.general.filter(isOpen).filter(({ factor }) => {
    if (item === undefined) return true;
    if (item.given.some((one) => one.factor === factor)) return false;
    return factor.inherited === true || !factor.askedOf.includes(item.collection);
  });
  const own = item === undefined ? [] : questions.of(item).filter(isOpen);
  return [...own, ...general].flatMap((question) => possibleDemands(question, fit, program));
}

/** Notes the questions that the rules look at. */
function observerOf({ questions }: WorkloadVariants, given: readonly GivenItem[], watch: QuestionLog): ReadObserver {
  return {
    evaluation: (program, codes, items) => {
      const owners = ownersOf(items, given);
      return new TrackingInterpreter(program, codes, items, watch.readLog, (from) => {
        const item = owners.get(from);
        const numbers = new Map<VariableTest, number>();
        const looksAt = ({ variable, fallback }: VariableTest): Question[] =>
          [variable, fallback].flatMap((one) => (one === undefined ? [] : (questions.about(one, item) ?? [])));
        return (test) => getOrInsert(numbers, test, () => watch.numberOf(looksAt(test)));
      });
    },
    readFactor: () => undefined,
    readExisting: () => undefined,
    readEnvironment: () => undefined,
  };
}
