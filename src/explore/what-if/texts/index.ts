import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { WhatIfTexts } from './texts.js';
import { zh } from './zh.js';

export const WHAT_IF_TEXTS: Readonly<Record<Lang, WhatIfTexts>> = { en, zh };
