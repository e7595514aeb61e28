import { listed, labelled, withBrackets } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import type { AnyRecommendation, Finding } from '../../language/schema/results/recommendation.js';
import { allAnswers, isRisk, judgedRows, nameOf, othersOf, textOfChosen, workloadTitle } from '../common/answer.js';
import { inputRows } from '../common/inputs.js';
import { changesOf, foundOf, placeSummaries, reasonOf, SIGNS, type PlaceSummary } from '../common/summary.js';
import { SHARED_TEXTS } from '../common/texts/index.js';
import { escape, footnotes, markdownTable, message } from './markup.js';

/**
 * A recommendation as Markdown for a review: the stack as a table, what it was decided for, the reasons, the findings, what would change it, why not something else, and
 * what the facts say of each choice in one sentence. Every work that is cited is a footnote with its address.
 *
 * @param full whether also what the guide says beyond the answer: its figures, tensions and trends
 */
export function recommendationMarkdown(recommendation: AnyRecommendation, full = false): string {
  const { lang, knowledge, asOf, findings, rivals, sources, claims, tensions, trends } = recommendation;
  const words = { ...SHARED_TEXTS[lang].summary, ...SHARED_TEXTS[lang].answer };
  const notes = footnotes(full ? [...sources, ...claims.flatMap(({ references }) => references)] : sources, lang);
  const answers = allAnswers(recommendation);
  const places = placeSummaries(recommendation);
  const chosen = places.filter(({ answer }) => answer.chosen.length > 0);
  const unneeded = answers.filter((answer) => !places.some((place) => place.answer === answer)).map(nameOf);
  const inputs = inputRows(recommendation, full);
  const { factor, value, origin } = words.inputColumns;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      words.inputs,
      inputs.length === 0
        ? []
        : markdownTable([
            [factor, value, origin],
            ...inputs.map((row) => [row.name, row.value, row.origin].map(escape)),
          ]),
    ],
    [words.why, chosen.map(({ answer }) => entry(nameOf(answer), reasonOf(answer, lang).full))],
    [words.findings, findings.filter((finding) => !isRisk(finding)).map(line)],
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
    ...(full ? ofGuide() : []),
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

  function row({ answer, mark, verdict }: PlaceSummary): string[] {
    const text = escape(textOfChosen(answer, lang));
    return [
      escape(nameOf(answer)),
      answer.chosen.length === 0 ? text : `**${text}**`,
      message(mark === undefined ? verdict : `${SIGNS[mark]} ${verdict}`) || '–',
      escape(listed(othersOf(answer), lang)) || '–',
      escape(answer.guide.rules.join(' ')) || '–',
    ];
  }

  /** What the guide says beyond the answer. */
  function ofGuide(): readonly (readonly [string, readonly string[]])[] {
    const cited = (text: string, ...from: readonly string[]): string =>
      withBrackets(message(text), escape(from.join(TYPOGRAPHY[lang].clauseComma)), lang);
    return [
      [
        words.claims,
        claims.map(
          ({ title, source, verdict, text, references }) =>
            `- ${labelled(`${cited(title, source)} **${escape(words.claimVerdicts[verdict])}**`, message(text), lang)}${references.map(({ id }) => notes.cite(id)).join('')}`,
        ),
      ],
      [
        words.tensions,
        tensions.flatMap(({ id, title, sides, reading }) => [
          `- ${withBrackets(`**${message(title)}**`, escape(id), lang)}`,
          ...sides.map(({ text, source }) => `  - ${source === undefined ? message(text) : cited(text, source)}`),
          `  - ${labelled(`**${words.reading}**`, message(reading), lang)}`,
        ]),
      ],
      [words.trends, trends.map(({ text, source, date }) => `- ${cited(text, source, date)}`)],
    ];
  }

  /** What the evidence says of each requirement on what is chosen, then what it says of the choice as a whole. */
  function fit(): string[] {
    const { required, verdict } = SHARED_TEXTS[lang].comparison;
    const rows = answers.flatMap((answer) =>
      judgedRows(answer).map((one) => {
        const works = one.evidence.flatMap(({ deciding, source }) => (deciding ? [source] : []));
        return [
          escape(nameOf(answer)),
          message(labelled(one.title, one.requiredText, lang)),
          escape(`${SIGNS[one.verdict]} ${words.marks[one.verdict]}`),
          `${message(foundOf(one, lang))}${[...new Set(works)].map(notes.cite).join('')}`,
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
