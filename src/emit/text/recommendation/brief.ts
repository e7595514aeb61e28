import { TYPOGRAPHY } from '../../../language/texts/index.js';
import type { AnyRecommendation, Finding, Rival, RoleAnswer } from '../../../language/schema/results/recommendation.js';
import { chop, wrap } from '../../../language/text/wrap.js';
import { labelled, sentencesOf, typeset } from '../../../language/text/text.js';
import { allAnswers, isRisk, nameOf, textOfChosen, workloadTitle } from '../../common/answer.js';
import {
  byGravity,
  changesOf,
  MARKS,
  placeSummaries,
  reasonOf,
  SIGNS,
  type Mark,
  type PlaceSummary,
} from '../../common/summary.js';
import { SHARED_TEXTS } from '../../common/texts/index.js';
import { mark, severityMark } from './fit.js';
import { pad, paragraph, width, type TextView } from '../layout.js';
import { TEXT_TEXTS } from '../texts/index.js';
import type { TextTexts } from '../texts/texts.js';

/** The lines of a terminal of the usual height, without the one for the prompt. */
const MAX_LINES = 24;
/** So many lines a reason or a finding takes, unless its first sentence is longer; a finding names the rival that would do. */
const MAX_LINES_OF = { reason: 2, finding: 3 };
/** Between the head, the stack, the sections and the foot. */
const BLANK_LINES = 3;
const MAX_CHANGES = 3;
/** So many lines are kept for why, the findings and what would change the answer, however many places there are. */
const MIN_LINES_OF_SECTIONS = 8;
/** The blanks of a row, and its mark. */
const GAPS = 8;
/** So wide are the first and the last column of a row where others can give way. */
const COLUMNS_OF_LABEL = 12;
const COLUMNS_OF_ABOUT = 24;
/** So many lines of the sections are for what would change the answer, at most. */
const MAX_SHARE_OF_CHANGES = 1 / 3;

/**
 * A recommendation on one screen, in the language it was made in: what is chosen, why, what was found, and what would change it. Sentences are broken into lines and never cut;
 * what has no room is counted.
 */
export function briefLines(recommendation: AnyRecommendation, view: TextView): string[] {
  return new BriefView(recommendation, view).lines();
}

/** A place of the table, and its lines. */
interface Row {
  readonly place: PlaceSummary;
  readonly lines: readonly string[];
}

/** A part of the screen with its title, and its lines. */
type Section = readonly [title: string, lines: readonly string[]];

class BriefView {
  private readonly words: TextTexts['brief'];
  private readonly answers: readonly RoleAnswer[];

  constructor(
    private readonly recommendation: AnyRecommendation,
    private readonly view: TextView,
  ) {
    this.words = TEXT_TEXTS[recommendation.lang].brief;
    this.answers = allAnswers(recommendation);
  }

  lines(): string[] {
    const { recommendation: r, view, words } = this;
    const { paint } = view;
    const { summary, answer } = SHARED_TEXTS[r.lang];
    const all = placeSummaries(r);
    const head = [
      ...this.wrapped(workloadTitle(r)).map(paint.strong),
      ...this.wrapped(answer.basis(r.knowledge, r.asOf)).map(paint.faint),
    ];
    const notNeeded = this.notNeeded();
    const foot = [...this.legend(all), ...this.more()];
    const free = MAX_LINES - (view.taken ?? 0) - head.length - notNeeded.length - foot.length - BLANK_LINES;
    const rows = gravestRows(this.rows(all), free - MIN_LINES_OF_SECTIONS);
    const hidden = all.length - rows.length;
    const stack = [
      ...rows.flatMap(({ lines }) => lines),
      ...(hidden > 0 ? [` ${words.morePlaces(hidden)}`] : []),
      ...notNeeded,
    ];
    const left = free + notNeeded.length - stack.length;
    const asked = r.rivals.filter((rival) => rival.asked !== undefined);
    const titles = asked.length === 0 ? [summary.why, answer.findings, summary.changes] : [summary.whyNot];
    const gutter = Math.max(...titles.map(width)) + 2;
    const shown = rows.map((row) => row.place.answer);
    const sections =
      asked.length === 0
        ? this.sections(shown, left, view.columns - gutter)
        : this.rivals(asked, view.columns - gutter);
    return [
      ...head,
      '',
      ...stack,
      '',
      ...sections.flatMap(([title, lines]) =>
        lines.map((line, n) => (n === 0 ? paint.heading(pad(title, gutter)) : ' '.repeat(gutter)) + line),
      ),
      '',
      ...foot.map(paint.faint),
    ];
  }

  /** The rows of the table of places, each in as many lines as its longest cell takes. */
  private rows(places: readonly PlaceSummary[]): Row[] {
    const { paint, columns } = this.view;
    const { lang } = this.recommendation;
    const texts = places.map(({ answer, about }) => [nameOf(answer), textOfChosen(answer, lang), typeset(about, lang)]);
    const widest = (n: number, most = Infinity): number =>
      Math.max(0, ...texts.flatMap((cells) => wrap(cells[n] ?? '', most, lang)).map(width));
    const free = columns - GAPS - Math.min(widest(2), COLUMNS_OF_ABOUT);
    // A label is broken before a choice, and neither within a word.
    const label = Math.max(widest(0, 1), Math.min(widest(0), Math.max(free - widest(1), COLUMNS_OF_LABEL)));
    const choice = Math.max(widest(1, 1), Math.min(widest(1), free - label));
    const widths = [label, choice, Math.max(1, columns - GAPS - label - choice)];
    return places.map((place, at): Row => {
      const cells = widths.map((most, n) => wrap(texts[at]?.[n] ?? '', most, lang).flatMap((line) => chop(line, most)));
      const style = place.answer.chosen.length > 0 ? paint.strong : (text: string): string => text;
      const sign = place.mark === undefined ? ' ' : this.sign(place.mark);
      const lines = Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, n) => {
        const [name = '', chosen = '', about = ''] = cells.map((cell) => cell[n] ?? '');
        const signHere = n === 0 ? sign : ' ';
        if (about === '' && signHere === ' ')
          return chosen === '' ? ` ${name}` : ` ${pad(name, label)}  ${style(chosen)}`;
        return ` ${pad(name, label)}  ${style(pad(chosen, choice))}  ${signHere}  ${paint.faint(about)}`;
      });
      return { place, lines };
    });
  }

  private sign(found: Mark): string {
    return found === 'open' ? this.view.paint.warn(SIGNS.open) : mark(found, this.view.paint);
  }

  /** The places that nothing is needed for. */
  private notNeeded(): string[] {
    const { lang } = this.recommendation;
    const titles = this.answers.filter(({ chosen, needed }) => chosen.length === 0 && !needed).map(nameOf);
    if (titles.length === 0) return [];
    const text = SHARED_TEXTS[lang].summary.notNeededPlaces(titles);
    return paragraph(text, this.view.columns, lang, ' ').map(this.view.paint.faint);
  }

  /**
   * Why, the findings and what would change the answer, in no more lines than are left. The gravest finding has its lines before any reason, and each place has a short reason before
   * any has a longer one.
   */
  private sections(shown: readonly RoleAnswer[], left: number, columns: number): Section[] {
    const { lang } = this.recommendation;
    const { summary, answer: words } = SHARED_TEXTS[lang];
    const changes = withinLines(
      changesOf(this.recommendation).map((change) => this.broken(change, columns)),
      Math.floor(left * MAX_SHARE_OF_CHANGES),
    ).slice(0, MAX_CHANGES);
    const findings = this.findings(columns);
    const [gravest] = findings;
    const reserved = gravest === undefined ? 0 : gravest.lines.length + (findings.length > 1 ? 1 : 0);
    const places = shown.filter(({ chosen }) => chosen.length > 0);
    const reasons = withinLines(
      places.map((answer) => this.broken(labelled(nameOf(answer), reasonOf(answer, lang).brief, lang), columns)),
      left - lineCount(changes) - reserved,
    );
    const leftForFindings = left - lineCount(changes) - lineCount(reasons);
    // A warning goes before a longer reason, and that before a note.
    const warnings = findings.filter(({ severity }, n) => n === 0 || severity !== 'info').map(({ lines }) => lines);
    const first = withinLines(warnings, leftForFindings - 1);
    let spare = leftForFindings - lineCount(first) - (first.length < findings.length ? 1 : 0);
    const why = reasons.map((brief, n) => {
      const [answer] = places.slice(n);
      if (answer === undefined) return brief;
      const full = this.fitted(
        labelled(nameOf(answer), reasonOf(answer, lang).full, lang),
        columns,
        MAX_LINES_OF.reason,
      );
      if (full.length - brief.length > spare) return brief;
      spare -= full.length - brief.length;
      return full;
    });
    const found = this.foundLines(
      findings.map(({ lines }) => lines),
      left - lineCount(changes) - lineCount(why),
    );
    return [
      [summary.why, why.flat()],
      [words.findings, found],
      [summary.changes, changes.flat()],
    ];
  }

  /** Why not what was asked about, in full: it takes the place of all that was not asked. */
  private rivals(asked: readonly Rival[], columns: number): Section[] {
    const { lang } = this.recommendation;
    return asked.map(({ title, place, reasons, smallestChange }, n) => [
      n === 0 ? SHARED_TEXTS[lang].summary.whyNot : '',
      [
        ...this.broken(labelled(place, title, lang), columns),
        ...reasons.flatMap(({ message }) => paragraph(this.say(message), columns, lang, '· ', '  ')),
        ...(smallestChange === undefined ? [] : paragraph(smallestChange.text, columns, lang, '→ ', '  ')),
      ],
    ]);
  }

  /** The findings, the gravest first, each in its lines. */
  private findings(columns: number): { readonly severity: Finding['severity']; readonly lines: string[] }[] {
    return this.recommendation.findings
      .filter((finding) => !isRisk(finding))
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
      .map(({ severity, message }) => {
        const sign = severityMark(severity, this.view.paint);
        const lines = this.fitted(message, columns - 2, MAX_LINES_OF.finding);
        return { severity, lines: lines.map((line, at) => `${at === 0 ? sign : ' '} ${line}`) };
      });
  }

  /** The first findings, as far as they fit; then how many more there are. */
  private foundLines(findings: readonly string[][], left: number): string[] {
    const all = withinLines(findings, left);
    if (all.length === findings.length) return all.flat();
    const some = withinLines(findings, left - 1);
    return [...some.flat(), this.words.more(findings.length - some.length)];
  }

  /** As many whole sentences as fit into some lines; the first in any case. */
  private fitted(text: string, columns: number, most: number): string[] {
    const { sentenceGap } = TYPOGRAPHY[this.recommendation.lang];
    const [first = '', ...others] = sentencesOf(text);
    let said = first;
    for (const sentence of others) {
      const more = `${said}${sentenceGap}${sentence}`;
      if (this.broken(more, columns).length > most) break;
      said = more;
    }
    return this.broken(said, columns);
  }

  private broken(text: string, columns: number): string[] {
    return paragraph(this.say(text), columns, this.recommendation.lang, '');
  }

  private say(text: string): string {
    return typeset(text, this.recommendation.lang);
  }

  private wrapped(text: string): string[] {
    return wrap(text, this.view.columns, this.recommendation.lang);
  }

  /** What the marks mean that occur. */
  private legend(rows: readonly PlaceSummary[]): string[] {
    const { marks } = SHARED_TEXTS[this.recommendation.lang].summary;
    const found = MARKS.filter((one) => rows.some((row) => row.mark === one));
    return this.wrapped(found.map((one) => `${SIGNS[one]} ${marks[one]}`).join('   '));
  }

  /** Where to read on; only where a command is answered. */
  private more(): string[] {
    const { command, columns } = this.view;
    if (command === undefined) return [];
    const { rivals } = this.recommendation;
    const asked = rivals.find((rival) => rival.asked !== undefined)?.asked;
    const [id] = this.answers.flatMap(({ chosen }) => chosen.map((one) => one.id));
    const [rival] = rivals.flatMap(({ technologies }) => technologies);
    const about = rival === undefined ? id && `show ${id}` : `--why-not ${rival}`;
    const commands =
      asked === undefined
        ? ['--full', '--format markdown', 'whatif', ...(about === undefined ? [] : [about])]
        : [`whatif --to ${asked}`, `show ${asked}`, '--explain'];
    // On a narrow screen, fewer of them.
    while (commands.length > 1 && width(this.words.readOn(commands)) > columns) commands.pop();
    return [this.words.readOn(commands)];
  }
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** As many rows as there is room for, the graver ones before others, in their order. */
function gravestRows(rows: readonly Row[], most: number): readonly Row[] {
  if (lineCount(rows.map(({ lines }) => lines)) <= most) return rows;
  const byGravityOfPlace = [...rows].sort((a, b) => byGravity(a.place, b.place));
  // A line says how many are left out; one row is shown in any case.
  const shown = withinLines(
    byGravityOfPlace.map(({ lines }) => lines),
    most - 1,
  );
  const kept = new Set(byGravityOfPlace.slice(0, Math.max(1, shown.length)));
  return rows.filter((row) => kept.has(row));
}

/** The first of some entries, each a list of lines, that fit into a number of lines. */
function withinLines<T extends readonly string[]>(entries: readonly T[], most: number): T[] {
  let left = most;
  const end = entries.findIndex(({ length }) => (left -= length) < 0);
  return entries.slice(0, end === -1 ? undefined : end);
}

const lineCount = (entries: readonly (readonly string[])[]): number => entries.flat().length;
