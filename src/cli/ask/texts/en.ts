import type { AskTexts } from './texts.js';

export const en: AskTexts = {
  dontKnow: "don't know",
  back: 'back to the previous question',
  figure: 'another figure',
  keys: '↑ ↓ to move, Enter to reply, Ctrl-C to leave',
  keysOfMany:
    '↑ ↓ to move, Space to choose any number, Enter to reply, or with none chosen to go back; Ctrl-C to leave',
  fromScenario: (items) => `as the scenario presets: ${items}`,
  fromList: 'choose from a list…',
  none: 'none',
  chooseAny: (title) => `${title}: which of these?`,
  keysOfFigure: (back) => `Enter a figure; ? if you don't know${back ? ', < to go back' : ''}, Ctrl-C to leave`,
  left: 'Left without writing anything.',
  saveAs: 'Write the workload to',
  overwrite: (name) => `${name} already exists. Overwrite it?`,
  yes: 'yes',
  no: 'no',
  written: (name) => `Workload written to ${name}`,
};
