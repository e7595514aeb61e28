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
    'TechnologyList',
    'Verification',
    'Difference',
    'DecisionTable',
    'Decision',
    'Workload',
  ],
  options: optionSchema({}),
  emit(document) {
    // A list of technologies is the bare array; its frame is for other formats.
    const value = document.kind === 'TechnologyList' ? document.technologies : document;
    return [{ text: `${JSON.stringify(value, null, 2)}\n` }];
  },
  join: (texts) => `[\n${texts.map(indented).join(',\n')}\n]\n`,
});

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
