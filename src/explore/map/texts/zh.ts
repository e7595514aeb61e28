import type { MapTexts } from './texts.js';

export const zh: MapTexts = { notStated: '未说明', none: '无', anyFigure: '任意数值' };
