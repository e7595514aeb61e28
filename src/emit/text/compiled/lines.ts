import type { Lang } from '../../../language/format.js';
import type { Paint } from '../paint.js';
import type { TextView } from '../layout.js';
import type {
  CompiledForm,
  DecisionForm,
  IndexForm,
  PlaceReads,
  ProgramForm,
  Ranges,
  RuleForm,
  TestForm,
  VariableForm,
} from '../../../language/schema/results/compiled.js';
import { withBrackets } from '../../../language/text/text.js';
import { TEXT_TEXTS } from '../texts/index.js';

/** How compiled forms are shown. */
interface Canvas {
  readonly lang: Lang;
  readonly paint: Paint;
}

/** A compiled form as lines of text; lines are not wrapped. */
export function compiledLines(document: CompiledForm, { paint }: TextView): string[] {
  const canvas = { lang: document.lang, paint };
  switch (document.form) {
    case 'program':
      return programLines(document.content, canvas);
    case 'index':
      return indexLines(document.content, canvas);
    case 'reads':
      return readLines(document.content, canvas);
  }
}

/** A program as lines of text. */
function programLines({ variables, decisions }: ProgramForm, { lang, paint }: Canvas): string[] {
  const t = TEXT_TEXTS[lang].compiled;
  const rules = decisions.reduce((sum, { rules: list = [], root }) => sum + list.length + (root ? nodes(root) : 0), 0);
  return [
    paint.strong(t.program({ variables: variables.length, decisions: decisions.length, rules })),
    '',
    paint.heading(t.variables),
    ...variables.map(variableLine),
    ...decisions.flatMap((decision) => ['', ...decisionLines(decision, { lang, paint })]),
  ];
}

const nodes = ({ branches = [] }: RuleForm): number => branches.reduce((sum, branch) => sum + nodes(branch), 1);

const variableLine = ({ index, name, type, codes }: VariableForm): string =>
  `  v${String(index)}  ${name}  ${type}  ${Object.entries(codes)
    .map(([value, code]) => `${String(code)} = ${value}`)
    .join(' · ')}`.trimEnd();

function decisionLines(decision: DecisionForm, { lang, paint }: Canvas): string[] {
  const t = TEXT_TEXTS[lang].compiled;
  const { id, form, each, outputs, hitPolicy, aggregate, rules = [], root, vote } = decision;
  const head = [
    form,
    ...(hitPolicy === undefined ? [] : [t.hitPolicy(hitPolicy)]),
    ...(aggregate === undefined
      ? []
      : [t.aggregate(typeof aggregate === 'string' ? aggregate : JSON.stringify(aggregate))]),
    ...(each === undefined ? [] : [t.each(each)]),
    t.outputs(outputs),
  ];
  return [
    `${paint.heading(id)}  ${head.join(' · ')}`,
    ...rules.flatMap((rule) => ruleLines(rule, '  ', lang)),
    ...(root === undefined ? [] : ruleLines(root, '  ', lang)),
    ...(vote === undefined ? [] : [`  ${t.vote(vote)}`]),
  ];
}

function ruleLines(rule: RuleForm, indent: string, lang: Lang): string[] {
  const t = TEXT_TEXTS[lang].compiled;
  const { id, tests, answers, delegates, branches = [] } = rule;
  const condition = tests.length === 0 ? t.always : tests.map((test) => testText(test, lang)).join(' ∧ ');
  const then =
    delegates === undefined
      ? Object.entries(answers ?? {})
          .filter(([, answer]) => answer !== null)
          .map(([output, answer]) => `${output}: ${answerText(answer, lang)}`)
      : [t.delegates(delegates.decision)];
  return [
    `${indent}${id}  ${condition}  → ${then.length === 0 ? t.noAnswer : then.join('; ')}`,
    ...branches.flatMap((branch) => ruleLines(branch, `${indent}  `, lang)),
  ];
}

function testText(test: TestForm, lang: Lang): string {
  if ('variable' in test) {
    const { variable, fallback, accepts } = test;
    const name = `v${String(variable)}`;
    const other = fallback === undefined ? '' : ` (${TEXT_TEXTS[lang].compiled.fallback(`v${String(fallback)}`)})`;
    return `${name}${other} ∈ {${rangesText(accepts)}}`;
  }
  if ('some' in test) return `∃ ${test.collection}: (${test.some.map((one) => testText(one, lang)).join(' ∧ ')})`;
  return `${test.decision}.${test.output} ${test.operator} ${JSON.stringify(test.operand)}`;
}

const rangesText = (ranges: Ranges): string =>
  ranges.map(([first, last]) => (first === last ? String(first) : `${String(first)}–${String(last)}`)).join(', ');

/** An answer: alternatives, each a set of outcomes; anything else as it is written. */
function answerText(answer: unknown, lang: Lang): string {
  if (!Array.isArray(answer)) return JSON.stringify(answer);
  const sets = (answer as readonly unknown[]).map((set) =>
    Array.isArray(set) ? set.join(' + ') || TEXT_TEXTS[lang].compiled.nothingNeeded : String(set),
  );
  return sets.length === 0 ? TEXT_TEXTS[lang].compiled.noAnswer : sets.join(' | ');
}

/** The index of each table as lines of text. */
function indexLines(indexes: readonly IndexForm[], { lang, paint }: Canvas): string[] {
  const t = TEXT_TEXTS[lang].compiled;
  return indexes.flatMap(({ decision, rules, reason, pure, shape }, n) => [
    ...(n === 0 ? [] : ['']),
    `${paint.heading(decision)}  ${t.rules(rules)}`,
    `  ${t.index[reason]}`,
    `  ${pure ? t.pure : t.dependent}`,
    ...(shape.kind === 'tree'
      ? [`  ${t.tree(shape)}`]
      : [
          `  ${t.bitmap({ ...shape, columns: shape.columns.length })}`,
          ...shape.columns.map(({ variable, fallback, buckets, codesPerBucket }) => {
            const other = fallback === undefined ? '' : withBrackets('', t.fallback(fallback), lang);
            return `    ${t.column({ variable: variable + other, buckets, codesPerBucket })}`;
          }),
        ]),
  ]);
}

/** The read set of each place as lines of text. */
function readLines(places: readonly PlaceReads[], { lang, paint }: Canvas): string[] {
  const t = TEXT_TEXTS[lang].compiled;
  return places.flatMap(({ place, choice, dependencies, reads }, n) => [
    ...(n === 0 ? [] : ['']),
    paint.heading(t.reads({ place, choice: choice === '' ? t.noChoice : choice, dependencies })),
    ...reads.map(({ read, reply, dependencies: of }) => {
      const value = reply === null ? t.notStated : Array.isArray(reply) ? reply.join(', ') : String(reply);
      return `  ${read} = ${value}  ${paint.faint(`#${of.join(' #')}`)}`;
    }),
  ]);
}
