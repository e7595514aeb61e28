import type { SharedTexts } from './texts/texts.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { DecisionMap, MapAxis, MapStep } from '../../language/schema/results/decision-map.js';

type MapTexts = SharedTexts['map'];

/** Names beyond these are counted only. */
const MAX_LISTED_NAMES = 12;

/** What a step is called along its axis. */
export function stepLabel({ title, also }: MapStep, words: MapTexts): string {
  return also.length === 0 ? title : words.more(title, also.length);
}

/** What the workload itself states of an axis. */
export function ownStated({ title, steps }: MapAxis, n: number, words: MapTexts): string {
  const step = steps[n];
  // Of a range of figures, the workload's own one.
  const value = step?.range !== undefined && typeof step.value === 'string' ? step.value : (step?.title ?? '');
  return words.stated(title, value);
}

/** What is to be said below a map: the values that share a step, and members that change nothing. */
export function notesOn({ x, y, lang }: DecisionMap, words: MapTexts): string[] {
  const listed = (names: readonly string[]): string => {
    const shown = names.length > MAX_LISTED_NAMES + 1 ? names.slice(0, MAX_LISTED_NAMES) : names;
    const rest = names.length - shown.length;
    return [...shown, ...(rest > 0 ? [words.andMore(rest)] : [])].join(TYPOGRAPHY[lang].comma);
  };
  return [x, y].flatMap(({ title, steps, without }) => [
    ...steps.flatMap((step) =>
      step.also.length === 0
        ? []
        : [words.also(step.title, step.also.map((one) => one.title).join(TYPOGRAPHY[lang].comma))],
    ),
    ...(without.length === 0 ? [] : [words.without(title, listed(without.map((one) => one.title)))]),
  ]);
}

/** Whether the facts decide in some cells and the guide in others, or the facts alone; undefined where the facts decide nowhere. */
export function factsDecide({ cells }: DecisionMap): 'some' | 'all' | undefined {
  const opinions = new Set(cells.flat().map(({ opinion }) => opinion));
  return !opinions.has('fit') ? undefined : opinions.has('guide') ? 'some' : 'all';
}

/** What the map is titled by: the workload. */
export function titleOf({ workload: { metadata } }: DecisionMap, words: MapTexts): string {
  return metadata?.title ?? metadata?.name ?? words.untitled;
}
