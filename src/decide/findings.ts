import type { Lang } from '../language/format.js';
import type { Finding } from '../language/schema/recommendation.js';
import { list } from '../language/text.js';
import type { Program } from '../program/program.js';
import { smallestClash } from './clash.js';
import { clashes, type Asked, type Decided, type Decision } from './decide.js';
import type { Describer } from './describe.js';

/** What a reader has to know beside the answer, the gravest first. */
export function findingsOf(program: Program, workload: Asked, decision: Decision, describe: Describer): Finding[] {
  const say = TEXTS[describe.lang];
  const findings: Finding[] = [];
  if (clashes(decision)) {
    const statements = smallestClash(program, workload);
    const role = decision.roles.find(({ choice }) => choice.standing === 'clash');
    const reasons = (role?.choice.rejected ?? []).flatMap((one) => one.reasons);
    const byPackage = new Set(
      reasons.flatMap((r) => (r.code === 'forbidden' && r.by === 'package' ? [r.outcome] : [])),
    );
    findings.push({
      code: 'unsatisfiable',
      severity: 'error',
      message: [
        say.unsatisfiable(statements, role === undefined ? undefined : title(role, describe)),
        ...[...byPackage].map((outcome) => say.byPackage(describe.outcome(outcome))),
      ].join(describe.lang === 'zh' ? '' : ' '),
      statements,
      ...(role && { role: role.role.id }),
    });
  }
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
    [decision.evaluation, ...decision.roles.map((r) => r.evaluation)].flatMap((e) => [...e.conflicts]),
  );
  for (const { id, body } of conflicts) {
    const titled = describe.knowledge.decisions.get(id)?.title[describe.lang] ?? id;
    const policy = body.form === 'table' ? body.hitPolicy : '';
    findings.push({ code: 'hit-policy', severity: 'warning', message: say.conflict(titled, policy) });
  }
  for (const decided of decision.roles) {
    const finding = findingOf(decided, describe);
    if (finding !== undefined) findings.push({ ...finding, role: decided.role.id });
  }
  return findings;
}

function findingOf(decided: Decided, describe: Describer): Finding | undefined {
  const { role, choice, result } = decided;
  const say = TEXTS[describe.lang];
  const name = title(decided, describe);
  const optional = describe.knowledge.roles.find(({ id }) => id === role.id)?.optional === true;
  switch (choice.standing) {
    case 'silent': {
      if (optional) return undefined;
      const left =
        role.narrowedBy && decided.evaluation.decide(role.narrowedBy.decision)[role.narrowedBy.output]?.answer;
      const message = left == null ? say.silent(name) : say.narrowed(name, describe.answer(left));
      return { code: 'guide-silent', severity: 'warning', message };
    }
    case 'second':
      return {
        code: 'second-choice',
        severity: 'warning',
        message: say.second(name, describe.combo(choice.chosen), describe.answer(result.answer ?? [])),
      };
    case 'required': {
      const kept = (result.answer ?? []).some((option) => option.every((id) => choice.chosen.includes(id)));
      const chosen = describe.combo(choice.chosen);
      if (kept) return { code: 'required-joined', severity: 'info', message: say.joined(name, chosen) };
      const answer = result.answer === null ? undefined : describe.answer(result.answer);
      return { code: 'required-over-guide', severity: 'warning', message: say.over(name, chosen, answer) };
    }
    case 'answer':
    case 'clash':
    case 'not-needed':
      return undefined;
  }
  return choice.standing satisfies never;
}

function title({ role, item }: Decided, { knowledge, lang }: Describer): string {
  const titled = knowledge.roles.find(({ id }) => id === role.id)?.title[lang] ?? role.id;
  return item === undefined ? titled : `${titled} (${item.name})`;
}

const quoted = (statements: readonly string[], lang: Lang): string =>
  list(
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
    silent: (role: string) => `No rule speaks of ${role} for what is stated; it stays open.`,
    narrowed: (role: string, left: string) =>
      `No rule names a technology for ${role}; what is stated leaves ${left}, and it stays open which.`,
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
    silent: (role: string) => `对于所述情况，没有规则涉及${role}，此项待定。`,
    narrowed: (role: string, left: string) => `没有规则为${role}给出具体技术；所述情况下可选${left}，具体待定。`,
    second: (role: string, chosen: string, answer: string) =>
      `${role}：约束排除了 ${answer}；改选同一规则列为其次的 ${chosen}。`,
    joined: (role: string, chosen: string) => `${role}：${chosen} 把要求采用的技术与规则的答案合在一起。`,
    over: (role: string, chosen: string, answer: string | undefined) =>
      `${role}：${chosen} 是工作负载要求采用的；${answer === undefined ? '没有规则提到它' : `规则的答案是 ${answer}`}。`,
  },
};
