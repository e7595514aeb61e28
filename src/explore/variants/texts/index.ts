import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { VariantTexts } from './texts.js';
import { zh } from './zh.js';

export const VARIANT_TEXTS: Readonly<Record<Lang, VariantTexts>> = { en, zh };
