import type { Condition } from '../../language/schema/knowledge/condition.js';
import type { Ask, Decision } from '../../language/schema/knowledge/decision.js';
import type { DefinedEntry } from '../../language/schema/results/definition.js';
import { listed, withBrackets } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { asList, operators } from '../../language/values/statement.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { declarationOf, parseRef } from '../../load/outputs.js';
import type { Describer } from '../describe.js';
import { DEFINITION_TEXTS } from './texts/index.js';

/** A rule of a table or a node of a tree, with the decision that it is part of. */
export interface RulePart {
  readonly decision: Decision;
  /** The clause of the rule, or else of its decision. */
  readonly source: string | undefined;
  readonly title: string | undefined;
  readonly when: Condition;
  readonly then: unknown;
  readonly ask: Ask | undefined;
}

/** What tables and trees have in common, as they are written. */
interface Written {
  readonly source?: string;
  readonly title?: Readonly<Record<string, string>>;
  readonly when?: Condition;
  readonly then?: unknown;
  readonly ask?: Ask;
  readonly branches?: readonly Written[];
}

/** Every rule of every table and every node of every tree, in the order of the documents. */
export function ruleParts({ decisions }: KnowledgeBase, lang: string): RulePart[] {
  return [...decisions.values()].flatMap((decision) => {
    const parts: RulePart[] = [];
    const visit = (
      { source, title, when = {}, then, ask, branches = [] }: Written,
      above: string | undefined,
    ): void => {
      const own = source ?? above;
      if (then !== undefined || ask !== undefined || title !== undefined)
        parts.push({ decision, source: own, title: title?.[lang], when, then, ask });
      for (const branch of branches) visit(branch, own);
    };
    for (const rule of decision.table?.rules ?? []) visit(rule, decision.source);
    if (decision.tree !== undefined) visit(decision.tree, decision.source);
    return parts;
  });
}

/** The rules that a test is true of, each with the decision that it is part of. */
export const rulesWhere = (test: (rule: RulePart) => boolean, describe: Describer): DefinedEntry[] =>
  ruleParts(describe.knowledge, describe.lang)
    .filter(test)
    .map((rule) => ({ id: rule.decision.id, ...ruleEntry(rule, describe) }));

/** A rule as one line: what it is called, its conditions and what it answers, or the decision that it delegates to. */
export function ruleEntry({ decision, source, title, when, then, ask }: RulePart, describe: Describer): DefinedEntry {
  const texts = DEFINITION_TEXTS[describe.lang];
  const conditions = conditionText(when, describe);
  const answer = ask === undefined ? answerText(then, decision, describe) : askText(ask, describe);
  const rule = answer === '' ? conditions : texts.rule(conditions === '' ? texts.always : conditions, answer);
  return {
    ...(title !== undefined && { title }),
    ...(rule !== '' && { text: rule }),
    ...(source !== undefined && { source }),
  };
}

/** The sentences of a condition, such as `Security is extreme, State is stateful`. */
export const conditionText = (when: Condition, describe: Describer): string =>
  Object.entries(when)
    .map(([name, test]) => describe.test(name, test))
    .join(TYPOGRAPHY[describe.lang].clauseComma);

/** Whether a condition tests a factor, and for a certain value where one is given. */
export function tests(when: Condition, factor: string, value?: string): boolean {
  return Object.entries(when).some(([name, test]) =>
    operators(test).some(([operator, operand]) =>
      operator === 'some'
        ? tests(operand as Condition, factor, value)
        : name === factor && (value === undefined || asList(operand).includes(value)),
    ),
  );
}

/** The decision that a rule delegates to, with the name to show it by. */
function askText(ask: Ask, describe: Describer): string {
  const { see, seeScenario } = DEFINITION_TEXTS[describe.lang];
  if (typeof ask !== 'string') return seeScenario;
  const { decision: id, output } = parseRef(ask);
  const decision = describe.knowledge.decisions.get(id);
  const title = decision?.title[describe.lang] ?? id;
  const said =
    output === undefined || decision === undefined ? [title] : [title, outputTitle(decision, output, describe)];
  return see(withBrackets(said.join(' · '), id, describe.lang));
}

/** What an output of a decision is called: by its own title, that of the role that it fills, or that of what was voted for. */
export function outputTitle(decision: Decision, output: string, describe: Describer): string {
  const { knowledge, lang } = describe;
  const { vote } = decision;
  const table = knowledge.decisions.get(vote?.table ?? '');
  if (vote !== undefined && table !== undefined)
    return outputTitle(table, output === 'elected' ? vote.elect : vote.ballot, describe);
  const own = declarationOf(decision, output).title ?? knowledge.roles.find(({ id }) => id === output)?.title;
  return own?.[lang] ?? output;
}

/** What a rule answers, as it is written: outcomes, all or any of several, or an answer for each of several outputs. */
function answerText(then: unknown, decision: Decision, describe: Describer): string {
  const { lang } = describe;
  if (then === undefined) return '';
  if (typeof then === 'string') return describe.outcome(then);
  if (typeof then !== 'object' || then === null) return JSON.stringify(then);
  const { allOf, anyOf, ...outputs } = then as { allOf?: string[]; anyOf?: unknown[] } & Record<string, unknown>;
  if (allOf !== undefined) return describe.combo(allOf);
  if (anyOf !== undefined)
    return listed(
      anyOf.map((one) => answerText(one, decision, describe)),
      lang,
    );
  const { colon, semicolon } = TYPOGRAPHY[lang];
  return Object.entries(outputs)
    .map(([id, one]) => `${outputTitle(decision, id, describe)}${colon}${answerText(one, decision, describe)}`)
    .join(semicolon);
}
