import * as Type from 'typebox';
import { defineEmitter, optionSchema } from '../emitter.js';
import { drawMap } from './map.js';

/** A decision map as a picture that needs nothing else, for light and dark pages. */
export const svgEmitter = defineEmitter({
  id: 'svg',
  accepts: ['DecisionMap'],
  options: optionSchema({
    id: Type.Optional(
      Type.String({ description: 'What the ids within the picture begin with; two pictures on one page need two.' }),
    ),
  }),
  unprintable: 'shown',
  emit: (map, { id = 'map' }) => [{ text: drawMap(map, id) }],
});
