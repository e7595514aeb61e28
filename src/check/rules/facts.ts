import { outcomeSetsOf } from '../../program/ir/answers.js';
import { RoleOpinion } from '../../decide/fit/fit.js';
import type { RequirementVerdict } from '../../decide/fit/judge-candidate.js';
import type { Given } from '../../decide/inputs/inputs.js';
import type { Verdict } from '../../decide/fit/judge.js';
import type { InputLookup } from '../../decide/inputs/requirements.js';
import { each, intersection } from '../../program/ir/codes.js';
import type { OutcomeSet } from '../../language/outputs/values.js';
import { UNSTATED, valueOf, type Variable } from '../../program/ir/domain.js';
import type { Candidate, RoleFit } from '../../program/ir/fit.js';
import { monthOf } from '../../program/ir/freshness.js';
import { Interpreter } from '../../program/eval/interpreter.js';
import type { Program, ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { Problem } from './problem.js';
import { codeIn } from '../geometry/region.js';

/** A rule with the codes for which it can hit: by its own tests, and in a tree by those of the nodes above it. */
export interface RuleInPlace {
  readonly decision: ProgramDecision;
  readonly rule: ProgramRule;
  readonly sets: ReadonlyMap<Variable, readonly number[]>;
}

/** Judges the answers of rules by the facts as of a date. */
export class FactJudge {
  private readonly month: number;

  constructor(
    private readonly program: Program,
    asOf: string,
  ) {
    this.month = monthOf(asOf);
  }

  /** Problems of rules whose answer, or typical implementation, fails or is not known to meet a level that the rule tests, or fails what must always hold. */
  problems(): Problem[] {
    const { decisions, fit: roles } = this.program;
    if ([...roles.values()].every(({ criteria }) => criteria.length === 0)) return [];
    const rules = decisions.flatMap(rulesInPlace);
    const found = new Map<string, Problem & { rules: ProgramRule[] }>();
    for (const place of rules) {
      for (const { judged, candidate, fit } of this.judgedBy(place)) {
        const { verdict, requirement } = judged;
        const { criterion, origin, value } = requirement;
        // A requirement that always holds, such as maintenance, concerns the facts, so a missing fact is no problem of the rule.
        const code =
          verdict === 'fails' ? 'contradicted-by-facts' : origin === undefined ? undefined : 'unsupported-by-facts';
        if (code === undefined || (code === 'unsupported-by-facts' && !fit.candidates.includes(candidate))) continue;
        const technology = candidate.members[judged.member] ?? candidate.members[0] ?? candidate.id;
        const key = `${code} ${place.decision.id} ${technology} ${criterion.id} ${String(value)}`;
        const known = found.get(key);
        if (known !== undefined) {
          if (!known.rules.includes(place.rule)) known.rules.push(place.rule);
        } else {
          found.set(key, {
            code,
            decision: place.decision,
            rules: [place.rule],
            technology,
            criterion: criterion.id,
            ...(criterion.factor && origin !== undefined && { factor: criterion.factor.id, levels: [String(value)] }),
            witness: inputsAt(place),
          });
        }
      }
    }
    return [...found.values()];
  }

  /** The verdicts `fails` and `unknown` of what a rule names, each by its best candidate. */
  private judgedBy(place: RuleInPlace): { judged: RequirementVerdict; candidate: Candidate; fit: RoleFit }[] {
    const { rule } = place;
    const combos: OutcomeSet[] = [...outcomeSetsOf(rule), ...(rule.rule.implementations ?? []).map((id) => [id])];
    const { forbidden } = this.program.knowledge;
    const open = combos.filter((combo) => !combo.some((id) => forbidden.has(id)));
    const distinct = new Map(open.map((combo) => [combo.join(' '), combo]));
    return [...distinct.values()].flatMap((combo) => {
      const fit = this.fitOf(combo);
      const [candidate] = fit === undefined ? [] : this.ranked(combo, fit, place);
      if (fit === undefined || candidate === undefined) return [];
      return candidate.verdicts.flatMap((judged) =>
        judged.verdict === 'fails' || judged.verdict === 'unknown'
          ? [{ judged, candidate: candidate.candidate, fit }]
          : [],
      );
    });
  }

  /** The highest level of a factor that a combination meets, by position; -1 for none. */
  reach(combo: OutcomeSet, variable: Variable): number {
    const fit = this.fitOf(combo);
    if (fit === undefined) return -1;
    const levels = [...variable.codes.keys()];
    return levels.findLastIndex((_, place) => {
      const [best] = this.ranked(combo, fit, { sets: new Map([[variable, [place + 1, place + 1]]]) });
      return (
        best?.verdicts.some(({ requirement, verdict }) => requirement.value !== undefined && verdict === 'meets') ===
        true
      );
    });
  }

  /** Whether facts are compared with a factor in a role, level by level; of values without an order, none is higher. */
  judges(variable: Variable, role: string): boolean {
    return (
      variable.factor.type === 'ordinal' &&
      this.program.fit
        .get(role)
        ?.criteria.some(
          ({ factor, criterion, attributes: [attribute] }) =>
            factor === variable.factor && criterion.better === 'higher' && attribute?.type === 'ordinal',
        ) === true
    );
  }

  private fitOf(combo: OutcomeSet): RoleFit | undefined {
    const [role] = combo.flatMap((id) => this.program.knowledge.outcomeById.get(id)?.role ?? []);
    return role === undefined ? undefined : this.program.fit.get(role);
  }

  /** The candidates that provide a combination, judged for the inputs of a rule, the best first. */
  private ranked(
    combo: OutcomeSet,
    fit: RoleFit,
    { sets }: Pick<RuleInPlace, 'sets'>,
  ): ReturnType<RoleOpinion['rank']>[] {
    const given = [...sets].flatMap(([variable, set]): Given[] => {
      const [code, ...more] = [...each(set)].filter((one) => one !== UNSTATED);
      const value = code === undefined ? undefined : valueOf(variable, code);
      // A rule for several levels demands none of them by itself.
      if (value === undefined || more.length > 0) return [];
      return [{ factor: variable.factor, section: variable.section, value, origin: 'stated' }];
    });
    const stated: InputLookup = (id) => given.find(({ factor }) => factor.id === id);
    const codes = new Int32Array(this.program.variables.length);
    for (const [{ index }, set] of sets) codes[index] = codeIn(set);
    const evaluation = new Interpreter(this.program, codes, new Map());
    const opinion = new RoleOpinion(fit, stated, evaluation, {
      month: this.month,
      weights: new Map(),
      openNeeds: () => 0,
    });
    const order: readonly Verdict[] = ['meets', 'conditional', 'unknown', 'fails'];
    return fit
      .of(combo)
      .map((candidate) => opinion.rank(candidate))
      .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || a.score - b.score);
  }
}

/** An input for which a rule hits, as far as its tests of factors determine that. */
export const inputsAt = ({ sets }: Pick<RuleInPlace, 'sets'>): { codes: Map<Variable, number>; some: [] } => ({
  codes: new Map([...sets].map(([variable, set]) => [variable, codeIn(set)])),
  some: [],
});

/** Every rule of a decision that answers without delegating, with the codes for which it can hit. */
export function rulesInPlace(decision: ProgramDecision): RuleInPlace[] {
  const { body } = decision;
  if (body.form === 'vote') return [];
  const found: RuleInPlace[] = [];
  const visit = (rule: ProgramRule, above: ReadonlyMap<Variable, readonly number[]>): void => {
    const sets = new Map(above);
    for (const { variable, accepts } of rule.tests.variables) {
      const before = sets.get(variable);
      sets.set(variable, before === undefined ? accepts : intersection(before, accepts));
    }
    if (rule.ask === undefined) found.push({ decision, rule, sets });
    for (const branch of rule.branches ?? []) visit(branch, sets);
  };
  if (body.form === 'tree') visit(body.root, new Map());
  else for (const rule of body.rules) visit(rule, new Map());
  return found;
}
