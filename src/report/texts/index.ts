import type { Lang } from '../../language/format.js';
import { en } from './en.js';
import type { ReportTexts } from './texts.js';
import { zh } from './zh.js';

export const REPORT_TEXTS: Readonly<Record<Lang, ReportTexts>> = { en, zh };
