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
import { DIFF_TEXTS } from './texts/index.js';

/** What one side answers for one place, with its texts. */
export function sideOf(decided: PlaceDecision, decision: StackDecision, describe: Describer): DifferenceSide {
  const { pick, result, status } = decided;
  const opinion = decidingOpinion(decided);
  const best = status === 'not-needed' || status === 'omitted' ? undefined : bestCompatible(decision, decided);
  const texts = DIFF_TEXTS[describe.lang];
  const needed = isNeeded(decided);
  const { notNeeded, noneCanRun, open } = texts.nothingChosen;
  const nothing = !needed ? notNeeded : status === 'dropped' || status === 'conflict' ? noneCanRun : open;
  return {
    chosen: pick === undefined ? [] : outcomes(pick.ranked.candidate, decision, describe),
    text: pick === undefined ? nothing : textOf(pick.ranked.candidate, describe, nothing),
    needed,
    ...(opinion && { opinion }),
    guide: {
      rules: clausesOf(decided),
      answer: result.answer === null ? null : result.answer.map((combo) => [...combo]),
      text: result.answer === null ? texts.noResult : describe.answer(result.answer),
    },
    ...(pick && { verdict: pick.ranked.verdict }),
    fitBest: best === undefined ? [] : outcomes(best.candidate, decision, describe),
    ...(best && { fitBestText: candidateText(best.candidate, describe) }),
  };
}

/** A guide may answer that nothing is needed. */
const textOf = (candidate: Candidate, describe: Describer, nothing: string): string =>
  candidate.combo.length === 0 ? nothing : candidateText(candidate, describe);

const outcomes = (
  candidate: Candidate,
  { surroundings }: StackDecision,
  describe: Describer,
): DifferenceSide['chosen'] =>
  chosenOf(candidate, describe, surroundings).map(({ id, title, by, byTitle }) => ({
    id,
    title,
    ...(by !== undefined && { by }),
    ...(byTitle !== undefined && { byTitle }),
  }));

/** The warnings and errors that only one of two replies has, whatever their wording. */
export function diffFindings(
  before: Extract<WorkloadAnswers, { readable: true }>,
  after: Extract<WorkloadAnswers, { readable: true }>,
  from: Describer,
  to: Describer,
): WorkloadDifference['findings'] {
  const [old, now] = [severe(from.knowledge, before, from), severe(to.knowledge, after, to)];
  return { appeared: onlyIn(now, old), gone: onlyIn(old, now) };
}

/** The findings that have no match among others; each of the others matches one at most. */
function onlyIn(findings: readonly Finding[], others: readonly Finding[]): DifferenceFinding[] {
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
