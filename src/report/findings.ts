import type { Lang } from '../language/format.js';
import type { Finding } from '../language/schema/results/recommendation.js';
import { listed } from '../language/text/text.js';
import type { Program } from '../program/ir/program.js';
import { minimalConflict } from '../decide/stack/conflict-core.js';
import { hasConflict, type DecisionRequest, type PlaceDecision, type StackDecision } from '../decide/stack/decide.js';
import { fitFindings } from './findings-fit.js';
import { stackFindings } from './findings-stack.js';
import { placeTitle, type Describer } from './describe.js';
import { candidateText } from './present-fit.js';

/** What a reader has to know beside the answer, the gravest first. */
export function findingsOf(
  program: Program,
  workload: DecisionRequest,
  decision: StackDecision,
  describe: Describer,
): Finding[] {
  const say = TEXTS[describe.lang];
  const findings: Finding[] = [];
  if (hasConflict(decision)) findings.push(clashOf(program, workload, decision, describe));
  for (const { factor, preset, stated } of decision.inputs.departures) {
    const { scenario } = decision.inputs;
    if (scenario === undefined) continue;
    const words = [describe.value(factor, preset), describe.value(factor, stated)] as const;
    findings.push({
      code: 'departs-from-scenario',
      severity: 'warning',
      message: say.departs(
        scenario.title[describe.lang],
        factor.title[describe.lang],
        ...words,
        scenario.decisions !== undefined,
      ),
      source: scenario.source,
    });
  }
  const conflicts = new Set(
    [decision.evaluation, ...decision.places.map((r) => r.evaluation)].flatMap((e) => e.conflicts()),
  );
  for (const { id, body } of conflicts) {
    const titled = describe.knowledge.decisions.get(id)?.title[describe.lang] ?? id;
    const policy = body.form === 'table' ? body.policy.id : '';
    findings.push({ code: 'hit-policy', severity: 'warning', message: say.conflict(titled, policy) });
  }
  for (const decided of decision.places) {
    const finding = findingOf(decided, describe);
    if (finding !== undefined) findings.push({ ...finding, role: decided.role.id });
  }
  const all = [...findings, ...stackFindings(decision, describe), ...fitFindings(decision, describe)];
  return all.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'info'];

function clashOf(program: Program, workload: DecisionRequest, decision: StackDecision, describe: Describer): Finding {
  const say = TEXTS[describe.lang];
  const statements = minimalConflict(program, workload, decision.asOf);
  const decided = decision.places.find(({ status }) => status === 'conflict');
  const byPackage = new Set((decided?.result.answer ?? []).flat().filter((id) => describe.knowledge.forbidden.has(id)));
  return {
    code: 'unsatisfiable',
    severity: 'error',
    message: [
      say.unsatisfiable(statements, decided === undefined ? undefined : placeTitle(decided, describe)),
      ...[...byPackage].map((outcome) => say.byPackage(describe.outcome(outcome))),
    ].join(describe.lang === 'zh' ? '' : ' '),
    statements,
    ...(decided && { role: decided.role.id }),
  };
}

function findingOf(decided: PlaceDecision, describe: Describer): Finding | undefined {
  const { role, status, result, chosen, pick, options } = decided;
  const say = TEXTS[describe.lang];
  const name = placeTitle(decided, describe);
  switch (status) {
    case 'no-result':
    case 'fit': {
      const left =
        role.narrowedBy && decided.evaluation.decide(role.narrowedBy.decision)[role.narrowedBy.output]?.answer;
      const said = left == null ? say.silent(name) : say.narrowed(name, describe.answer(left));
      const fit = pick === undefined ? say.open : say.fitDecides(candidateText(pick.ranked.candidate, describe));
      return { code: 'guide-silent', severity: pick === undefined ? 'warning' : 'info', message: `${said}${fit}` };
    }
    case 'alternative':
      return options.blocked.length > 0
        ? undefined
        : {
            code: 'second-choice',
            severity: 'warning',
            message: say.second(name, describe.combo(chosen), describe.answer(result.answer ?? [])),
          };
    case 'required': {
      const kept = (result.answer ?? []).some((option) => option.every((id) => chosen.includes(id)));
      const text = describe.combo(chosen);
      if (kept) return { code: 'required-joined', severity: 'info', message: say.joined(name, text) };
      const answer = result.answer === null ? undefined : describe.answer(result.answer);
      return { code: 'required-over-guide', severity: 'warning', message: say.over(name, text, answer) };
    }
    case 'answer':
    case 'substitute':
    case 'dropped':
    case 'conflict':
    case 'not-needed':
      return undefined;
  }
  return status satisfies never;
}

const quoted = (statements: readonly string[], lang: Lang): string =>
  listed(
    statements.map((s) => `\`${s}\``),
    lang,
    'and',
  );

const TEXTS = {
  en: {
    unsatisfiable: (statements: readonly string[], role: string | undefined) => {
      const what = role === undefined ? 'What is required is not part of any answer' : `Nothing is left for ${role}`;
      const said = quoted(statements, 'en');
      return statements.length > 1
        ? `${what}: ${said} cannot hold together. Drop or change one of them.`
        : `${what}: ${said} cannot be met. Drop or change it.`;
    },
    byPackage: (outcome: string) => `${outcome} is forbidden by a knowledge package.`,
    departs: (scenario: string, factor: string, preset: string, stated: string, tree: boolean) =>
      `The workload departs from its scenario: ${scenario} presets ${factor} ${preset}, stated is ${stated}.${tree ? ' The branch of its tree that starts there is silent.' : ''}`,
    conflict: (decision: string, policy: string) =>
      `“${decision}” is silent: several of its rules hit, which its hit policy \`${policy}\` does not allow.`,
    silent: (role: string) => `No rule speaks of ${role} for what is stated`,
    narrowed: (role: string, left: string) => `No rule names a technology for ${role}; what is stated leaves ${left}`,
    open: ', and it stays open.',
    fitDecides: (chosen: string) => `; the facts decide: ${chosen}.`,
    second: (role: string, chosen: string, answer: string) =>
      `${role}: ${answer} is ruled out by the constraints; ${chosen} is what the same rule names second.`,
    joined: (role: string, chosen: string) => `${role}: ${chosen} joins what is required with what the rules answer.`,
    over: (role: string, chosen: string, answer: string | undefined) =>
      `${role}: ${chosen} is required by the workload; ${answer === undefined ? 'no rule names it' : `the rules would answer ${answer}`}.`,
  },
  zh: {
    unsatisfiable: (statements: readonly string[], role: string | undefined) => {
      const what = role === undefined ? '要求采用的技术不在任何答案之中' : `${role}没有可选项`;
      const said = quoted(statements, 'zh');
      return statements.length > 1
        ? `${what}：${said} 不能同时成立。请去掉或修改其中一项。`
        : `${what}：${said} 无法满足。请去掉或修改它。`;
    },
    byPackage: (outcome: string) => `${outcome} 被知识包禁止。`,
    departs: (scenario: string, factor: string, preset: string, stated: string, tree: boolean) =>
      `工作负载偏离了它的场景：${scenario}预设${factor}为${preset}，而所述为${stated}。${tree ? '场景决策树中由此出发的分支不作答。' : ''}`,
    conflict: (decision: string, policy: string) =>
      `“${decision}”没有作答：有多条规则命中，不符合其命中策略 \`${policy}\`。`,
    silent: (role: string) => `对于所述情况，没有规则涉及${role}`,
    narrowed: (role: string, left: string) => `没有规则为${role}给出具体技术；所述情况下可选${left}`,
    open: '，此项待定。',
    fitDecides: (chosen: string) => `，由事实决定：${chosen}。`,
    second: (role: string, chosen: string, answer: string) =>
      `${role}：约束排除了 ${answer}；改选同一规则列为其次的 ${chosen}。`,
    joined: (role: string, chosen: string) => `${role}：${chosen} 把要求采用的技术与规则的答案合在一起。`,
    over: (role: string, chosen: string, answer: string | undefined) =>
      `${role}：${chosen} 是工作负载要求采用的；${answer === undefined ? '没有规则提到它' : `规则的答案是 ${answer}`}。`,
  },
};
