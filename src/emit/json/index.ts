import { jsonText } from '../../language/values/json-text.js';
import type { DocumentKind, Documents } from '../documents.js';
import { defineEmitter, optionSchema } from '../emitter.js';

/** A document as JSON, indented by two spaces; several documents as an array. */
export const jsonEmitter = defineEmitter({
  id: 'json',
  accepts: [
    'Recommendation',
    'WhatIf',
    'DecisionMap',
    'Interview',
    'Comparison',
    'Profile',
    'Definition',
    'MatchList',
    'TechnologyList',
    'FactorList',
    'ScenarioList',
    'Verification',
    'Difference',
    'DecisionTable',
    'Decision',
    'Workload',
    'CompiledForm',
    'CodeExplanation',
  ],
  options: optionSchema({}),
  unprintable: 'escaped',
  emit: (document) => [{ text: jsonText(contentOf(document)) }],
  join: (texts) => `[\n${texts.map(indented).join(',\n')}\n]\n`,
});

/** Of lists and of compiled forms the content alone; their frame is for other formats. */
function contentOf(document: Documents[DocumentKind]): unknown {
  switch (document.kind) {
    case 'TechnologyList':
      return document.technologies;
    case 'FactorList':
      return document.factors;
    case 'ScenarioList':
      return document.scenarios;
    case 'CompiledForm':
      return document.content;
    default:
      return document;
  }
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
