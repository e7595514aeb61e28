import * as Type from 'typebox';
import { READABLE_KINDS, type Documents, type ReadableKind } from '../documents.js';
import { defineEmitter, optionSchema } from '../emitter.js';
import { comparisonMarkdown } from './comparison.js';
import { differenceMarkdown } from './difference.js';
import { explanationMarkdown } from './explanation.js';
import { interviewMarkdown } from './interview.js';
import { mapMarkdown } from './map.js';
import { tableMarkdown } from './markup.js';
import { definitionMarkdown, factorMarkdown, matchMarkdown, scenarioMarkdown, technologyMarkdown } from './names.js';
import { profileMarkdown } from './profile.js';
import { recommendationMarkdown } from './recommendation.js';
import { referenceMarkdown } from './reference.js';
import { verificationMarkdown } from './verification.js';
import { whatIfMarkdown } from './what-if.js';

/** The kinds of document, each with a function that writes it. */
const PAGES: { readonly [K in ReadableKind]: (document: Documents[K], full: boolean) => string } = {
  Recommendation: recommendationMarkdown,
  WhatIf: whatIfMarkdown,
  DecisionMap: mapMarkdown,
  Interview: interviewMarkdown,
  Comparison: comparisonMarkdown,
  Profile: profileMarkdown,
  Definition: definitionMarkdown,
  MatchList: matchMarkdown,
  TechnologyList: technologyMarkdown,
  FactorList: factorMarkdown,
  ScenarioList: scenarioMarkdown,
  Verification: verificationMarkdown,
  Difference: differenceMarkdown,
  DecisionTable: tableMarkdown,
  CodeExplanation: explanationMarkdown,
  WorkloadReference: referenceMarkdown,
};

/** A document as Markdown with tables and footnotes, as code hosts render it, for a review or a pull request. */
export const markdownEmitter = defineEmitter({
  id: 'markdown',
  accepts: READABLE_KINDS,
  options: optionSchema({
    full: Type.Optional(
      Type.Boolean({
        description:
          'Whether a recommendation has every section, those on the figures, the tensions and the trends of the guide too; false by default.',
      }),
    ),
  }),
  unprintable: 'shown',
  emit: (document, { full = false }) => [
    { text: (PAGES[document.kind] as (of: Documents[ReadableKind], full: boolean) => string)(document, full) },
  ],
  join: (texts) => texts.join('\n'),
});
