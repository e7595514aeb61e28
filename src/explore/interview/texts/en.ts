import { listed } from '../../../language/text/text.js';
import type { InterviewTexts } from './texts.js';

export const en: InterviewTexts = {
  whichItems: (collection) => `Which ${collection} are there?`,
  choicePerItem: (collection, places) =>
    `Each of the ${collection} gets a choice of its own: ${listed(places, 'en', 'and')}.`,
  nothing: 'nothing',
  why: {
    whetherNeeded: (place) => `It decides whether ${place} is needed.`,
    between: (place, one, other) => `For ${place}, it decides between ${one} and ${other}.`,
    among: (place, choices) => `For ${place}, it decides among ${listed(choices, 'en', 'and')}.`,
    amongOthers: (place, choices) => `For ${place}, it decides among ${choices.join(', ')} and others.`,
    notExcluded: 'It is not proven to make no difference.',
  },
  howToFind: {
    figure: (examples) => `A rough figure with its unit will do, such as ${listed(examples, 'en')}.`,
    closest: 'Take the reply that comes closest; whoever runs the workload can tell.',
  },
};
