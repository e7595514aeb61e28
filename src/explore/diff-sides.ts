import type { Lang } from '../language/format.js';
import type { DifferenceFinding, DifferenceSide, WorkloadDifference } from '../language/schema/difference.js';
import type { Finding } from '../language/schema/recommendation.js';
import { bestBeside } from '../decide/beside.js';
import { isNeeded, opinionBehind, type Decided, type Decision } from '../decide/decide.js';
import type { Describer } from '../decide/describe.js';
import { candidateText, chosenOf } from '../decide/present-fit.js';
import type { Candidate } from '../program/fit.js';
import { gravely, rulesOf, type Answers } from './diff-answers.js';

/** What one side answers at one place, in words too. */
export function sideOf(decided: Decided, decision: Decision, describe: Describer): DifferenceSide {
  const { pick, result, standing } = decided;
  const opinion = opinionBehind(decided);
  const best = standing === 'not-needed' ? undefined : bestBeside(decision, decided);
  const say = WORDS[describe.lang];
  const needed = isNeeded(decided);
  const nothing = !needed ? say.notNeeded : standing === 'dropped' || standing === 'clash' ? say.none : say.open;
  return {
    chosen: pick === undefined ? [] : outcomes(pick.ranked.candidate, describe),
    text: pick === undefined ? nothing : textOf(pick.ranked.candidate, describe, nothing),
    needed,
    ...(opinion && { opinion }),
    guide: {
      rules: rulesOf(decided),
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
export function findingsApart(
  before: Extract<Answers, { readable: true }>,
  after: Extract<Answers, { readable: true }>,
  from: Describer,
  to: Describer,
): WorkloadDifference['findings'] {
  const [old, now] = [gravely(from.knowledge, before, from), gravely(to.knowledge, after, to)];
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
