import { codeFrame, type SourceText, type Span } from '../../../language/diagnostics/diagnostic.js';
import { linesOf } from '../../../language/diagnostics/lines.js';
import type { ProblemCode } from '../../../language/diagnostics/problem-codes.js';
import { PROBLEM_TEXTS } from '../../../language/diagnostics/texts/index.js';
import type { Lang } from '../../../language/format.js';
import type { ProblemPlace, ProblemReport, Verification } from '../../../language/schema/results/verification.js';
import { typeset } from '../../../language/text/text.js';
import { SHARED_TEXTS } from '../../common/texts/index.js';
import { paragraph, type TextView } from '../layout.js';
import { freshnessText } from './freshness.js';
import {
  groupsOf,
  omittedOf,
  packageSections,
  type PackageSection,
  type ProblemGroup,
} from '../../common/problem-groups.js';

/** Regions beyond these are counted. */
const MAX_REGIONS = 6;

/** What the printing of a verification has at hand. */
interface ProblemView {
  readonly view: TextView;
  readonly lang: Lang;
  /** The files that are shown, by name: one object for each, so that its lines are found once. */
  readonly files: ReadonlyMap<string, SourceText>;
  readonly say: (text: string, first: string, next?: string) => string[];
}

/**
 * A verification as text: what nobody has acknowledged with its place, a witness and what to do; first that of the own packages, then what these
 * change below. What repeats is grouped, and the last lines say what is left out.
 */
export function verificationLines(verification: Verification, view: TextView): string[] {
  const { problems, counts, lang, knowledge, own } = verification;
  const words = SHARED_TEXTS[lang].verification;
  const { paint, all } = view;
  const say = (text: string, first: string, next = first): string[] =>
    paragraph(typeset(text, lang), view.columns, lang, first, next);
  const files = new Map(Object.entries(view.sources).map(([name, text]) => [name, { name, text }]));
  const shown = all ? problems : problems.filter(({ inherited }) => inherited !== true);
  const open = shown.filter(({ acknowledged, severity }) => acknowledged === undefined && (all || severity !== 'note'));
  const sections = packageSections(verification, open);
  const isLaid = sections.some(({ relation }) => relation !== 'own') || counts.inherited > 0;
  const groups = sections.map((section) => ({ section, groups: groupsOf(section.problems) }));
  const freshness = freshnessText(verification.freshness, view);
  const hasFacts = verification.freshness.technologies > 0;
  const omitted = {
    alike: groups.flatMap((one) => one.groups).reduce((sum, group) => sum + omittedOf(group, all), 0),
    notes: all ? 0 : counts.note,
    inherited: all ? 0 : counts.inherited,
    freshness: hasFacts ? freshness.alike + freshness.inherited : 0,
  };
  return [
    paint.strong(words.title(knowledge.version)),
    ...say(words.counts(verification.decisions, verification.rules), ''),
    ...(verification.questions === undefined ? [] : say(words.questions(verification.questions), '')),
    ...groups.flatMap(({ section, groups: those }) => [
      ...(isLaid ? heading(section, own.length, { view, lang, files, say }) : []),
      ...those.flatMap((group) => groupLines(group, { view, lang, files, say })),
    ]),
    ...acknowledgedLines(shown, view, lang),
    ...(hasFacts ? ['', ...freshness.lines] : []),
    '',
    ...(Object.values(omitted).some((count) => count > 0) ? say(words.omitted(omitted), '') : []),
    ...say(words.verdict(counts.error, counts.warning, counts.acknowledged), ''),
  ];
}

/** The heading of a package; an own one without problems says so. */
function heading(
  { package: id, relation, problems }: PackageSection,
  own: number,
  { view, lang, say }: ProblemView,
): string[] {
  const words = SHARED_TEXTS[lang].verification;
  return [
    '',
    ...say(words.section(id, relation, own), '').map(view.paint.heading),
    ...(problems.length === 0 ? say(words.noProblem, '') : []),
  ];
}

/** A group: each problem with what to do about it, or, where they are many, their number, what to do and some of them. */
function groupLines(group: ProblemGroup, context: ProblemView): string[] {
  const { first, problems } = group;
  const { view, lang, say } = context;
  const words = SHARED_TEXTS[lang].verification;
  const { title, help } = PROBLEM_TEXTS[lang][first.code as ProblemCode];
  const fix = say(help, '  ');
  if (omittedOf(group) === 0) return problems.flatMap((one) => ['', ...problemLines(one, context), ...fix]);
  const omitted = omittedOf(group, view.all);
  const decisions = [first.decision, first.other].filter((id) => id !== undefined);
  const head = `${words.severities[first.severity]}[${first.code}] ${words.alike(title, problems.length, decisions)}`;
  return [
    '',
    ...say(head, '').map(markOf(first, view)),
    ...fix,
    ...problems.slice(0, problems.length - omitted).flatMap((one) => ['', ...problemLines(one, context)]),
    ...(omitted > 0 ? ['', ...say(words.moreAlike(omitted), '  ')] : []),
  ];
}

const markOf =
  ({ severity }: ProblemReport, { paint }: TextView) =>
  (line: string, n: number): string =>
    n > 0 ? line : (severity === 'error' ? paint.bad : severity === 'warning' ? paint.strong : paint.faint)(line);

function problemLines(problem: ProblemReport, { view, lang, files, say }: ProblemView): string[] {
  const words = SHARED_TEXTS[lang].verification;
  const { paint, all } = view;
  const { severity, code, message, where, boxes, witness, says = [], place } = problem;
  const file = place && files.get(place.file);
  const regions = all ? where : where.slice(0, MAX_REGIONS);
  const more = boxes - regions.length;
  return [
    ...(place === undefined ? [] : [paint.faint(`${place.file}:${String(place.line)}:${String(place.column)}`)]),
    ...say(`${words.severities[severity]}[${code}] ${message}`, '').map(markOf(problem, view)),
    ...(place === undefined || file === undefined
      ? []
      : codeFrame(spanIn(file, place), { strong: paint.strong, mark: paint.bad, faint: paint.faint })),
    ...regions.flatMap((text) => say(text, '  · ', '    ')),
    ...(more > 0 ? say(words.more(more), '    ') : []),
    ...(witness === undefined ? [] : say(SHARED_TEXTS[lang].problem.witness(witness.text), '  ')),
    ...(says.length > 1 ? says.flatMap((answer) => say(answer, '    → ', '      ')) : []),
  ];
}

/** The part of a file that a place names. */
function spanIn(source: SourceText, place: ProblemPlace): Span {
  const lines = linesOf(source);
  return { source, start: lines.offset(place), end: lines.offset(place.end) };
}

function acknowledgedLines(
  problems: readonly ProblemReport[],
  { columns, paint, all }: TextView,
  lang: Lang,
): string[] {
  const words = SHARED_TEXTS[lang].verification;
  const byTension = new Map<string, { reading: string; problems: ProblemReport[] }>();
  for (const problem of problems) {
    const { acknowledged: known } = problem;
    if (known === undefined) continue;
    const group = byTension.get(known.tension) ?? { reading: known.reading, problems: [] };
    group.problems.push(problem);
    byTension.set(known.tension, group);
  }
  if (byTension.size === 0) return [];
  const say = (text: string, first: string, next: string): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  return [
    '',
    paint.heading(words.acknowledged),
    ...[...byTension].flatMap(([tension, group]) => [
      ...say(words.group(tension, group.problems.length, group.reading), '  · ', '    '),
      ...(all ? group.problems.flatMap(({ code, message }) => say(`${code}: ${message}`, '      – ', '        ')) : []),
    ]),
  ];
}
