import { defineEmitter, optionSchema } from '../emitter.js';
import { comparisonMarkdown } from './comparison.js';
import { differenceMarkdown } from './difference.js';
import { explanationMarkdown } from './explanation.js';
import { referenceMarkdown } from './reference.js';
import { recommendationMarkdown } from './recommendation.js';
import { tableMarkdown } from './markup.js';

/** A document as Markdown with tables and footnotes, as code hosts render it, for a review or a pull request. */
export const markdownEmitter = defineEmitter({
  id: 'markdown',
  accepts: ['Recommendation', 'Comparison', 'Difference', 'DecisionTable', 'CodeExplanation', 'WorkloadReference'],
  options: optionSchema({}),
  emit(document) {
    switch (document.kind) {
      case 'Recommendation':
        return [{ text: recommendationMarkdown(document) }];
      case 'Comparison':
        return [{ text: comparisonMarkdown(document) }];
      case 'Difference':
        return [{ text: differenceMarkdown(document) }];
      case 'DecisionTable':
        return [{ text: tableMarkdown(document) }];
      case 'CodeExplanation':
        return [{ text: explanationMarkdown(document) }];
      case 'WorkloadReference':
        return [{ text: referenceMarkdown(document) }];
    }
  },
  join: (texts) => texts.join('\n'),
});
