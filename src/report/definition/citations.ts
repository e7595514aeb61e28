import type { Condition } from '../../language/schema/knowledge/condition.js';
import type { Decision } from '../../language/schema/knowledge/decision.js';
import type { DefinedEntry } from '../../language/schema/results/definition.js';
import { listed } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { asList, operators } from '../../language/values/statement.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
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
}

/** What tables and trees have in common, as they are written. */
interface Written {
  readonly source?: string;
  readonly title?: Readonly<Record<string, string>>;
  readonly when?: Condition;
  readonly then?: unknown;
  readonly branches?: readonly Written[];
}

/** Every rule of every table and every node of every tree, in the order of the documents. */
export function ruleParts({ decisions }: KnowledgeBase, lang: string): RulePart[] {
  return [...decisions.values()].flatMap((decision) => {
    const parts: RulePart[] = [];
    const visit = ({ source, title, when = {}, then, branches = [] }: Written, above: string | undefined): void => {
      const own = source ?? above;
      if (then !== undefined || title !== undefined)
        parts.push({ decision, source: own, title: title?.[lang], when, then });
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

/** A rule as one line: what it is called, its conditions and what it answers. */
export function ruleEntry({ source, title, when, then }: RulePart, describe: Describer): DefinedEntry {
  const texts = DEFINITION_TEXTS[describe.lang];
  const conditions = conditionText(when, describe);
  const answer = answerText(then, describe);
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

/** What a rule answers, as it is written: outcomes, all or any of several, or an answer for each of several outputs. */
function answerText(then: unknown, describe: Describer): string {
  const { knowledge, lang } = describe;
  if (then === undefined) return '';
  if (typeof then === 'string') return describe.outcome(then);
  if (typeof then !== 'object' || then === null) return JSON.stringify(then);
  const { allOf, anyOf, ...outputs } = then as { allOf?: string[]; anyOf?: unknown[] } & Record<string, unknown>;
  if (allOf !== undefined) return describe.combo(allOf);
  if (anyOf !== undefined)
    return listed(
      anyOf.map((one) => answerText(one, describe)),
      lang,
    );
  const titled = (id: string): string => knowledge.roles.find((role) => role.id === id)?.title[lang] ?? id;
  const { colon, semicolon } = TYPOGRAPHY[lang];
  return Object.entries(outputs)
    .map(([id, one]) => `${titled(id)}${colon}${answerText(one, describe)}`)
    .join(semicolon);
}
