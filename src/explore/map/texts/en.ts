import type { MapTexts } from './texts.js';

export const en: MapTexts = { notStated: 'not stated', none: 'none', anyFigure: 'any figure' };
