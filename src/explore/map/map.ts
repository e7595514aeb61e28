import type { AnyVocabulary } from '../../language/schema/vocabulary.js';
import type { WorkloadInput } from '../../language/schema/workload.js';
import type { CommonOptions } from '../../language/options.js';
import { decidingOpinion, type PlaceDecision } from '../../decide/stack/decide.js';
import { Describer, placeTitle } from '../../report/describe.js';
import { chosenOf } from '../../report/present-fit.js';
import { readInput, today } from '../../report/recommend.js';
import { DiagnosticError, Diagnostics, spanOfText, type Span } from '../../language/diagnostics/diagnostic.js';
import { API_VERSION, DEFAULT_LANG } from '../../language/format.js';
import type { DecisionMap, MapAnswer, MapAxis, MapCell, MapStep } from '../../language/schema/results/decision-map.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import { versionOf, type KnowledgeBase } from '../../load/knowledge.js';
import { programOf } from '../../program/ir/lower.js';
import { axisTitle, questionNamed, tickTitle, ticksOf, type Tick, type Ticks } from './map-axis.js';
import { mergeSteps, type MergedSteps } from './merge-steps.js';
import { changeOf, replyValue, type Question } from '../variants/question.js';
import { placesNamed, choiceText, placeStatusOf, type PlaceStatus } from '../variants/place-status.js';
import { placeKey } from '../variants/choice.js';
import { WorkloadVariants } from '../variants/workload-variants.js';

/** What a decision map is to show. */
export interface MapOptions extends CommonOptions {
  /** The factor whose values make the columns: `security`, or `data/ledger/iops` for that of an item. */
  readonly x: string;
  /** The factor whose values make the rows. */
  readonly y: string;
  /** The place of the stack: a role, which means its first place, or `storage/ledger`; the first of the stack by default. */
  readonly role?: string;
}

/** No more cells than these are decided, which takes a second or two. */
const MAX_CELLS = 10_000;

/**
 * What would be chosen for one place of the stack, for all that the workload could state of two factors, everything else being as it is. Ranges of figures
 * that make no difference are put together.
 *
 * @throws {DiagnosticError} when the workload is not valid, or no such factor or place exists; it holds everything that is wrong
 */
export function decisionMap<V extends AnyVocabulary>(
  knowledge: KnowledgeBase<V>,
  workload: WorkloadInput<V>,
  options: MapOptions,
): DecisionMap {
  return decisionMapRead(knowledge, readInput(knowledge, workload, options), options);
}

/** As {@link decisionMap}, for a workload that is read already; `named` says what to call an option in messages. */
export function decisionMapRead(
  knowledge: KnowledgeBase,
  read: ReadWorkload,
  options: MapOptions,
  named: (option: string) => string = (option) => option,
): DecisionMap {
  // find the place and the axes -> decide every cell -> fold what makes no difference -> put into words
  const { lang = DEFAULT_LANG, asOf = today() } = options;
  const variants = new WorkloadVariants(programOf(knowledge), read, asOf);
  const { place, x, y } = placeAndAxes(options, variants, named);
  const all = decideCells(place, x, y, variants);
  const columns = mergeSteps(x.ticks, (n) => all.map((row) => shownKey(row[n])).join('\n'));
  const rows = mergeSteps(y.ticks, (n) => (all[n] ?? []).map(shownKey).join('\n'));
  const shown = rows.steps.map(({ at }) => columns.steps.flatMap((column) => all[at]?.[column.at] ?? []));
  const own = { x: ownOf(columns), y: ownOf(rows) };
  const mine = shown[own.y]?.[own.x];
  const describe = new Describer(knowledge, lang);
  const answers = answersIn(shown.flat(), mine, describe);
  const letters = new Map(answers.map(({ key, answer }) => [key, answer.letter]));
  return {
    apiVersion: API_VERSION,
    kind: 'DecisionMap',
    lang,
    asOf,
    knowledge: versionOf(knowledge),
    workload: read.document,
    place: { role: place.role.id, ...(place.item && { item: place.item.name }), title: placeTitle(place, describe) },
    x: axisIn(x.question, columns, describe),
    y: axisIn(y.question, rows, describe),
    own,
    answers: answers.map(({ answer }) => answer),
    cells: shown.map((row) =>
      row.map((one): MapCell => ({
        answer: letters.get(answerKey(one)) ?? '',
        ...(one.opinion && { opinion: one.opinion }),
        differs: mine === undefined || answerKey(one) !== answerKey(mine),
      })),
    ),
  };
}

/** The place and the axes that are asked for. Reports everything that is wrong with them at once. */
function placeAndAxes(
  { x, y, role }: MapOptions,
  variants: WorkloadVariants,
  named: (option: string) => string,
): { readonly place: PlaceDecision; readonly x: Ticks; readonly y: Ticks } {
  const report = new Diagnostics();
  const spanOf = (option: string, text: string): Span => spanOfText(named(option), text);
  const [place] = placesNamed(role, variants, report, spanOf('role', role ?? ''));
  const [across, down] = [
    questionNamed(x, variants, place?.item?.name, report, spanOf('x', x)),
    questionNamed(y, variants, place?.item?.name, report, spanOf('y', y)),
  ];
  if (across !== undefined && across === down) report.add('axes-equal', { name: across.key }, spanOf('y', y));
  if (place === undefined && role === undefined) report.add('map-without-place', {});
  if (place === undefined || across === undefined || down === undefined || report.failed)
    throw new DiagnosticError(report.all);
  const axes = { x: ticksOf(across, down, variants), y: ticksOf(down, across, variants) };
  const cells = axes.x.ticks.length * axes.y.ticks.length;
  if (cells > MAX_CELLS) {
    report.add('map-too-large', { cells, limit: MAX_CELLS });
    throw new DiagnosticError(report.all);
  }
  return { place, ...axes };
}

/** What is answered in a cell. */
interface CellOutcome {
  readonly decided: PlaceDecision | undefined;
  readonly standing: PlaceStatus;
  readonly opinion: MapCell['opinion'];
}

const answerKey = ({ standing, decided }: CellOutcome): string =>
  `${standing} ${standing === 'chosen' ? (decided?.pick?.ranked.candidate.id ?? '') : ''}`;

/** The same for cells that are shown alike. */
const shownKey = (outcome: CellOutcome | undefined): string =>
  outcome === undefined ? '' : `${answerKey(outcome)} ${outcome.opinion ?? ''}`;

/** Decides for every pair of replies, row by row. */
function decideCells(
  place: PlaceDecision,
  x: Ticks,
  y: Ticks,
  variants: WorkloadVariants,
): readonly (readonly CellOutcome[])[] {
  const key = placeKey(place.role.id, place.item?.name);
  return y.ticks.map((row) =>
    x.ticks.map((column) => {
      // The workload states these replies itself.
      const { unchanged } = variants;
      const isOwn = row.own && column.own;
      const changes = isOwn
        ? unchanged
        : unchanged.with(changeOf(x.question, column.reply)).with(changeOf(y.question, row.reply));
      return outcomeOf(variants.placeAt(changes, key));
    }),
  );
}

const outcomeOf = (decided: PlaceDecision | undefined): CellOutcome => ({
  decided,
  standing: placeStatusOf(decided),
  opinion: decided && decidingOpinion(decided),
});

/** The answers of a map, each with its key: that to the workload itself first, then what is answered more often. */
function answersIn(
  cells: readonly CellOutcome[],
  mine: CellOutcome | undefined,
  describe: Describer,
): readonly { readonly key: string; readonly answer: MapAnswer }[] {
  const counts = new Map<string, { readonly outcome: CellOutcome; readonly count: number }>();
  for (const outcome of cells) {
    const key = answerKey(outcome);
    counts.set(key, { outcome, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const first = mine === undefined ? '' : answerKey(mine);
  // By name where the numbers are equal, so that a map laid on its side has the same letters.
  const ordered = [...counts].sort(
    ([a, { count: m }], [b, { count: n }]) =>
      Number(b === first) - Number(a === first) || n - m || (a < b ? -1 : Number(a > b)),
  );
  return ordered.map(([key, { outcome, count }], n) => {
    const { standing, decided } = outcome;
    const pick = standing === 'chosen' ? decided?.pick : undefined;
    const chosen = pick === undefined ? [] : chosenOf(pick.ranked.candidate, describe);
    const title = choiceText(decided, describe);
    return {
      key,
      answer: {
        letter: letter(n),
        standing,
        chosen: chosen.map(({ id, title: named, by }) => ({ id, title: named, ...(by !== undefined && { by }) })),
        title,
        cells: count,
      },
    };
  });
}

/** A to Z, then AA. */
const letter = (n: number): string =>
  (n < 26 ? '' : letter(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

const ownOf = ({ steps }: MergedSteps): number => steps.findIndex(({ tick }) => tick.own);

function axisIn(question: Question, { steps, without }: MergedSteps, describe: Describer): MapAxis {
  const { key, factor, section, item } = question;
  const inWords = (tick: Tick): Pick<MapStep, 'value' | 'title'> => ({
    value: replyValue(tick.reply),
    title: tickTitle(tick, question, describe),
  });
  return {
    key,
    factor: factor.id,
    ...(item !== undefined && { of: `${section}/${item}` }),
    title: axisTitle(question, describe),
    steps: steps.map(({ tick, also }): MapStep => ({
      ...inWords(tick),
      also: also.map(inWords),
      ...(tick.range && { range: tick.range }),
    })),
    without: without.map((id) => ({ id, title: describe.value(factor, [id]) })),
  };
}
