import type { Lang } from '../../language/format.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { FactorList } from '../../language/schema/results/lists.js';
import { figureExamples, limitOf } from '../../language/values/figure.js';
import { dimensionOf, type KnowledgeBase } from '../../load/knowledge.js';
import { valuesOf } from './names.js';
import { DEFINITION_TEXTS } from './texts/index.js';

/** How many examples of a figure a line names. */
const MAX_EXAMPLES = 2;

/** The sections of a workload that state factors, each with its title: the requirements, the collections, the environment. */
export function sectionsOf({ collections }: KnowledgeBase, lang: Lang): FactorList['sections'] {
  const { requirements, environment } = DEFINITION_TEXTS[lang];
  return [
    { id: 'requirements', title: requirements.title },
    ...Array.from(collections.values(), ({ id, title }) => ({ id, title: title[lang] })),
    { id: 'environment', title: environment.title },
  ];
}

/** The factors that are stated in a section. */
export const factorsIn = (section: string, { factors }: KnowledgeBase): Factor[] =>
  [...factors.values()].filter(({ askedOf }) => askedOf.includes(section));

/** What a factor takes, in few words: its values, yes or no, or a figure. */
export function takesText(factor: Factor, knowledge: KnowledgeBase, lang: Lang): string {
  const { takes } = DEFINITION_TEXTS[lang];
  const values = valuesOf(factor).map(({ id }) => id);
  const figure = figureTakesText(factor, knowledge, lang, MAX_EXAMPLES);
  switch (factor.type) {
    case 'flag':
      return takes.yesOrNo;
    case 'quantity':
      return figure ?? '';
    case 'ordinal':
      return figure === undefined ? takes.oneOf(values) : takes.oneOfOrFigure(values, figure);
    case 'choice':
      return values.length === 0 ? takes.anyScenario : takes.oneOf(values);
    case 'set':
      return values.length === 0 ? takes.anyOutcome : takes.anyOf(values);
  }
}

/** The figures that a factor takes, with examples and how they are read; undefined for what has no figures. */
export function figureTakesText(
  factor: Factor,
  knowledge: KnowledgeBase,
  lang: Lang,
  most = Infinity,
): string | undefined {
  if (factor.type !== 'quantity' && factor.type !== 'ordinal') return undefined;
  if (dimensionOf(factor, knowledge) === undefined) return undefined;
  return DEFINITION_TEXTS[lang].takes.figure(figureExamples(factor, knowledge).slice(0, most), limitOf(factor));
}
