import { API_VERSION, type Lang } from '../../language/format.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import type { FactorList, ScenarioList } from '../../language/schema/results/lists.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { valuesOf } from '../definition/names.js';
import { REFERENCE_TEXTS } from './texts/index.js';

/** The sections of a workload that state factors, each with its title: the requirements, the collections, the environment. */
export function sectionsOf({ collections }: KnowledgeBase, lang: Lang): FactorList['sections'] {
  const { requirements, environment } = REFERENCE_TEXTS[lang];
  return [
    { id: 'requirements', title: requirements },
    ...Array.from(collections.values(), ({ id, title }) => ({ id, title: title[lang] })),
    { id: 'environment', title: environment },
  ];
}

/** The factors that are stated in a section. */
export const factorsIn = (section: string, { factors }: KnowledgeBase): Factor[] =>
  [...factors.values()].filter(({ askedOf }) => askedOf.includes(section));

/** Every factor of some knowledge, in one language. */
export function factorList(knowledge: KnowledgeBase, lang: Lang): FactorList {
  return {
    apiVersion: API_VERSION,
    kind: 'FactorList',
    lang,
    sections: sectionsOf(knowledge, lang),
    factors: [...knowledge.factors.values()].map((factor) => {
      const { id, title, question, type, askedOf, aliases = [] } = factor;
      const values = valuesOf(factor).map((value) => value.id);
      return {
        id,
        title: title[lang],
        question: question[lang],
        type,
        statedIn: askedOf,
        ...(values.length > 0 && { values }),
        ...('dimension' in factor && { dimension: factor.dimension }),
        takes: takesText(factor, knowledge, lang),
        aliases: [...aliases],
      };
    }),
  };
}

/** What a factor takes, in few words: its values, yes or no, or a figure. */
export function takesText(factor: Factor, { dimensions }: KnowledgeBase, lang: Lang): string {
  const texts = REFERENCE_TEXTS[lang];
  const values = valuesOf(factor).map(({ id }) => id);
  const dimension = 'dimension' in factor ? dimensions.get(factor.dimension ?? '') : undefined;
  const figure = dimension === undefined ? undefined : texts.figure(dimension.examples.slice(0, 2));
  switch (factor.type) {
    case 'flag':
      return texts.yesOrNo;
    case 'quantity':
      return figure ?? '';
    case 'ordinal':
      return figure === undefined ? texts.oneOf(values) : texts.oneOfOrFigure(values, figure);
    case 'choice':
      return values.length === 0 ? texts.aScenario : texts.oneOf(values);
    case 'set':
      return values.length === 0 ? texts.technologies : texts.anyOf(values);
  }
}

/** Every scenario of some knowledge, in one language. */
export const scenarioList = ({ scenarios }: KnowledgeBase, lang: Lang): ScenarioList => ({
  apiVersion: API_VERSION,
  kind: 'ScenarioList',
  lang,
  scenarios: Array.from(scenarios.values(), ({ id, title, summary, source, aliases = [] }) => ({
    id,
    title: title[lang],
    ...(summary !== undefined && { summary: summary[lang] }),
    source,
    aliases: [...aliases],
  })),
});
