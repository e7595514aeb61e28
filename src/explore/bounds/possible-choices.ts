import { interactingRoles, mayTouchOthers } from '../../decide/stack/role-interactions.js';
import { isInventory, ownersOf, type GivenItem } from '../../decide/inputs/inputs.js';
import { stackContext, type ReadObserver, type PlaceContext } from '../../decide/stack/place-context.js';
import type { Variable } from '../../program/ir/domain.js';
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
  /** The ids of all combinations that may be chosen, and perhaps of more; undefined where that is not bounded. */
  readonly chosen: ReadonlySet<string> | undefined;
  /** The open questions that the choice depends on; those that the guide reads come first. */
  readonly causes: ReadonlySet<Question>;
}

/**
 * Bounds what may be chosen for each place of a stack while questions are open, for all replies to them. The answer of the guide must not depend on an open question;
 * verdicts, feasibility and conflicts are then bounded (abstract interpretation, after Cousot and Cousot, 1977).
 *
 * @param replies the replies to the other questions, as changes to the workload
 * @param isOpen whether a question is open: it may have any reply, or none
 * @param isWanted whether a place, given by its key, is bounded
 */
export function possibleChoicesByPlace(
  variants: WorkloadVariants,
  replies: Changes,
  isOpen: (question: Question) => boolean,
  isWanted: (place: string) => boolean,
): readonly PossibleChoices[] {
  const { program, workload, asOf, questions } = variants;
  const inputs = variants.inputs(replies);
  const log = new QuestionLog();
  for (const item of inputs.items) questions.of(item);
  const { places, surroundings } = stackContext(
    program,
    inputs,
    workload,
    asOf,
    observerOf(variants, inputs.items, log),
  );
  const open = questions.general.filter(isOpen);
  const isStated = inputs.given.some(({ section }) => section === 'environment');
  const mayBeStated = isStated || open.some(({ section }) => section === 'environment');
  const shared = {
    program,
    forbid: new Set(workload.forbid),
    openInventories: open.filter(({ factor }) => isInventory(factor)),
    exists: surroundings.exists,
    environmentStated: isStated ? [true] : mayBeStated ? [false, true] : [false],
  };
  // The places themselves, and what is preset, depend on these.
  const first = variants.itemCreating.filter(isOpen);
  // A requirement by name leads to steps that are not bounded.
  const isFollowed = workload.require.length === 0 && first.length === 0;
  const occupantsOf = (place: PlaceContext): PossibleOccupants => {
    const { role, item } = place;
    const fit = program.fit.get(role.id);
    if (fit === undefined) throw new RangeError(`no role ${role.id}`);
    const { seen } = log.scoped(() => [place.result, place.families]);
    const guide = [...first, ...seen.filter(isOpen)];
    const causes = new Set(guide);
    const of = (variable: Variable): Question | undefined => {
      const question = questions.about(variable, item);
      return question !== undefined && isOpen(question) ? question : undefined;
    };
    const tests = new PossibleTests(place.evaluation, log, isOpen, of, causes);
    const demanded = demandsAt(place, variants, isOpen);
    const rules = new AbstractChoice({ ...shared, place, fit, tests, demanded });
    const picks = guide.length > 0 || !isFollowed ? undefined : rules.candidates;
    return { candidates: picks, applies: rules.applies, causes };
  };
  const bounded = new Map<PlaceContext, PossibleOccupants>();
  const about = (place: PlaceContext): PossibleOccupants => getOrInsert(bounded, place, () => occupantsOf(place));
  const active = places.filter(({ role }) => mayInteract(role, program)).map(about);
  const conflicts = new PossibleConflicts(active, surroundings.exists, shared.openInventories, program);
  const keyed = places.map((place) => ({ place, key: placeKey(place.role.id, place.item?.name) }));
  return keyed
    .filter(({ key }) => isWanted(key))
    .map(({ place, key }): PossibleChoices => {
      const { candidates, causes } = about(place);
      const isAlone =
        candidates !== undefined &&
        [...candidates].every((pick) => pick === undefined || !mayTouchOthers(pick, program));
      const linked = interactingRoles(program, place.role);
      const near = places.filter((one) => one === place || linked.has(one.role)).map(about);
      // Where a conflict is possible, either place may be changed, and others with it.
      if (candidates !== undefined && (isAlone || !near.some((one) => conflicts.mayConflict(one))))
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

/** Records the questions that the rules read. */
function observerOf({ questions }: WorkloadVariants, given: readonly GivenItem[], log: QuestionLog): ReadObserver {
  return {
    evaluation: (program, codes, items) => {
      const owners = ownersOf(items, given);
      return new TrackingInterpreter(program, codes, items, log.readLog, (from) => {
        const item = owners.get(from);
        const numbers = new Map<VariableTest, number>();
        const questionsOf = ({ variable, fallback }: VariableTest): Question[] =>
          [variable, fallback].flatMap((one) => (one === undefined ? [] : (questions.about(one, item) ?? [])));
        return (test) => getOrInsert(numbers, test, () => log.numberOf(questionsOf(test)));
      });
    },
    readFactor: () => undefined,
    readExisting: () => undefined,
    readEnvironment: () => undefined,
  };
}
