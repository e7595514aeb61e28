import { codeFrame, type Span } from '../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../language/format.js';
import type {
  ProblemPlace,
  ProblemReport,
  QuestionCount,
  Verification,
} from '../../language/schema/results/verification.js';
import { spaced } from '../../language/text/text.js';
import { freshnessLines } from './freshness.js';
import { paragraph } from './layout.js';
import type { TextView } from './view.js';

/** Regions beyond these are counted. */
const MAX_REGIONS = 6;

/** A verification as text: what nobody has acknowledged with its place and a witness, the rest counted. */
export function verificationLines(verification: Verification, view: TextView): string[] {
  const { problems, counts, lang, knowledge } = verification;
  const words = WORDS[lang];
  const { paint } = view;
  const say = (text: string, first: string, next = first): string[] =>
    paragraph(lang === 'zh' ? spaced(text) : text, view.columns, lang, first, next);
  const open = problems.filter(({ acknowledged }) => acknowledged === undefined);
  const listed = open.filter(({ severity }) => view.all || severity !== 'note');
  const freshness =
    verification.freshness.technologies === 0 ? [] : [...freshnessLines(verification.freshness, view), ''];
  return [
    ...freshness,
    paint.strong(words.title(knowledge.version)),
    ...say(words.counts(verification.decisions, verification.rules), ''),
    ...(verification.questions === undefined ? [] : say(words.questions(verification.questions), '')),
    // What is settled comes first, so that what is open stands at the end, where a terminal shows it.
    ...acknowledged(problems, view, lang),
    ...listed.flatMap((problem) => ['', ...one(problem, view, lang)]),
    '',
    ...(counts.note > 0 && !view.all ? say(words.notes(counts.note), '') : []),
    ...say(words.verdict(counts.error, counts.warning, counts.acknowledged), ''),
  ];
}

function one(problem: ProblemReport, { columns, paint, sources }: TextView, lang: Lang): string[] {
  const words = WORDS[lang];
  const say = (text: string, first: string, next = first): string[] =>
    paragraph(lang === 'zh' ? spaced(text) : text, columns, lang, first, next);
  const { severity, code, message, where, boxes, witness, says = [], place } = problem;
  const mark = severity === 'error' ? paint.bad : severity === 'warning' ? paint.strong : paint.faint;
  const text = place === undefined ? undefined : sources[place.file];
  const more = boxes - Math.min(MAX_REGIONS, where.length);
  return [
    ...(place === undefined ? [] : [paint.faint(`${place.file}:${String(place.line)}:${String(place.column)}`)]),
    ...say(`${words.severities[severity]}[${code}] ${message}`, '').map((line, n) => (n === 0 ? mark(line) : line)),
    ...(place === undefined || text === undefined
      ? []
      : codeFrame(spanIn(text, place), { strong: paint.strong, mark: paint.bad, faint: paint.faint })),
    ...where.slice(0, MAX_REGIONS).flatMap((text) => say(text, '  · ', '    ')),
    ...(more > 0 ? say(words.more(more), '    ') : []),
    ...(witness === undefined ? [] : say(words.witness(witness.text), '  ')),
    ...(says.length > 1 ? says.flatMap((answer) => say(answer, '    → ', '      ')) : []),
  ];
}

/** The stretch of a file that a place names, given the text of the file. */
function spanIn(text: string, { file, line, column, end }: ProblemPlace): Span {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  const offset = (at: { readonly line: number; readonly column: number }): number =>
    (starts[at.line - 1] ?? text.length) + at.column - 1;
  return { source: { name: file, text }, start: offset({ line, column }), end: offset(end) };
}

function acknowledged(problems: readonly ProblemReport[], { columns, paint, all }: TextView, lang: Lang): string[] {
  const words = WORDS[lang];
  const byTension = new Map<string, { reading: string; problems: ProblemReport[] }>();
  for (const problem of problems) {
    const { acknowledged: known } = problem;
    if (known === undefined) continue;
    const group = byTension.get(known.tension) ?? { reading: known.reading, problems: [] };
    group.problems.push(problem);
    byTension.set(known.tension, group);
  }
  if (byTension.size === 0) return [];
  const say = (text: string, first: string, next: string): string[] =>
    paragraph(lang === 'zh' ? spaced(text) : text, columns, lang, first, next);
  return [
    '',
    paint.heading(words.acknowledged),
    ...[...byTension].flatMap(([tension, group]) => [
      ...say(words.group(tension, group.problems.length, group.reading), '  · ', '    '),
      ...(all ? group.problems.flatMap(({ code, message }) => say(`${code}: ${message}`, '      – ', '        ')) : []),
    ]),
  ];
}

interface Words {
  readonly title: (version: string) => string;
  readonly counts: (decisions: number, rules: number) => string;
  readonly questions: (count: QuestionCount) => string;
  readonly severities: Readonly<Record<ProblemReport['severity'], string>>;
  readonly witness: (text: string) => string;
  readonly more: (count: number) => string;
  readonly acknowledged: string;
  readonly group: (tension: string, count: number, reading: string) => string;
  readonly notes: (count: number) => string;
  readonly verdict: (errors: number, warnings: number, acknowledged: number) => string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    title: (version) => `Verification of ${version}`,
    counts: (decisions, rules) => `${String(decisions)} decisions, ${String(rules)} rules.`,
    questions: ({ interviews, proven = 0, expected, most, inOrder }) =>
      interviews === undefined
        ? `An interview is expected to take ${String(expected)} questions, ${String(most)} at most (exact, by dynamic programming); every factor in order takes ${String(inOrder)}.`
        : `An interview took ${String(expected)} questions on average, ${String(most)} at most (estimated by ${String(interviews)} drawn workloads, of which ${String(proven)} ended with a proof); every factor in order takes ${String(inOrder)}.`,
    severities: { error: 'error', warning: 'warning', note: 'note' },
    witness: (text) => `for example: ${text}`,
    more: (count) => `and ${String(count)} more`,
    acknowledged: 'Acknowledged',
    group: (tension, count, reading) =>
      `${tension} (${count === 1 ? '1 problem' : `${String(count)} problems`}): ${reading}`,
    notes: (count) => `${count === 1 ? '1 note is' : `${String(count)} notes are`} not shown; \`--all\` shows all.`,
    verdict: (errors, warnings, known) =>
      `${errors === 1 ? '1 error' : `${String(errors)} errors`}, ${warnings === 1 ? '1 warning' : `${String(warnings)} warnings`}; ${String(known)} acknowledged.`,
  },
  zh: {
    title: (version) => `验证 ${version}`,
    counts: (decisions, rules) => `${String(decisions)} 个决策，${String(rules)} 条规则。`,
    questions: ({ interviews, proven = 0, expected, most, inOrder }) =>
      interviews === undefined
        ? `问答预计需要 ${String(expected)} 题，至多 ${String(most)} 题（由动态规划精确得出）；依次询问所有因素需要 ${String(inOrder)} 题。`
        : `问答平均需要 ${String(expected)} 题，至多 ${String(most)} 题（由 ${String(interviews)} 个随机工作负载估计，其中 ${String(proven)} 个以证明告终）；依次询问所有因素需要 ${String(inOrder)} 题。`,
    severities: { error: '错误', warning: '警告', note: '提示' },
    witness: (text) => `例如：${text}`,
    more: (count) => `以及另外 ${String(count)} 处`,
    acknowledged: '已确认的问题',
    group: (tension, count, reading) => `${tension}（${String(count)} 个问题）：${reading}`,
    notes: (count) => `另有 ${String(count)} 条提示未显示；用 \`--all\` 显示全部。`,
    verdict: (errors, warnings, known) =>
      `${String(errors)} 个错误，${String(warnings)} 个警告；${String(known)} 个已确认。`,
  },
};
