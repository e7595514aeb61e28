import type { CatalogueWords } from '../texts.js';

export const catalogue: CatalogueWords = {
  title: 'Codes',
  intro:
    'Every code that Whichstack reports, what it means and what to do. `whichstack explain CODE` shows one of them.',
  kinds: {
    problem: {
      title: 'Problems of knowledge',
      intro: 'Reported by `whichstack check`. A Tension can acknowledge a problem that is intended.',
    },
    finding: {
      title: 'Findings of a recommendation',
      intro: 'Listed in `findings` of a recommendation, the most severe first.',
    },
    diagnostic: {
      title: 'Diagnostics of inputs',
      intro: 'Reported for a file, a value or a flag, with its place.',
    },
  },
  columns: ['code', 'severity', 'meaning', 'what to do'],
  severity: { error: 'error', warning: 'warning', note: 'note', info: 'info' },
  former: (codes) => `(formerly ${codes.map((code) => `\`${code}\``).join(', ')})`,
};
