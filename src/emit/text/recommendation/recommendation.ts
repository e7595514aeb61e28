import { TEXT_TEXTS } from '../texts/index.js';
import type { TextTexts } from '../texts/texts.js';
import { TYPOGRAPHY } from '../../../language/texts/index.js';
import type { AnyRecommendation, RoleAnswer } from '../../../language/schema/results/recommendation.js';
import { labelled, listed, typeset, withBrackets } from '../../../language/text/text.js';
import { counterfactualLines, openLines } from '../what-if.js';
import { SHARED_TEXTS } from '../../common/texts/index.js';
import type { SharedTexts } from '../../common/texts/texts.js';
import { allAnswers, isRisk, nameOf, othersOf, textOfChosen, workloadTitle } from '../../common/answer.js';
import { inputRows } from '../../common/inputs.js';
import { changesOf } from '../../common/summary.js';
import { briefLines } from './brief.js';
import { fitLines, severityMark } from './fit.js';
import { pad, paragraph, width, type TextView } from '../layout.js';
import { nextCommands } from './next-commands.js';

/** A recommendation as lines of text, in the language it was made in: on one screen, or in full. */
export function recommendationLines(recommendation: AnyRecommendation, view: TextView): string[] {
  return view.full ? new RecommendationView(recommendation, view).lines() : briefLines(recommendation, view);
}

type RecommendationTexts = SharedTexts['summary'] & SharedTexts['answer'] & TextTexts['recommendation'];

class RecommendationView {
  private readonly words: RecommendationTexts;

  constructor(
    private readonly recommendation: AnyRecommendation,
    private readonly options: TextView,
  ) {
    const { lang } = recommendation;
    this.words = { ...SHARED_TEXTS[lang].summary, ...SHARED_TEXTS[lang].answer, ...TEXT_TEXTS[lang].recommendation };
  }

  lines(): string[] {
    const { words, recommendation: r } = this;
    const sections: [string, string[]][] = [
      [words.stack, this.stack()],
      [words.why, this.why()],
      [words.findings, this.findings()],
      [words.changes, changesOf(r).flatMap((change) => this.say(change, '  · ', '    '))],
      [words.openFactors, openLines(r, this.options)],
      [words.flips, counterfactualLines(r, this.options)],
      [
        words.rivals,
        r.rivals.flatMap(({ text, smallestChange }) => [
          ...this.say(text, '  · ', '    '),
          ...(smallestChange === undefined ? [] : this.say(smallestChange.text, '    → ', '      ')),
        ]),
      ],
      [words.fit, fitLines(allAnswers(r), r, (...args) => this.say(...args), this.options.paint)],
      [words.claims, this.claims()],
      [words.risks, this.risks()],
      [words.inputs, this.inputs()],
      [words.tensions, this.tensions()],
      [words.trends, this.trends()],
      [words.trace, this.trace()],
      [words.next, this.next()],
    ];
    const head = [
      this.options.paint.strong(workloadTitle(r)),
      this.options.paint.faint(words.basis(r.knowledge, r.asOf)),
    ];
    return [
      ...head,
      ...sections.flatMap(([name, lines]) =>
        lines.length === 0 ? [] : ['', this.options.paint.heading(name), ...lines],
      ),
    ];
  }

  private say(text: string, first: string, next?: string): string[] {
    const { lang } = this.recommendation;
    return paragraph(typeset(text, lang), this.options.columns, lang, first, next);
  }

  private stack(): string[] {
    const { paint } = this.options;
    const rows: [label: string, answer: RoleAnswer | undefined][] = [];
    for (const value of Object.values(this.recommendation.stack)) {
      if (!Array.isArray(value)) rows.push([`  ${value.title}`, value]);
      else if (value.length > 0) {
        rows.push([`  ${value[0]?.title ?? ''}`, undefined]);
        for (const answer of value) rows.push([`    ${answer.name ?? ''}`, answer]);
      }
    }
    const column = Math.min(34, Math.max(...rows.map(([label]) => width(label)))) + 2;
    return rows.flatMap(([label, answer]) => {
      if (answer === undefined) return [label];
      const indent = width(label) >= column ? [label] : [];
      const lines = this.say(
        this.chosen(answer),
        indent.length > 0 ? ' '.repeat(column) : pad(label, column),
        ' '.repeat(column),
      );
      const [first = '', ...more] = lines;
      const shown = answer.chosen.length === 0 ? paint.faint(first) : first;
      return [...indent, shown, ...more];
    });
  }

  private chosen(answer: RoleAnswer): string {
    const { words, recommendation } = this;
    const name = textOfChosen(answer, recommendation.lang);
    if (answer.chosen.length === 0) return name;
    const others = othersOf(answer);
    const on = [...new Set(answer.chosen.flatMap((c) => (c.runsOn ?? []).map((other) => other.title)))];
    const notes = [
      ...(answer.familyTitle === undefined ? [] : [answer.familyTitle]),
      ...(on.length > 0 ? [words.runsOn(listed(on, recommendation.lang, 'and'))] : []),
      ...(others.length > 0 ? [words.orElse(listed(others, recommendation.lang))] : []),
      ...(answer.guide.rules.length > 0 ? [answer.guide.rules.join(' ')] : []),
    ];
    return notes.length === 0 ? name : `${name}  ·  ${notes.join(TYPOGRAPHY[recommendation.lang].semicolon)}`;
  }

  /** A text with what it is taken from in brackets. */
  private cited(text: string, ...from: readonly string[]): string {
    const { lang } = this.recommendation;
    return withBrackets(text, from.join(TYPOGRAPHY[lang].clauseComma), lang);
  }

  private findings(): string[] {
    return this.recommendation.findings
      .filter((finding) => !isRisk(finding))
      .flatMap(({ severity, message, source }) =>
        this.say(
          source === undefined ? message : this.cited(message, source),
          `  ${severityMark(severity, this.options.paint)} `,
          '    ',
        ),
      );
  }

  /** What may come with any use of what is chosen; the hazards that this workload meets are among the findings. */
  private risks(): string[] {
    return this.recommendation.findings
      .filter(isRisk)
      .flatMap(({ message, source }) => this.say(this.cited(message, source ?? ''), '  · ', '    '));
  }

  private claims(): string[] {
    return this.recommendation.claims.flatMap(({ title, source, verdict, text }) => [
      ...this.say(
        labelled(this.cited(title, source), this.words.claimVerdicts[verdict], this.recommendation.lang),
        '  · ',
        '    ',
      ),
      ...this.say(text, '    '),
    ]);
  }

  private why(): string[] {
    const { words } = this;
    return allAnswers(this.recommendation).flatMap((answer) => {
      if (answer.why.length === 0) return [];
      const lines = [`  ${this.options.paint.strong(nameOf(answer))}`];
      const [base] = this.recommendation.knowledge.version.split(' ');
      const { entailed } = answer.guide;
      if (entailed !== undefined)
        lines.push(...this.say(this.words.whatever(entailed.map(({ title }) => title)), '    '));
      let decision: string | undefined;
      for (const step of answer.why) {
        if (step.decision !== decision) lines.push(...this.say(step.title, '    '));
        decision = step.decision;
        const because = step.because.length === 0 ? words.always : step.because.map(({ text }) => text).join(words.and);
        const outcome = step.outcomeText ?? '';
        const from = step.package === base ? '' : ` [${step.package}]`;
        lines.push(
          ...this.say(
            `${because} → ${step.source === undefined ? outcome : this.cited(outcome, step.source)}${from}`,
            '      · ',
            '        ',
          ),
        );
        if (step.reason !== undefined) lines.push(...this.say(step.reason, '        '));
      }
      const named = answer.alternatives.filter(({ origin }) => origin !== 'fit');
      const seconds = named.filter(({ origin, condemned }) => origin !== 'any-of' && !condemned);
      if (seconds.length > 0) {
        lines.push(
          ...this.say(
            words.also(
              listed(
                seconds.map(({ title }) => title),
                this.recommendation.lang,
                'and',
              ),
            ),
            '      · ',
            '        ',
          ),
        );
      }
      // What no rule names is in the JSON, and here where every detail is asked for.
      const rejected = answer.rejected.filter(({ origin }) => origin !== 'fit' || answer.trace !== undefined);
      const condemned = named.flatMap(({ id, condemned: is, findings }) =>
        is ? [{ id, reasons: findings.filter(({ severity }) => severity === 'warning').slice(0, 1) }] : [],
      );
      for (const { id, reasons } of [...condemned, ...rejected]) {
        lines.push(
          ...this.say(
            words.rejected(
              id,
              reasons.map(({ message }) => message).join(TYPOGRAPHY[this.recommendation.lang].semicolon),
            ),
            '      · ',
            '        ',
          ),
        );
      }
      return lines;
    });
  }

  private inputs(): string[] {
    const rows = inputRows(this.recommendation, true);
    const first = Math.max(0, ...rows.map(({ name }) => width(name)));
    const second = Math.min(32, Math.max(0, ...rows.map(({ value }) => width(value))));
    return rows.flatMap(({ name, value, origin }) =>
      this.say(origin, `  ${pad(name, first)}  ${pad(value, second)}  `, ' '.repeat(first + 6)),
    );
  }

  private tensions(): string[] {
    return this.recommendation.tensions.flatMap(({ id, title, sides, reading }) => [
      ...this.say(title, `  ${pad(id, 4)}`),
      ...sides.flatMap(({ text, source }) =>
        this.say(source === undefined ? text : this.cited(text, source), '      · ', '        '),
      ),
      ...this.say(labelled(this.words.reading, reading, this.recommendation.lang), '      → ', '        '),
    ]);
  }

  private trends(): string[] {
    return this.recommendation.trends.flatMap(({ text, source, date }) =>
      this.say(this.cited(text, source, date), '  · ', '    '),
    );
  }

  private trace(): string[] {
    const { words, options } = this;
    const { lang } = this.recommendation;
    const answers = allAnswers(this.recommendation);
    const asked = answers.flatMap(({ trace = [] }) => trace.flatMap(({ hits, misses }) => [...hits, ...misses]));
    // The package of a rule is named where there is more than one.
    const several = new Set(asked.map((rule) => rule.package)).size > 1;
    const name = ({ rule, source, package: from }: (typeof asked)[number]): string => {
      const origin = [...(source === undefined ? [] : [source]), ...(several ? [from] : [])];
      return origin.length === 0 ? rule : withBrackets(rule, origin.join(TYPOGRAPHY[lang].comma), lang);
    };
    return answers.flatMap((answer) => {
      if (answer.trace === undefined) return [];
      return [
        `  ${options.paint.strong(nameOf(answer))}`,
        ...answer.trace.flatMap(({ decision, title, hits, misses, outcome }) => [
          ...this.say(`${title} [${decision}]: ${outcome === null ? words.noResult : words.answers(outcome)}`, '    '),
          ...hits.flatMap((hit) => this.say(`${name(hit)} → ${words.answers(hit.outcome)}`, '      ✓ ', '        ')),
          ...misses.flatMap((miss) => this.say(`${name(miss)}: ${miss.text}`, '      – ', '        ')),
        ]),
      ];
    });
  }

  private next(): string[] {
    const { command: given } = this.options;
    if (given === undefined) return [];
    return nextCommands(this.recommendation, given, this.words).flatMap(({ command, text }) => [
      ...this.command(command),
      ...this.say(text, '    ').map((line) => this.options.paint.faint(line)),
    ]);
  }

  /** A command to copy; a long one is broken before its flags, as a shell reads it. */
  private command(command: string): string[] {
    if (width(command) + 2 <= this.options.columns) return [`  ${command}`];
    const lines: string[] = [];
    for (const part of command.split(/ (?=--)/u)) {
      const last = lines.at(-1);
      if (last !== undefined && width(`${last} ${part} \\`) + 4 <= this.options.columns)
        lines[lines.length - 1] = `${last} ${part}`;
      else lines.push(part);
    }
    return lines.map((line, n) => `${n === 0 ? '  ' : '    '}${line}${n < lines.length - 1 ? ' \\' : ''}`);
  }
}
