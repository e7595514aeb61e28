import { defineEmitter, optionSchema } from '../emitter.js';
import type { Documents } from '../documents.js';
import { comparisonMarkdown } from './comparison.js';
import { differenceMarkdown } from './difference.js';
import { explanationMarkdown } from './explanation.js';
import { referenceMarkdown } from './reference.js';
import { mapMarkdown } from './map.js';
import { definitionMarkdown, factorMarkdown, matchMarkdown, scenarioMarkdown, technologyMarkdown } from './names.js';
import { profileMarkdown } from './profile.js';
import { recommendationMarkdown } from './recommendation.js';
import { tableMarkdown } from './markup.js';
import { whatIfMarkdown } from './what-if.js';

const ACCEPTED = [
  'Recommendation',
  'WhatIf',
  'DecisionMap',
  'Comparison',
  'Profile',
  'Definition',
  'MatchList',
  'TechnologyList',
  'FactorList',
  'ScenarioList',
  'Difference',
  'DecisionTable',
  'CodeExplanation',
  'WorkloadReference',
] as const;
type MarkdownDocument = Documents[(typeof ACCEPTED)[number]];

/** A document as Markdown with tables and footnotes, as code hosts render it, for a review or a pull request. */
export const markdownEmitter = defineEmitter({
  id: 'markdown',
  accepts: ACCEPTED,
  options: optionSchema({}),
  emit: (document) => [{ text: markdownOf(document) }],
  join: (texts) => texts.join('\n'),
});

function markdownOf(document: MarkdownDocument): string {
  switch (document.kind) {
    case 'Recommendation':
      return recommendationMarkdown(document);
    case 'WhatIf':
      return whatIfMarkdown(document);
    case 'DecisionMap':
      return mapMarkdown(document);
    case 'Comparison':
      return comparisonMarkdown(document);
    case 'Profile':
      return profileMarkdown(document);
    case 'Definition':
      return definitionMarkdown(document);
    case 'MatchList':
      return matchMarkdown(document);
    case 'TechnologyList':
      return technologyMarkdown(document);
    case 'FactorList':
      return factorMarkdown(document);
    case 'ScenarioList':
      return scenarioMarkdown(document);
    case 'Difference':
      return differenceMarkdown(document);
    case 'DecisionTable':
      return tableMarkdown(document);
    case 'CodeExplanation':
      return explanationMarkdown(document);
    case 'WorkloadReference':
      return referenceMarkdown(document);
  }
}
