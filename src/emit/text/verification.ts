import { TEXT_TEXTS } from './texts/index.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { codeFrame, type Span } from '../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../language/format.js';
import type { ProblemPlace, ProblemReport, Verification } from '../../language/schema/results/verification.js';
import { typeset, labelled, listed, withBrackets } from '../../language/text/text.js';
import { paragraph, type TextView } from './layout.js';
import type { Freshness } from '../../language/schema/results/profile.js';

/** Regions beyond these are counted. */
const MAX_REGIONS = 6;

/** A verification as text: what nobody has acknowledged with its place and a witness, the rest counted. */
export function verificationLines(verification: Verification, view: TextView): string[] {
  const { problems, counts, lang, knowledge } = verification;
  const words = TEXT_TEXTS[lang].verification;
  const { paint } = view;
  const say = (text: string, first: string, next = first): string[] =>
    paragraph(typeset(text, lang), view.columns, lang, first, next);
  const open = problems.filter(({ acknowledged }) => acknowledged === undefined);
  const listed = open.filter(({ severity }) => view.all || severity !== 'note');
  const freshness =
    verification.freshness.technologies === 0 ? [] : [...freshnessLines(verification.freshness, view), ''];
  return [
    ...freshness,
    paint.strong(words.title(knowledge.version)),
    ...say(words.counts(verification.decisions, verification.rules), ''),
    ...(verification.questions === undefined ? [] : say(words.questions(verification.questions), '')),
    // Acknowledged problems come first, so that the open ones are at the end, where a terminal shows them.
    ...acknowledged(problems, view, lang),
    ...listed.flatMap((problem) => ['', ...one(problem, view, lang)]),
    '',
    ...(counts.note > 0 && !view.all ? say(words.notes(counts.note), '') : []),
    ...say(words.verdict(counts.error, counts.warning, counts.acknowledged), ''),
  ];
}

function one(problem: ProblemReport, { columns, paint, sources }: TextView, lang: Lang): string[] {
  const words = TEXT_TEXTS[lang].verification;
  const say = (text: string, first: string, next = first): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  const { severity, code, message, where, boxes, witness, says = [], place } = problem;
  const mark = severity === 'error' ? paint.bad : severity === 'warning' ? paint.strong : paint.faint;
  const text = place === undefined ? undefined : sources[place.file];
  const more = boxes - Math.min(MAX_REGIONS, where.length);
  return [
    ...(place === undefined ? [] : [paint.faint(`${place.file}:${String(place.line)}:${String(place.column)}`)]),
    ...say(`${words.severities[severity]}[${code}] ${message}`, '').map((line, n) => (n === 0 ? mark(line) : line)),
    ...(place === undefined || text === undefined
      ? []
      : codeFrame(spanIn(text, place), { strong: paint.strong, mark: paint.bad, faint: paint.faint })),
    ...where.slice(0, MAX_REGIONS).flatMap((text) => say(text, '  · ', '    ')),
    ...(more > 0 ? say(words.more(more), '    ') : []),
    ...(witness === undefined ? [] : say(SHARED_TEXTS[lang].problem.witness(witness.text), '  ')),
    ...(says.length > 1 ? says.flatMap((answer) => say(answer, '    → ', '      ')) : []),
  ];
}

/** The stretch of a file that a place names, given the text of the file. */
function spanIn(text: string, { file, line, column, end }: ProblemPlace): Span {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  const offset = (at: { readonly line: number; readonly column: number }): number =>
    (starts[at.line - 1] ?? text.length) + at.column - 1;
  return { source: { name: file, text }, start: offset({ line, column }), end: offset(end) };
}

function acknowledged(problems: readonly ProblemReport[], { columns, paint, all }: TextView, lang: Lang): string[] {
  const words = TEXT_TEXTS[lang].verification;
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

/** The report on freshness for a terminal. */
function freshnessLines(report: Freshness, { columns, paint }: TextView): string[] {
  const { lang, stale, undated, withoutLifecycle, unsupported } = report;
  const words = TEXT_TEXTS[lang].freshness;
  const say = (text: string, first: string, next?: string): string[] =>
    paragraph(typeset(text, lang), columns, lang, first, next);
  const point = (text: string): string[] => say(text, '  · ', '    ');
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.heading(title), ...lines];
  return [
    paint.strong(words.title(report.asOf)),
    ...say(words.counts(report.technologies, report.facts, report.sources), ''),
    ...section(
      words.stale(stale.length),
      stale.flatMap(({ title, attributeTitle, value, date, until, source }) =>
        point(words.staleFact(title, attributeTitle, value, date, until, source)),
      ),
    ),
    ...section(
      words.undated(undated.length),
      undated.flatMap(({ id, title, cited }) => point(words.undatedSource(title, id, cited))),
    ),
    ...section(
      words.withoutLifecycle(withoutLifecycle.length),
      withoutLifecycle.length === 0
        ? []
        : say(
            listed(
              withoutLifecycle.map(({ title }) => title),
              lang,
              'and',
            ),
            '  ',
          ),
    ),
    ...section(
      words.unsupported(unsupported.length),
      unsupported.flatMap(({ title, source, verdict, text }) => [
        ...point(labelled(withBrackets(title, source, lang), words.verdicts[verdict], lang)),
        ...(text === '' ? [] : say(text, '    ')),
      ]),
    ),
    '',
    ...say(
      stale.length + undated.length + withoutLifecycle.length + unsupported.length === 0 ? words.allFresh : words.warns,
      '',
    ),
  ];
}
