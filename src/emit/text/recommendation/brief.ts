import { TYPOGRAPHY } from '../../../language/texts/index.js';
import type {
  AnyRecommendation,
  Finding,
  FitRow,
  RoleAnswer,
} from '../../../language/schema/results/recommendation.js';
import { wrap } from '../../../language/text/wrap.js';
import { labelled, sentencesOf, typeset, withBrackets } from '../../../language/text/text.js';
import {
  allAnswers,
  GRAVEST_FIRST,
  isRisk,
  judgedRows,
  nameOf,
  textOfChosen,
  wantedBy,
  workloadTitle,
  gravestVerdict,
} from '../../common/answer.js';
import { SHARED_TEXTS } from '../../common/texts/index.js';
import { mark, severityMark } from './fit.js';
import { clip, pad, paragraph, width, type TextView } from '../layout.js';
import { nearestChanges } from './next-commands.js';
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

/** What a mark says of a place: a verdict, or that nothing can be chosen though something is needed. */
type Mark = FitRow['verdict'] | 'open';

interface Row {
  readonly answer: RoleAnswer;
  readonly mark: Mark | undefined;
  /** In a few words, what the mark is about. */
  readonly about: string;
}

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
    const all = this.answers.filter(({ chosen, needed }) => chosen.length > 0 || needed).map((one) => this.row(one));
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
    const gutter = Math.max(...[words.why, words.check, words.changes].map(width)) + 2;
    const sections = this.sections(rows, left, view.columns - gutter);
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

  private row(answer: RoleAnswer): Row {
    if (answer.chosen.length === 0) {
      const wanted = wantedBy(answer);
      return wanted === undefined
        ? { answer, mark: undefined, about: this.words.undecided }
        : { answer, mark: 'open', about: this.words.wanted(wanted) };
    }
    const verdict = gravestVerdict(answer);
    const held = judgedRows(answer).filter((row) => row.verdict === verdict);
    const [first] = held;
    if (verdict === undefined || first === undefined) return { answer, mark: undefined, about: '' };
    if (verdict === 'meets') return { answer, mark: verdict, about: this.words.proven(held.length) };
    const { lang } = this.recommendation;
    const about = labelled(first.title, first.requiredText, lang);
    return { answer, mark: verdict, about: held.length === 1 ? about : this.words.andOthers(about, held.length - 1) };
  }

  private rowLines(rows: readonly Row[]): string[] {
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
    return titles.length === 0 ? [] : [paint.faint(` ${clip(this.words.notNeeded(titles), columns - 1)}`)];
  }

  /** Why, what to check and what would change the answer, in no more lines than are left. What is grave goes before what is long. */
  private sections(
    rows: readonly Row[],
    left: number,
    columns: number,
  ): (readonly [title: string, lines: readonly string[]])[] {
    const { words } = this;
    const changes = this.changes(rows, columns);
    const chosen = rows.map(({ answer }) => answer).filter((answer) => answer.chosen.length > 0);
    // The gravest finding has its lines before any reason.
    const most = Math.max(1, left - changes.length - MAX_ENTRY_LINES.finding - 1);
    const reasons = chosen.slice(0, most).map((one) => this.reason(one));
    const check = this.check(left - reasons.length - changes.length, columns);
    let spare = left - reasons.length - changes.length - check.length;
    const why = reasons.flatMap(({ brief, full }) => {
      const lines = this.fitted(full, columns, MAX_ENTRY_LINES.reason);
      if (lines.length > spare + 1) return [clip(this.say(brief), columns)];
      spare -= lines.length - 1;
      return lines;
    });
    return [
      [words.why, why],
      [words.check, check],
      [words.changes, changes],
    ];
  }

  /** What would change the graver places first: the nearest changes of what is stated, then of what is not; one for each place and factor before a second one. */
  private changes(rows: readonly Row[], columns: number): string[] {
    const { levers = [] } = this.recommendation.exploration ?? {};
    const gravity = ({ role, name }: Pick<RoleAnswer, 'role' | 'name'>): number =>
      MARKS_GRAVEST_FIRST.indexOf(rows.find(({ answer }) => answer.role === role && answer.name === name)?.mark);
    const all = [
      ...levers.map(({ valueTitle, ...lever }) => ({ ...lever, value: valueTitle })),
      ...nearestChanges(this.recommendation, ({ defining }) => defining !== true).map(
        ({ open: { title }, change, answer: { role, name } }) => ({
          role,
          ...(name !== undefined && { name }),
          title,
          value: change.valueTitle,
          text: change.text,
        }),
      ),
    ].sort((a, b) => gravity(a) - gravity(b));
    const isFirst = (one: (typeof all)[number], n: number): boolean =>
      all.findIndex(({ role, name, title }) => (role === one.role && name === one.name) || title === one.title) === n;
    const ordered = [...all.filter(isFirst), ...all.filter((one, n) => !isFirst(one, n))];
    return ordered.slice(0, MAX_CHANGES).map(({ role, name, title, value, text }) => {
      const place = this.answers.find((answer) => answer.role === role && answer.name === name);
      return clip(this.say(this.words.change(title, value, place === undefined ? role : nameOf(place), text)), columns);
    });
  }

  /** Why something is chosen, in few words and in a sentence. */
  private reason(answer: RoleAnswer): { readonly brief: string; readonly full: string } {
    const { lang } = this.recommendation;
    const name = nameOf(answer);
    const step = answer.why.at(-1);
    if (step === undefined) {
      const brief = labelled(name, answer.fitText ?? this.words.byEvidence, lang);
      return { brief, full: brief };
    }
    const { because, reason } = step;
    // A vote has no clause of its own, but its ballots do.
    const source = step.source ?? answer.guide.rules.join(' ');
    const { always, and } = TEXT_TEXTS[lang].recommendation;
    const cited = (text: string): string =>
      labelled(name, source === '' ? text : withBrackets(text, source, lang), lang);
    const brief = cited(because.length === 0 ? always : because.map(({ text }) => text).join(and));
    return { brief, full: reason === undefined ? brief : cited(reason) };
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
  private legend(rows: readonly Row[]): string[] {
    const { marks } = this.words;
    const found = MARKS.filter((one) => rows.some((row) => row.mark === one));
    return this.wrapped(found.map((one) => marks[one]).join('   '));
  }

  /** Where to read on; only where a command is answered. */
  private more(): string[] {
    const { command, columns } = this.view;
    if (command === undefined) return [];
    const [id] = this.answers.flatMap(({ chosen }) => chosen.map((one) => one.id));
    const commands = [
      '--full',
      '--explain',
      '--format markdown',
      'whatif',
      ...(id === undefined ? [] : [`show ${id}`]),
    ];
    return [clip(this.words.readOn(commands), columns)];
  }
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];
const MARKS_GRAVEST_FIRST: readonly (Mark | undefined)[] = ['open', ...GRAVEST_FIRST, undefined];
const MARKS: readonly Mark[] = ['meets', 'conditional', 'unknown', 'fails', 'open'];

/** As many rows as there is room for, the graver ones before others, in their order. */
function gravestRows(rows: readonly Row[], most: number): readonly Row[] {
  if (rows.length <= most) return rows;
  const gravity = ({ mark: found }: Row): number => MARKS_GRAVEST_FIRST.indexOf(found);
  // A line says how many are left out.
  const kept = new Set([...rows].sort((a, b) => gravity(a) - gravity(b)).slice(0, Math.max(1, most - 1)));
  return rows.filter((row) => kept.has(row));
}

/** The label of a place in a column; of a place for an item, the name of the item stays whole where it can. */
function labelWithin(answer: RoleAnswer, columns: number): string {
  const { title, name = '' } = answer;
  const room = columns - width(nameOf(answer)) + width(title);
  return name === '' || room < 2 ? clip(nameOf(answer), columns) : nameOf({ ...answer, title: clip(title, room) });
}
