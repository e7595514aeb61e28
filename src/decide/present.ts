import type { Finding, Input, Named, Recommendation, RoleAnswer, Step } from '../language/schema/recommendation.js';
import { API_VERSION } from '../language/format.js';
import type { Test } from '../language/schema/condition.js';
import type { Value } from '../language/statement.js';
import type { AnyOf, Combo } from '../program/combos.js';
import { runsOn, type Reason } from './choose.js';
import type { Decided, Decision } from './decide.js';
import { named, type Describer } from './describe.js';
import type { Hit } from './evaluate.js';
import type { Given } from './inputs.js';
import type { OpenFactor } from './open.js';
import { remarksOn } from './remarks.js';
import { traceOf } from './trace.js';

/** What belongs to a recommendation beside the decision itself. */
export interface Frame {
  readonly workload: Recommendation['workload'];
  readonly asOf: string;
  readonly findings: Finding[];
  readonly open: ReadonlyMap<Decided, readonly OpenFactor[]>;
  readonly trace: boolean;
}

/** Puts a decision into the form that readers and other programs are given, with texts in one language. */
export function present(decision: Decision, frame: Frame, describe: Describer): Omit<Recommendation, 'id'> {
  const { knowledge, lang } = describe;
  const stack: Record<string, RoleAnswer | RoleAnswer[]> = {};
  for (const role of knowledge.roles) {
    const answers = decision.roles
      .filter((decided) => decided.role.id === role.id)
      .map((decided) => roleAnswer(decided, decision, frame, describe));
    const [only] = answers;
    if (role.each !== undefined) stack[role.id] = answers;
    else if (only !== undefined) stack[role.id] = only;
  }
  return {
    apiVersion: API_VERSION,
    kind: 'Recommendation',
    lang,
    asOf: frame.asOf,
    knowledge: { version: knowledge.version, digest: knowledge.digest },
    workload: frame.workload,
    inputs: [
      ...decision.inputs.given.map((given) => input(given, undefined, describe)),
      ...decision.inputs.items.flatMap(({ collection, name, given }) =>
        given.map((g) => input(g, `${collection}/${name}`, describe)),
      ),
    ],
    stack,
    findings: frame.findings,
    tensions: remarksOn(knowledge.tensions.values(), decision).map(({ id, title, sides, reading }) => ({
      id: id.toUpperCase(),
      title: title[lang],
      sides: sides.map(({ text, source }) => ({ text: text[lang], ...(source !== undefined && { source }) })),
      reading: reading[lang],
    })),
    trends: remarksOn(knowledge.trends.values(), decision).map(({ id, title, date, source, text }) => ({
      id,
      title: title[lang],
      date,
      source,
      text: text[lang],
    })),
  };
}

function input(given: Given, of: string | undefined, describe: Describer): Input {
  const { factor, value, figure, origin, source } = given;
  return {
    factor: factor.id,
    ...(of !== undefined && { of }),
    value: plain(value),
    origin,
    ...(figure && { figure }),
    title: factor.title[describe.lang],
    valueTitle: describe.given(given),
    ...(source !== undefined && { source }),
  };
}

const plain = (value: Value | undefined): Input['value'] =>
  value === undefined ? null : typeof value === 'object' ? [...value] : value;

function roleAnswer(decided: Decided, decision: Decision, frame: Frame, describe: Describer): RoleAnswer {
  const { role, item, result, choice } = decided;
  const { knowledge, lang } = describe;
  const collection = item === undefined ? undefined : knowledge.collections.get(item.collection);
  const need = item?.given.find(({ factor }) => factor.id === collection?.key)?.value;
  const family = familyOf(choice.chosen, describe);
  return {
    role: role.id,
    title: knowledge.roles.find(({ id }) => id === role.id)?.title[lang] ?? role.id,
    ...(item && { name: item.name }),
    ...(typeof need === 'string' && { need }),
    ...family,
    ...(result.answer !== null && { opinion: 'guide' as const }),
    needed: choice.chosen.length > 0 || !isOptional(decided, describe),
    chosen: choice.chosen.map((id) => {
      const needs = runsOn(id, knowledge).filter((other) => !choice.chosen.includes(other));
      return {
        id,
        title: describe.outcome(id),
        ...(needs.length > 0 && { runsOn: needs.map((other) => ({ id: other, title: describe.outcome(other) })) }),
      };
    }),
    guide: {
      rules: [...new Set(result.hits.map(({ rule }) => rule.rule.source ?? rule.id))],
      ...guideAnswer(result.answer),
    },
    alternatives: choice.alternatives.map(({ combo, origin }, index) => ({
      id: combo.join('+'),
      title: describe.combo(combo),
      technologies: [...combo],
      origin,
      rank: index + 1,
    })),
    rejected: choice.rejected.map(({ combo, reasons }) => ({
      id: combo.join('+'),
      reasons: reasons.map((reason) => ({
        code: reason.code,
        message: REASONS[lang](reason, describe.outcome(reason.outcome)),
      })),
    })),
    open: (frame.open.get(decided) ?? []).map((open) => openAnswer(open, describe)),
    why: result.hits.map((hit) => step(hit, describe)),
    ...(frame.trace && { trace: traceOf(decided, decision.inputs.given, describe) }),
  };
}

const isOptional = ({ role }: Decided, { knowledge }: Describer): boolean =>
  knowledge.roles.find(({ id }) => id === role.id)?.optional === true;

function guideAnswer(answer: AnyOf | null): { allOf?: string[]; anyOf?: Named[] } {
  const [only] = answer ?? [];
  if (answer === null || only === undefined) return {};
  return answer.length === 1 ? { allOf: [...only] } : { anyOf: named(answer) };
}

/** The family of a combination; `mixed` where its members differ. */
function familyOf(chosen: Combo, { knowledge, lang, outcome }: Describer): { family?: string; familyTitle?: string } {
  const families = [...new Set(chosen.flatMap((id) => knowledge.outcomeById.get(id)?.family ?? []))];
  const [family] = families;
  if (family === undefined) return {};
  return families.length === 1
    ? { family, familyTitle: outcome(family) }
    : { family: 'mixed', familyTitle: MIXED[lang] };
}

function openAnswer({ factor, of, changes }: OpenFactor, describe: Describer): RoleAnswer['open'][number] {
  return {
    factor: factor.id,
    ...(of !== undefined && { of }),
    title: factor.title[describe.lang],
    changes: changes.map(({ value, chosen }) => ({
      value: typeof value === 'boolean' ? value : String(value),
      valueTitle: describe.value(factor, value),
      chosen: [...chosen],
      text: describe.combo(chosen),
    })),
  };
}

function step({ decision, rule, says }: Hit, describe: Describer): Step {
  const { lang, knowledge } = describe;
  const { variables, outcomes, some } = rule.tests;
  const because = [...variables, ...outcomes, ...some].map(({ name, test }) => ({
    factor: name,
    test: JSON.stringify(test),
    text: describe.test(name, test as Test),
  }));
  return {
    decision: decision.id,
    title: knowledge.decisions.get(decision.id)?.title[lang] ?? decision.id,
    ...(rule.rule.source !== undefined && { source: rule.rule.source }),
    // A test object with two operators is one sentence.
    because: [...new Map(because.map((part) => [part.text, part])).values()],
    outcome: named(says),
    outcomeText: describe.answer(says),
    ...(rule.rule.why && { reason: rule.rule.why[lang] }),
    package: rule.rule.package ?? knowledge.origins.get(`Decision/${decision.id}`) ?? '',
  };
}

const MIXED = { en: 'mixed', zh: '混合' };
const REASONS = {
  en: ({ code, ...rest }: Reason, outcome: string) =>
    code === 'lacks-required'
      ? `lacks ${outcome}, which is required`
      : `${outcome} is forbidden by ${'by' in rest && rest.by === 'package' ? 'a knowledge package' : 'the workload'}`,
  zh: ({ code, ...rest }: Reason, outcome: string) =>
    code === 'lacks-required'
      ? `缺少要求采用的 ${outcome}`
      : `${outcome} 被${'by' in rest && rest.by === 'package' ? '知识包' : '工作负载'}禁止`,
};
