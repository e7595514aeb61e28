import { API_VERSION, type Lang } from '../../language/format.js';
import type { FactorList, ScenarioList } from '../../language/schema/results/lists.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { valuesOf } from '../definition/names.js';
import { sectionsOf, takesText } from '../definition/takes.js';

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
