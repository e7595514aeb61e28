import type { ProblemCode } from '../../language/diagnostics/problem-codes.js';
import { PROBLEM_TEXTS } from '../../language/diagnostics/texts/index.js';
import type { Lang } from '../../language/format.js';
import type { Acknowledgement } from '../../language/schema/knowledge/package.js';
import { quantityText } from '../../language/values/quantity.js';
import { typeset } from '../../language/text/text.js';
import type { ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import { declarationOf } from '../../load/outputs.js';
import type { Describer } from '../../report/describe.js';
import type { Problem, ProblemView } from '../rules/problem.js';
import { CHECK_TEXTS } from './texts/index.js';

/** Writes the messages of problems: turns the parts of a problem into texts, from which the catalogue builds a sentence. */
export class ProblemMessages {
  private readonly texts: (typeof PROBLEM_TEXTS)[Lang];

  constructor(private readonly describe: Describer) {
    this.texts = PROBLEM_TEXTS[describe.lang];
  }

  /** The sentence, without a full stop. */
  of(problem: Problem): string {
    return typeset(this.sentence(problem), this.describe.lang);
  }

  /** What each side answers, or that it has no result. */
  answers({ answers = [], decision, output = 0 }: ProblemView): string[] {
    const { knowledge, lang } = this.describe;
    const document = decision && knowledge.decisions.get(decision.id);
    const name = decision?.outputs[output];
    const declared = document && name !== undefined ? declarationOf(document, name) : undefined;
    const dimension = knowledge.dimensions.get(declared?.dimension ?? '');
    return answers.map((answer) =>
      answer === null ? CHECK_TEXTS[lang].noResult : this.describe.values(answer, dimension),
    );
  }

  private sentence(problem: Problem): string {
    const { texts } = this;
    switch (problem.code) {
      case 'gap':
      case 'gap-with-fallback':
      case 'undefined-output':
      case 'unused-decision':
        return texts[problem.code].message({ decision: this.decision(problem) });
      case 'overlap': {
        const [first] = problem.rules;
        return texts.overlap.message({
          decision: this.decision(problem),
          rules: problem.rules.map(ruleName),
          policy: policyOf(problem.decision),
          catchesAll: first !== undefined && isUnconditional(first),
        });
      }
      case 'ambiguous': {
        const answers = this.answers(problem);
        return texts.ambiguous.message({
          decision: this.decision(problem),
          rules: problem.rules.map(ruleName),
          answers,
        });
      }
      case 'masked':
        return texts.masked.message({
          ...this.ofRule(problem),
          conflictingPolicy: letsRulesConflict(problem.decision) ? policyOf(problem.decision) : undefined,
        });
      case 'unreachable':
        return texts.unreachable.message(this.ofRule(problem));
      case 'delegate-has-no-result':
        return texts[problem.code].message({
          ...this.ofRule(problem),
          delegate: this.decision({ decision: problem.other }),
        });
      case 'redundant':
        return texts.redundant.message(this.ofRule(problem));
      case 'empty-intersection':
        return texts[problem.code].message({ decision: this.decision(problem), rules: problem.rules.map(ruleName) });
      case 'disagreement': {
        const [answer = '', otherAnswer = ''] = this.answers(problem);
        return texts.disagreement.message({
          decision: this.decision(problem),
          other: this.decision({ decision: problem.other, output: problem.otherOutput }),
          answer,
          otherAnswer,
        });
      }
      case 'contradicted-by-facts':
      case 'unsupported-by-facts': {
        const { factor, levels: [level] = [], criterion } = problem;
        const { knowledge, lang } = this.describe;
        return texts[problem.code].message({
          decision: this.decision(problem),
          rules: problem.rules.map(ruleName),
          technology: this.describe.outcome(problem.technology),
          criterion: knowledge.criteria.get(criterion)?.title[lang] ?? criterion,
          ...(factor !== undefined &&
            level !== undefined && { demand: { factor: this.factor(factor), level: this.level(factor, level) } }),
        });
      }
      case 'non-monotonic':
      case 'against-order': {
        const { factor, levels } = problem;
        const answers = this.answers(problem);
        const side = (n: 0 | 1): { level: string; answer: string } => ({
          level: this.level(factor, levels[n]),
          answer: answers[n] ?? '',
        });
        return texts[problem.code].message({
          decision: this.decision(problem),
          factor: this.factor(factor),
          lower: side(0),
          higher: side(1),
        });
      }
      case 'forbidden-outcome':
        return texts[problem.code].message({
          ...this.ofRule(problem),
          answer: this.answers(problem).join(''),
          package: problem.document.id,
        });
      case 'level-without-result': {
        const { factor, levels } = problem;
        return texts[problem.code].message({
          decision: this.decision(problem),
          factor: this.factor(factor),
          level: this.level(factor, levels[0]),
        });
      }
      case 'irrelevant-factor':
        return texts[problem.code].message({ decision: this.decision(problem), factor: this.factor(problem.factor) });
      case 'factor-without-effect':
        return texts[problem.code].message({
          decision: this.decision(problem),
          rules: problem.rules.map(ruleName),
          factor: this.factor(problem.factor),
          ...(problem.levels && { member: this.level(problem.factor, problem.levels[0]) }),
        });
      case 'bound-without-effect': {
        const { factor, levels } = problem;
        return texts[problem.code].message({
          decision: this.decision(problem),
          rules: problem.rules.map(ruleName),
          factor: this.factor(factor),
          bound: this.level(factor, levels[0]),
        });
      }
      case 'unused-factor':
        return texts[problem.code].message({ factor: this.factor(problem.factor), id: problem.factor });
      case 'indistinguishable-levels':
      case 'levels-without-effect': {
        const { factor, levels } = problem;
        return texts[problem.code].message({
          factor: this.factor(factor),
          levels: levels.map((level) => this.level(factor, level)),
        });
      }
      case 'text-untranslated':
        return texts[problem.code].message(problem);
      case 'unused-outcome':
        return texts[problem.code].message({
          outcome: this.describe.outcome(problem.technology),
          id: problem.technology,
        });
      case 'technology-incomplete':
      case 'omits-contradicted':
        return texts[problem.code].message({
          technology: this.describe.outcome(problem.technology),
          parts: problem.parts,
        });
      case 'undated-figure': {
        const { technology, attributes, source } = problem;
        const { knowledge, lang } = this.describe;
        return texts[problem.code].message({
          technology: this.describe.outcome(technology),
          attributes: attributes.map((id) => knowledge.attributes.get(id)?.title[lang] ?? id),
          source,
        });
      }
      case 'dated-by-reading': {
        const { technology, source, date } = problem;
        return texts[problem.code].message({
          source,
          date,
          ...(technology !== undefined && { technology: this.describe.outcome(technology) }),
        });
      }
      case 'inconclusive':
        return texts.inconclusive.message({
          decision: this.decision(problem),
          ...(problem.other && { other: this.decision({ decision: problem.other }) }),
          kinds: problem.unproven,
        });
      case 'unused-suppression':
        return texts[problem.code].message({
          tension: problem.document.id,
          acknowledged: namesIn(problem.acknowledges),
        });
    }
    return problem satisfies never;
  }

  /** The rule concerned, and the others in the order of the problem. */
  private ofRule(problem: Problem<RuleCode>): { decision: string; rule: string; others: readonly string[] } {
    const [rule = '', ...others] = problem.rules.map(ruleName);
    return { decision: this.decision(problem), rule, others };
  }

  /** A decision by title and id, with the output where it has several. */
  private decision({ decision, output }: { decision: ProgramDecision; output?: number | undefined }): string {
    const { id, outputs } = decision;
    const title = this.describe.knowledge.decisions.get(id)?.title[this.describe.lang] ?? id;
    const name = output === undefined || outputs.length === 1 ? id : `${id}.${outputs[output] ?? ''}`;
    return CHECK_TEXTS[this.describe.lang].decision(title, name);
  }

  private factor(id: string): string {
    return this.describe.knowledge.factors.get(id)?.title[this.describe.lang] ?? id;
  }

  private level(id: string, level: string): string {
    const factor = this.describe.knowledge.factors.get(id);
    if (factor === undefined) return level;
    if (factor.type === 'quantity') {
      return quantityText(Number(level), this.describe.knowledge.dimensions.get(factor.dimension));
    }
    // Facts judge flags and sets too, whose values are written as text.
    const value = factor.type === 'flag' ? level === 'true' : factor.type === 'set' ? level.split(',') : level;
    return this.describe.value(factor, value);
  }
}

/** The codes of problems that are about one rule, in relation to others. */
type RuleCode = Extract<
  ProblemCode,
  'masked' | 'unreachable' | 'delegate-has-no-result' | 'redundant' | 'forbidden-outcome'
>;

const ruleName = ({ origin: { rule, source } }: ProgramRule): string =>
  `\`${rule}\`${source === undefined ? '' : ` (${source})`}`;

const isUnconditional = ({ tests }: ProgramRule): boolean =>
  tests.variables.length + tests.outcomes.length + tests.some.length === 0;

/** Whether two rules that hit for one input conflict, whatever they answer. */
const letsRulesConflict = ({ body }: ProgramDecision): boolean => body.form === 'table' && body.policy.conflicts(true);

const policyOf = ({ body }: ProgramDecision): string => (body.form === 'table' ? body.policy.id : '');

/** An entry of `acknowledges` as it is written: the kind of problem, and the names. */
function namesIn(one: Acknowledgement): string[] {
  const { problem, decisions = [], rules = [], scenario = [], factor = [], levels = [] } = one;
  const { technology = [], criterion = [], source = [] } = one;
  return [problem, decisions, rules, scenario, factor, levels, technology, criterion, source].flat();
}
