import * as Type from 'typebox';
import { defineEmitter, optionSchema } from '../emitter.js';
import { mapDiagram } from './map.js';

/** A decision map as a block diagram of Mermaid 10.9 or later, for wikis and code hosts, which draw diagrams from text. */
export const mermaidEmitter = defineEmitter({
  id: 'mermaid',
  accepts: ['DecisionMap'],
  options: optionSchema({
    fenced: Type.Optional(
      Type.Boolean({ description: 'Whether the diagram is a code block of Markdown, ready to be pasted into a page.' }),
    ),
  }),
  unprintable: 'shown',
  emit: (map, { fenced = false }) => {
    const diagram = mapDiagram(map);
    return [{ text: fenced ? `\`\`\`mermaid\n${diagram}\`\`\`\n` : diagram }];
  },
});
