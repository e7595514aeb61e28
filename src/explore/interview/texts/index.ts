import type { Lang } from '../../../language/format.js';
import { en } from './en.js';
import type { InterviewTexts } from './texts.js';
import { zh } from './zh.js';

export const INTERVIEW_TEXTS: Readonly<Record<Lang, InterviewTexts>> = { en, zh };
