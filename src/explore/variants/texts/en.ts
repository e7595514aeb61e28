import type { VariantTexts } from './texts.js';

export const en: VariantTexts = {
  nothingChosen: {
    'not-needed': 'not needed',
    none: 'none that can run',
    open: 'open',
    absent: 'not in the stack',
  },
};
