import type { Describer } from '../../report/describe.js';
import type { Inputs } from '../../decide/inputs/inputs.js';
import type { Diagnostics, Span } from '../../language/diagnostics/diagnostic.js';
import { candidateOf, nearest } from '../../language/diagnostics/nearest.js';
import { withBrackets } from '../../language/text/text.js';
import type { MapStep } from '../../language/schema/results/decision-map.js';
import type { Value } from '../../language/values/statement.js';
import { isUnstated, sameReply, UNSTATED_REPLY, type Question, type Reply } from '../variants/question.js';
import { dimensionOf } from '../../load/knowledge.js';
import { cellAt, figuresOf, type FigureCell } from '../variants/thresholds.js';
import type { WorkloadVariants } from '../variants/workload-variants.js';
import { EXPLORE_TEXTS } from '../texts/index.js';

/** One of the replies along an axis. */
export interface Tick {
  readonly reply: Reply;
  /** Whether it is the reply of the workload itself. */
  readonly own: boolean;
  /** The figures that it stands for. */
  readonly range?: NonNullable<MapStep['range']>;
  /** Of a set: the member that is in it now and was not before, or the other way round. */
  readonly member?: { readonly id: string; readonly added: boolean };
  /** Of a long list of values without order: those that make no difference may share a step. */
  readonly grouped?: true;
}

/** The replies to a question, in the order of an axis. */
export interface Ticks {
  readonly question: Question;
  readonly ticks: readonly Tick[];
}

/**
 * The question that a name means: its key (`data/ledger/iops`, dots will do), or a factor. A factor alone is that of the workload where it can
 * be stated there, else that of the item in whose place one looks, else that of the only item. Reports a name that means none or several.
 */
export function questionNamed(
  name: string,
  variants: WorkloadVariants,
  item: string | undefined,
  report: Diagnostics,
  span: Span,
): Question | undefined {
  const { questions } = variants;
  const ofItems = variants.inputs(variants.unchanged).items.flatMap((one) => questions.of(one));
  const all = [...questions.general, ...ofItems];
  const wanted = name.trim();
  const exact = all.find(({ key }) => key === wanted || key === wanted.replaceAll('.', '/'));
  if (exact !== undefined) return exact;
  const general = questions.general.find(({ factor }) => factor.id === wanted);
  if (general !== undefined) return general;
  const candidates = ofItems.filter(({ factor }) => factor.id === wanted);
  const found = candidates.length === 1 ? candidates[0] : candidates.find((one) => one.item === item);
  if (found !== undefined) return found;
  if (candidates.length > 1) {
    report.add('axis-ambiguous', { name: wanted, expected: candidates.map(({ key }) => key) }, span);
    return undefined;
  }
  const generals = new Map(questions.general.map(({ factor }) => [factor.id, factor]));
  const known = [
    ...[...generals.values()].map(candidateOf),
    ...ofItems.map(({ key, factor }) => ({ id: key, also: [factor.id, ...(candidateOf(factor).also ?? [])] })),
  ];
  report.add('axis-unknown', { name: wanted, expected: known.map(({ id }) => id) }, span, nearest(wanted, known));
  return undefined;
}

/**
 * The replies to a question that a map shows: levels, values, no and yes; of figures, one for each cell between thresholds; of a set, one member
 * more or less. To state nothing is the first of them where the workload states nothing, or where only a scenario that the other axis changes presets it.
 */
export function ticksOf(question: Question, other: Question, variants: WorkloadVariants): Ticks {
  const inputs = variants.inputs(variants.unchanged);
  const standing = variants.currentReply(question, inputs);
  const hangs = isScenario(other) && isPreset(question, inputs);
  const now = hangs ? UNSTATED_REPLY : standing;
  const nothing: Tick[] = isUnstated(now) ? [{ reply: UNSTATED_REPLY, own: true }] : [];
  return { question, ticks: [...nothing, ...statedTicks(question, now, variants)] };
}

/** Values without order beyond these are not all shown by themselves. */
const MAX_SINGLE_VALUES = 8;

const isScenario = ({ factor }: Question): boolean => factor.type === 'choice' && factor.values === 'scenarios';

const isPreset = ({ factor, section, item }: Question, { given }: Inputs): boolean =>
  item === undefined &&
  given.some((one) => one.factor === factor && one.section === section && one.origin === 'scenario');

function statedTicks({ factor }: Question, now: Reply, { program }: WorkloadVariants): readonly Tick[] {
  const { knowledge } = program;
  const each = (values: readonly Value[]): Tick[] =>
    values.map((value) => ({ reply: { value }, own: sameReply({ value }, now) }));
  const ids = knowledge.values(factor).map(({ id }) => id);
  switch (factor.type) {
    case 'flag':
      return each([false, true]);
    case 'choice':
      return each(ids).map((tick): Tick => (ids.length > MAX_SINGLE_VALUES ? { ...tick, grouped: true } : tick));
    case 'set':
      return toggled(ids, now);
    case 'quantity':
      return cells(figuresOf(factor, program).figures, now);
    case 'ordinal':
      return now.figure !== undefined && dimensionOf(factor, knowledge) !== undefined
        ? cells(figuresOf(factor, program).figures, now)
        : each(ids);
  }
}

/** What is in the set, then the set with each other member and without each of its own; from nothing, none and each alone. */
function toggled(ids: readonly string[], now: Reply): Tick[] {
  const held = Array.isArray(now.value) ? (now.value as readonly string[]) : undefined;
  const first: Tick = held === undefined ? { reply: { value: [] }, own: false } : { reply: now, own: true };
  const others = ids.map((id): Tick => {
    const added = held?.includes(id) !== true;
    const value = added ? [...(held ?? []), id].sort() : held.filter((member) => member !== id);
    return { reply: { value }, own: false, member: { id, added } };
  });
  return [first, ...others];
}

function cells(figures: readonly FigureCell[], now: Reply): Tick[] {
  const from = now.figure === undefined ? -1 : cellAt(now.figure.value, figures);
  const ticks = figures.flatMap((figure, n): Tick[] => {
    const { value, fromBelow, fromAbove } = figure;
    const reply = n === from ? now : value;
    if (reply === undefined) return [];
    const low = fromBelow && { text: fromBelow.text, figure: fromBelow.figure, included: figure.single };
    const high = fromAbove && { text: fromAbove.text, figure: fromAbove.figure, included: figure.single };
    return [{ reply, own: n === from, range: { ...(low && { low }), ...(high && { high }) } }];
  });
  // A figure such as 0 lies in no cell.
  return from < 0 && now.figure !== undefined ? [{ reply: now, own: true }, ...ticks] : ticks;
}

/** The name of a question along an axis: its factor, and the item that it is asked of. */
export function axisTitle({ factor, item }: Question, { lang }: Describer): string {
  return item === undefined ? factor.title[lang] : withBrackets(factor.title[lang], item, lang);
}

/** A reply as a step of an axis names it: `high`, `≤ 1s`, `+ GPU`. */
export function tickTitle({ reply, range, member }: Tick, { factor }: Question, describe: Describer): string {
  const texts = EXPLORE_TEXTS[describe.lang].map;
  const { value, figure } = reply;
  if (isUnstated(reply)) return texts.notStated;
  if (member !== undefined) {
    const title = describe.value(factor, [member.id]);
    const alone = member.added && Array.isArray(value) && value.length === 1;
    return alone ? title : `${member.added ? '+' : '−'} ${title}`;
  }
  if (range !== undefined) return rangeText(range) ?? texts.anyFigure;
  if (figure !== undefined) return figure.text;
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return texts.none;
  return describe.value(factor, value);
}

/** A range of figures: an end that does not belong to it has its sign. */
function rangeText({ low, high }: NonNullable<MapStep['range']>): string | undefined {
  if (low !== undefined && high !== undefined) {
    if (low.figure === high.figure) return low.text;
    return `${low.included ? '' : '> '}${low.text} … ${high.included ? '' : '< '}${high.text}`;
  }
  if (low !== undefined) return `${low.included ? '≥' : '>'} ${low.text}`;
  return high && `${high.included ? '≤' : '<'} ${high.text}`;
}
