import type { Lang } from '../language/format.js';
import type { DifferenceFinding, DifferenceSide, WorkloadDifference } from '../language/schema/results/difference.js';
import type { Finding } from '../language/schema/results/recommendation.js';
import {
  bestCompatible,
  isNeeded,
  decidingOpinion,
  type PlaceDecision,
  type StackDecision,
} from '../decide/stack/decide.js';
import type { Describer } from '../report/describe.js';
import { candidateText, chosenOf } from '../report/present-fit.js';
import type { Candidate } from '../program/ir/fit.js';
import { severe, clausesOf, type WorkloadAnswers } from './answers.js';

/** What one side answers at one place, in words too. */
export function sideOf(decided: PlaceDecision, decision: StackDecision, describe: Describer): DifferenceSide {
  const { pick, result, status } = decided;
  const opinion = decidingOpinion(decided);
  const best = status === 'not-needed' ? undefined : bestCompatible(decision, decided);
  const say = WORDS[describe.lang];
  const needed = isNeeded(decided);
  const nothing = !needed ? say.notNeeded : status === 'dropped' || status === 'conflict' ? say.none : say.open;
  return {
    chosen: pick === undefined ? [] : outcomes(pick.ranked.candidate, describe),
    text: pick === undefined ? nothing : textOf(pick.ranked.candidate, describe, nothing),
    needed,
    ...(opinion && { opinion }),
    guide: {
      rules: clausesOf(decided),
      answer: result.answer === null ? null : result.answer.map((combo) => [...combo]),
      text: result.answer === null ? say.silent : describe.answer(result.answer),
    },
    ...(pick && { verdict: pick.ranked.verdict }),
    fitBest: best === undefined ? [] : outcomes(best.candidate, describe),
    ...(best && { fitBestText: candidateText(best.candidate, describe) }),
  };
}

/** A guide may answer that nothing is needed. */
const textOf = (candidate: Candidate, describe: Describer, nothing: string): string =>
  candidate.combo.length === 0 ? nothing : candidateText(candidate, describe);

const outcomes = (candidate: Candidate, describe: Describer): DifferenceSide['chosen'] =>
  chosenOf(candidate, describe).map(({ id, title, by, byTitle }) => ({
    id,
    title,
    ...(by !== undefined && { by }),
    ...(byTitle !== undefined && { byTitle }),
  }));

/** The warnings and errors that one of two replies tells alone, whatever their wording. */
export function diffFindings(
  before: Extract<WorkloadAnswers, { readable: true }>,
  after: Extract<WorkloadAnswers, { readable: true }>,
  from: Describer,
  to: Describer,
): WorkloadDifference['findings'] {
  const [old, now] = [severe(from.knowledge, before, from), severe(to.knowledge, after, to)];
  return { appeared: beyond(now, old), gone: beyond(old, now) };
}

/** Those of some findings that others do not match, one by one. */
function beyond(findings: readonly Finding[], others: readonly Finding[]): DifferenceFinding[] {
  const left = others.map(keyOf);
  return findings.flatMap((finding) => {
    const n = left.indexOf(keyOf(finding));
    if (n >= 0) {
      left.splice(n, 1);
      return [];
    }
    const { code, severity, message, role, technology } = finding;
    if (severity === 'info') return [];
    return [
      { code, severity, message, ...(role !== undefined && { role }), ...(technology !== undefined && { technology }) },
    ];
  });
}

const keyOf = ({ code, severity, role = '', technology = '', source = '' }: Finding): string =>
  [code, severity, role, technology, source].join('\n');

const WORDS: Readonly<Record<Lang, Readonly<Record<'open' | 'notNeeded' | 'none' | 'silent', string>>>> = {
  en: { open: 'open', notNeeded: 'not needed', none: 'none that can run here', silent: 'silent' },
  zh: { open: '待定', notNeeded: '不需要', none: '没有可在此运行的选项', silent: '未作答' },
};
