import type { AnyRecommendation, Rival } from '../../language/schema/results/recommendation.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import { typeset } from '../../language/text/text.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { isInventory } from '../../decide/inputs/inputs.js';
import { EXPLORE_TEXTS } from '../texts/index.js';
import { placeKey } from '../variants/choice.js';
import { definingIn, whatIfRead } from './what-if.js';

/** So many variants are tried for each rival, within a second or two. */
const MAX_TRIED = 1000;

/** So many changes are named that are equally small. */
const MAX_NAMED = 3;

/**
 * The rivals of a recommendation, each that was asked about with the smallest changes that lead to it. What the workload is, such as its scenario, and what runs
 * already stay. What is chosen already, and what only a finding names, is left as it is.
 */
export function withSmallestChanges(
  { rivals, lang, asOf }: Pick<AnyRecommendation, 'rivals' | 'lang' | 'asOf'>,
  knowledge: KnowledgeBase,
  workload: ReadWorkload,
): Rival[] {
  // What runs already is a fact about the site, and nothing to change.
  const inventories = [...knowledge.factors.values()].filter(isInventory).map(({ id }) => id);
  const keep = [...definingIn(workload), ...inventories];
  return rivals.map((rival) => {
    const { asked, role, name, title, reasons } = rival;
    if (asked === undefined || reasons.some(({ code }) => code === 'chosen')) return rival;
    const settings = { lang, asOf, keep, to: asked, role: placeKey(role, name), brief: true, most: MAX_TRIED };
    const [place] = whatIfRead(knowledge, workload, settings).places;
    if (place === undefined) return rival;
    const { answers, proven, text } = place;
    const changes = answers.flatMap((answer) =>
      answer.conditions.map((condition) => ({ condition, title: answer.title === title ? undefined : answer.title })),
    );
    const { leadsToRival } = EXPLORE_TEXTS[lang].whatIf;
    const said = changes.length === 0 ? text : leadsToRival(changes.slice(0, MAX_NAMED));
    return { ...rival, smallestChange: { found: changes.length > 0, proven, text: typeset(said, lang) } };
  });
}
