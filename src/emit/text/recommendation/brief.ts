import { TYPOGRAPHY } from '../../../language/texts/index.js';
import type { AnyRecommendation, Finding, Rival, RoleAnswer } from '../../../language/schema/results/recommendation.js';
import { wrap } from '../../../language/text/wrap.js';
import { labelled, sentencesOf, typeset } from '../../../language/text/text.js';
import { allAnswers, isRisk, nameOf, textOfChosen, workloadTitle } from '../../common/answer.js';
import {
  byGravity,
  changesOf,
  MARKS,
  placeSummaries,
  reasonOf,
  type Mark,
  type PlaceSummary,
} from '../../common/summary.js';
import { SHARED_TEXTS } from '../../common/texts/index.js';
import { mark, severityMark } from './fit.js';
import { clip, pad, paragraph, width, type TextView } from '../layout.js';
import { TEXT_TEXTS } from '../texts/index.js';
import type { TextTexts } from '../texts/texts.js';

/** The lines of a terminal of the usual height, without the one for the prompt. */
const MAX_LINES = 24;
/** So many lines a reason or a finding takes at most; a finding names the rival that would do. */
const MAX_ENTRY_LINES = { reason: 2, finding: 3 };
/** Between the head, the stack, the sections and the foot. */
const BLANK_LINES = 3;
/** The blanks of a row, and its mark. */
const GAPS = 8;
const MAX_CHANGES = 3;
/** So many lines are kept for why, what to check and what would change it, however many places there are. */
const MIN_LINES_OF_SECTIONS = 8;
/** How much of the width the columns of a row take at most, but for the last one. */
const MAX_SHARE = { label: 0.3, choice: 0.5 };

/** A recommendation on one screen, in the language it was made in: what is chosen, why, what to check, and what would change it. */
export function briefLines(recommendation: AnyRecommendation, view: TextView): string[] {
  return new BriefView(recommendation, view).lines();
}

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
    const { summary } = SHARED_TEXTS[r.lang];
    const all = placeSummaries(r);
    const head = [
      paint.strong(clip(workloadTitle(r), view.columns)),
      ...this.wrapped(SHARED_TEXTS[r.lang].answer.basis(r.knowledge, r.asOf)).map(paint.faint),
    ];
    const notNeeded = this.notNeeded();
    const foot = [...this.legend(all), ...this.more()];
    const free = MAX_LINES - (view.taken ?? 0) - head.length - notNeeded.length - foot.length - BLANK_LINES;
    const rows = gravestRows(all, free - MIN_LINES_OF_SECTIONS);
    const hidden = all.length - rows.length;
    const stack = [...this.rowLines(rows), ...(hidden > 0 ? [` ${words.morePlaces(hidden)}`] : []), ...notNeeded];
    const left = free + notNeeded.length - stack.length;
    const asked = r.rivals.filter((rival) => rival.asked !== undefined);
    const titles = asked.length === 0 ? [summary.why, summary.check, summary.changes] : [summary.whyNot];
    const gutter = Math.max(...titles.map(width)) + 2;
    const sections =
      asked.length === 0 ? this.sections(rows, left, view.columns - gutter) : this.rivals(asked, view.columns - gutter);
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

  private rowLines(rows: readonly PlaceSummary[]): string[] {
    const { columns, paint } = this.view;
    const { lang } = this.recommendation;
    const cells = rows.map(({ answer, mark: found, about }) => ({
      answer,
      choice: textOfChosen(answer, lang),
      isOpen: answer.chosen.length === 0,
      found,
      about,
    }));
    const widest = (texts: readonly string[], share: number): number =>
      Math.min(Math.floor(columns * share), Math.max(0, ...texts.map(width)));
    const label = widest(
      cells.map(({ answer }) => nameOf(answer)),
      MAX_SHARE.label,
    );
    const choice = widest(
      cells.map((cell) => cell.choice),
      MAX_SHARE.choice,
    );
    const rest = columns - label - choice - GAPS;
    return cells.map((cell) => {
      const isLast = cell.found === undefined && cell.about === '';
      const chosen = clip(cell.choice, choice);
      const padded = isLast ? chosen : pad(chosen, choice);
      return [
        ` ${pad(labelWithin(cell.answer, label), label)}`,
        cell.isOpen ? padded : paint.strong(padded),
        ...(isLast ? [] : [cell.found === undefined ? ' ' : this.sign(cell.found)]),
        ...(cell.about === '' ? [] : [paint.faint(clip(typeset(cell.about, lang), rest))]),
      ].join('  ');
    });
  }

  private sign(found: Mark): string {
    return found === 'open' ? this.view.paint.warn('!') : mark(found, this.view.paint);
  }

  /** The places that nothing is needed for, on one line. */
  private notNeeded(): string[] {
    const titles = this.answers.filter(({ chosen, needed }) => chosen.length === 0 && !needed).map(nameOf);
    const { columns, paint } = this.view;
    return titles.length === 0
      ? []
      : [paint.faint(` ${clip(SHARED_TEXTS[this.recommendation.lang].summary.notNeededPlaces(titles), columns - 1)}`)];
  }

  /** Why, what to check and what would change the answer, in no more lines than are left. What is grave goes before what is long. */
  private sections(
    rows: readonly PlaceSummary[],
    left: number,
    columns: number,
  ): (readonly [title: string, lines: readonly string[]])[] {
    const { lang } = this.recommendation;
    const { summary } = SHARED_TEXTS[lang];
    const changes = changesOf(this.recommendation)
      .slice(0, MAX_CHANGES)
      .map((change) => clip(this.say(change), columns));
    const chosen = rows.map(({ answer }) => answer).filter((answer) => answer.chosen.length > 0);
    // The gravest finding has its lines before any reason.
    const most = Math.max(1, left - changes.length - MAX_ENTRY_LINES.finding - 1);
    const reasons = chosen.slice(0, most).map((answer) => {
      const { brief, full } = reasonOf(answer, lang);
      return { brief: labelled(nameOf(answer), brief, lang), full: labelled(nameOf(answer), full, lang) };
    });
    const check = this.check(left - reasons.length - changes.length, columns);
    let spare = left - reasons.length - changes.length - check.length;
    const why = reasons.flatMap(({ brief, full }) => {
      const lines = this.fitted(full, columns, MAX_ENTRY_LINES.reason);
      if (lines.length > spare + 1) return [clip(this.say(brief), columns)];
      spare -= lines.length - 1;
      return lines;
    });
    return [
      [summary.why, why],
      [summary.check, check],
      [summary.changes, changes],
    ];
  }

  /** Why not what was asked about, in full: it takes the place of all that was not asked. */
  private rivals(asked: readonly Rival[], columns: number): (readonly [title: string, lines: readonly string[]])[] {
    const { lang } = this.recommendation;
    return asked.map(({ title, place, reasons, smallestChange }, n) => [
      n === 0 ? SHARED_TEXTS[lang].summary.whyNot : '',
      [
        labelled(place, title, lang),
        ...reasons.flatMap(({ message }) => paragraph(this.say(message), columns, lang, '· ', '  ')),
        ...(smallestChange === undefined ? [] : paragraph(smallestChange.text, columns, lang, '→ ', '  ')),
      ],
    ]);
  }

  /** What to check, the gravest first, as far as it fits; then how much more there is. */
  private check(left: number, columns: number): string[] {
    const findings = this.recommendation.findings
      .filter((finding) => !isRisk(finding))
      .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
    const lines: string[] = [];
    for (const [n, finding] of findings.entries()) {
      const rest = findings.length - n;
      const own = this.fitted(finding.message, columns - 2, MAX_ENTRY_LINES.finding);
      const room = left - lines.length - (rest > 1 ? 1 : 0);
      if (own.length > room) return [...lines, this.words.more(rest)];
      const sign = severityMark(finding.severity, this.view.paint);
      lines.push(...own.map((line, at) => `${at === 0 ? sign : ' '} ${line}`));
    }
    return lines;
  }

  /** As many whole sentences as fit into the lines of an entry; the first is clipped where it alone does not. */
  private fitted(text: string, columns: number, most: number): string[] {
    const { lang } = this.recommendation;
    const { sentenceGap } = TYPOGRAPHY[lang];
    const lines = (part: string): string[] => paragraph(this.say(part), columns, lang, '');
    let best: string[] | undefined;
    let said = '';
    for (const sentence of sentencesOf(text)) {
      said = said === '' ? sentence : `${said}${sentenceGap}${sentence}`;
      const tried = lines(said);
      if (tried.length > most && best !== undefined) return best;
      best = tried;
    }
    const found = best ?? [];
    return found.length <= most ? found : [...found.slice(0, most - 1), clip(found.slice(most - 1).join(' '), columns)];
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
    return this.wrapped(found.map((one) => marks[one]).join('   '));
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
    return [clip(this.words.readOn(commands), columns)];
  }
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];
/** As many rows as there is room for, the graver ones before others, in their order. */
function gravestRows(rows: readonly PlaceSummary[], most: number): readonly PlaceSummary[] {
  if (rows.length <= most) return rows;
  // A line says how many are left out.
  const kept = new Set([...rows].sort(byGravity).slice(0, Math.max(1, most - 1)));
  return rows.filter((row) => kept.has(row));
}

/** The label of a place in a column; of a place for an item, the name of the item stays whole where it can. */
function labelWithin(answer: RoleAnswer, columns: number): string {
  const { title, name = '' } = answer;
  const room = columns - width(nameOf(answer)) + width(title);
  return name === '' || room < 2 ? clip(nameOf(answer), columns) : nameOf({ ...answer, title: clip(title, room) });
}
