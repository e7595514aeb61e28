import { listed, labelled } from '../../language/text/text.js';
import type { AnyRecommendation, Finding } from '../../language/schema/results/recommendation.js';
import { allAnswers, isRisk, judgedRows, nameOf, othersOf, textOfChosen, workloadTitle } from '../common/answer.js';
import { changesOf, placeSummaries, reasonOf, type PlaceSummary } from '../common/summary.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { escape, footnotes, markdownTable, message } from './markup.js';

/**
 * A recommendation as Markdown for a review: the stack as a table, the reasons, what to check, what would change it, why not something else, and what the facts say of
 * each choice in one sentence. Every work that is cited is a footnote with its address.
 */
export function recommendationMarkdown(recommendation: AnyRecommendation): string {
  const { lang, knowledge, asOf, findings, rivals, sources } = recommendation;
  const words = { ...SHARED_TEXTS[lang].summary, ...SHARED_TEXTS[lang].answer };
  const notes = footnotes(sources, lang);
  const answers = allAnswers(recommendation);
  const places = placeSummaries(recommendation);
  const chosen = places.filter(({ answer }) => answer.chosen.length > 0);
  const unneeded = answers.filter((answer) => !places.some((place) => place.answer === answer)).map(nameOf);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [words.why, chosen.map(({ answer }) => entry(nameOf(answer), reasonOf(answer, lang).full))],
    [words.check, findings.filter((finding) => !isRisk(finding)).map(line)],
    [words.changes, changesOf(recommendation).map((change) => `- ${message(change)}`)],
    [
      words.rivals,
      rivals.flatMap(({ text, smallestChange }) => [
        `- ${message(text)}`,
        ...(smallestChange === undefined ? [] : [`  → ${message(smallestChange.text)}`]),
      ]),
    ],
    [words.fit, fit()],
    [words.risks, findings.filter(isRisk).map(line)],
  ];
  return [
    `### ${escape(workloadTitle(recommendation))}`,
    '',
    escape(words.basis(knowledge, asOf)),
    '',
    ...markdownTable([
      [words.columns.role, words.columns.choice, words.columns.verdict, words.columns.others, words.columns.rules],
      ...places.map(row),
    ]),
    '',
    ...(unneeded.length === 0 ? [] : [escape(words.notNeededPlaces(unneeded)), '']),
    ...sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : [`#### ${escape(title)}`, '', ...lines, ''])),
    ...notes.lines(),
    '',
  ].join('\n');

  function row({ answer, mark, about }: PlaceSummary): string[] {
    const text = escape(textOfChosen(answer, lang));
    const sign = mark === undefined ? '' : words.marks[mark];
    const isSaid = about === '' || mark === 'meets';
    return [
      escape(nameOf(answer)),
      answer.chosen.length === 0 ? text : `**${text}**`,
      message(sign === '' || isSaid ? sign || about : labelled(sign, about, lang)) || '–',
      escape(listed(othersOf(answer), lang)) || '–',
      escape(answer.guide.rules.join(' ')) || '–',
    ];
  }

  /** What the evidence says of each requirement on what is chosen, then what it says of the choice as a whole. */
  function fit(): string[] {
    const { required, verdict, nothing } = SHARED_TEXTS[lang].comparison;
    const rows = answers.flatMap((answer) =>
      judgedRows(answer).map((one) => {
        const works = one.evidence.flatMap(({ deciding, source }) => (deciding ? [source] : []));
        return [
          escape(nameOf(answer)),
          message(labelled(one.title, one.requiredText, lang)),
          escape(words.marks[one.verdict]),
          `${message(one.foundText ?? nothing)}${[...new Set(works)].map(notes.cite).join('')}`,
        ];
      }),
    );
    const texts = answers.flatMap((answer) =>
      answer.fitText === undefined ? [] : [entry(nameOf(answer), answer.fitText)],
    );
    const table =
      rows.length === 0 ? [] : markdownTable([[words.columns.role, required, verdict, words.found], ...rows]);
    return [...table, ...(table.length > 0 && texts.length > 0 ? [''] : []), ...texts];
  }

  function entry(label: string, text: string): string {
    return `- ${labelled(`**${escape(label)}**`, message(text), lang)}`;
  }

  function line({ severity, message: text, source }: Finding): string {
    return `- **${words.severities[severity]}** ${message(text)}${notes.cite(source)}`;
  }
}
