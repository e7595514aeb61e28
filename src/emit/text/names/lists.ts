import type { FactorList, ScenarioList } from '../../../language/schema/results/lists.js';
import { labelled, typeset } from '../../../language/text/text.js';
import { pad, paragraph, width, type TextView } from '../layout.js';

/** Factors as lines of text, by the section that states them. */
export function factorLines({ sections, factors, lang }: FactorList, { columns, paint }: TextView): string[] {
  const column = Math.max(...factors.map(({ id }) => width(id))) + 2;
  return sections.flatMap(({ id: section, title }, n) => [
    ...(n === 0 ? [] : ['']),
    paint.heading(title),
    ...factors
      .filter(({ statedIn }) => statedIn.includes(section))
      .flatMap(({ id, title: name, takes }) =>
        paragraph(
          typeset(labelled(name, takes, lang), lang),
          columns,
          lang,
          `  ${pad(id, column)}`,
          ' '.repeat(column + 2),
        ),
      ),
  ]);
}

/** Scenarios as lines of text. */
export function scenarioLines({ scenarios, lang }: ScenarioList, { columns }: TextView): string[] {
  const column = Math.max(...scenarios.map(({ id }) => width(id))) + 2;
  return scenarios.flatMap(({ id, title, summary }) =>
    paragraph(summary ?? title, columns, lang, `  ${pad(id, column)}`, ' '.repeat(column + 2)),
  );
}
