import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { ReferenceTexts } from './texts.js';
import { zh } from './zh.js';

export const REFERENCE_TEXTS: Readonly<Record<Lang, ReferenceTexts>> = { en, zh };
