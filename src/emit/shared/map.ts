import type { Lang } from '../../language/format.js';
import type { DecisionMap, MapAxis, MapStep } from '../../language/schema/results/decision-map.js';

/** The fixed words of a decision map, for whatever draws it. */
export interface MapWords {
  readonly untitled: string;
  readonly basis: (version: string, asOf: string) => string;
  readonly subject: (place: string, x: string, y: string) => string;
  readonly legend: string;
  readonly cells: (count: number) => string;
  readonly own: (x: string, y: string) => string;
  readonly stated: (factor: string, value: string) => string;
  readonly byFit: string;
  readonly onlyFit: string;
  readonly more: (title: string, count: number) => string;
  readonly also: (title: string, others: string) => string;
  readonly without: (axis: string, members: string) => string;
  readonly andMore: (count: number) => string;
  readonly comma: string;
  readonly cell: (where: string, answer: string) => string;
  readonly answered: (letter: string, title: string, count: number) => string;
}

export const MAP_WORDS: Readonly<Record<Lang, MapWords>> = {
  en: {
    untitled: 'Workload',
    basis: (version, asOf) => `knowledge ${version}, as of ${asOf}`,
    subject: (place, x, y) => `${place}, by ${x} (→) and ${y} (↓)`,
    legend: 'Answers',
    cells: (count) => (count === 1 ? '1 cell' : `${String(count)} cells`),
    own: (x, y) => `this workload (${x}; ${y})`,
    stated: (factor, value) => `${factor}: ${value}`,
    byFit: 'the facts decide; elsewhere the guide does',
    onlyFit: 'the facts decide',
    more: (title, count) => `${title} +${String(count)}`,
    also: (title, others) => `“${title}” stands for ${others} as well.`,
    without: (axis, members) => `${axis}: one more or less of these changes nothing: ${members}.`,
    andMore: (count) => `and ${String(count)} more`,
    comma: ', ',
    cell: (where, answer) => `${where} → ${answer}`,
    answered: (letter, title, count) => `${letter}, ${title}: ${count === 1 ? '1 cell' : `${String(count)} cells`}.`,
  },
  zh: {
    untitled: '工作负载',
    basis: (version, asOf) => `知识 ${version}，截至 ${asOf}`,
    subject: (place, x, y) => `${place}：按${x}（→）和${y}（↓）`,
    legend: '答案',
    cells: (count) => `${String(count)} 格`,
    own: (x, y) => `本工作负载（${x}；${y}）`,
    stated: (factor, value) => `${factor}：${value}`,
    byFit: '由事实决定；其余由指南决定',
    onlyFit: '由事实决定',
    more: (title, count) => `${title} +${String(count)}`,
    also: (title, others) => `“${title}”同时代表：${others}。`,
    without: (axis, members) => `${axis}：增减以下任何一项都不改变答案：${members}。`,
    andMore: (count) => `等 ${String(count)} 项`,
    comma: '、',
    cell: (where, answer) => `${where} → ${answer}`,
    answered: (letter, title, count) => `${letter}，${title}：${String(count)} 格。`,
  },
};

/** Names beyond these are counted only. */
const LISTED = 12;

/** What a step is called along its axis. */
export function stepLabel({ title, also }: MapStep, words: MapWords): string {
  return also.length === 0 ? title : words.more(title, also.length);
}

/** What the workload itself states of an axis. */
export function ownStated({ title, steps }: MapAxis, n: number, words: MapWords): string {
  const step = steps[n];
  // Of a range of figures, the workload's own one.
  const value = step?.range !== undefined && typeof step.value === 'string' ? step.value : (step?.title ?? '');
  return words.stated(title, value);
}

/** What is to be said below a map: the values that share a step, and members that change nothing. */
export function notesOn({ x, y }: DecisionMap, words: MapWords): string[] {
  const listed = (names: readonly string[]): string => {
    const shown = names.length > LISTED + 1 ? names.slice(0, LISTED) : names;
    const rest = names.length - shown.length;
    return [...shown, ...(rest > 0 ? [words.andMore(rest)] : [])].join(words.comma);
  };
  return [x, y].flatMap(({ title, steps, without }) => [
    ...steps.flatMap((step) =>
      step.also.length === 0 ? [] : [words.also(step.title, step.also.map((one) => one.title).join(words.comma))],
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
export function titleOf({ workload: { metadata } }: DecisionMap, words: MapWords): string {
  return metadata?.title ?? metadata?.name ?? words.untitled;
}
