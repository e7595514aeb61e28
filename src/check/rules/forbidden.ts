import { alternativesOfRule } from '../../program/ir/answers.js';
import type { Alternatives } from '../../language/outputs/values.js';
import type { Program, ProgramDecision, ProgramRule } from '../../program/ir/program.js';
import type { Problem } from './problem.js';
import { inputsAt, rulesInPlace } from './facts.js';

/** Finds rules that answer only forbidden outcomes and name no alternative that is allowed: where such a rule decides, nothing can be chosen. */
export function forbiddenProblems({ decisions, knowledge }: Program): Problem[] {
  const { packages, forbidden, realisations } = knowledge;
  if (forbidden.size === 0) return [];
  const isOut = (id: string): boolean => {
    const by = realisations.get(id) ?? [];
    return forbidden.has(id) || (by.length > 0 && by.every((other) => forbidden.has(other)));
  };
  const outIn = (answer: Alternatives): string[] => [...new Set(answer.flat().filter(isOut))];
  const leaves = (answer: Alternatives, { rule }: ProgramRule): boolean =>
    answer.some((combo) => !combo.some(isOut)) || (rule.alternatives ?? []).some((id) => !isOut(id));
  return decisions.flatMap((decision: ProgramDecision) =>
    rulesInPlace(decision).flatMap(({ rule, ...place }) =>
      decision.outputs.flatMap((_, output): Problem[] => {
        const answer = alternativesOfRule(rule, output);
        const [technology] = answer === null ? [] : outIn(answer);
        if (answer === null || technology === undefined || leaves(answer, rule)) return [];
        const by = packages.find(({ forbid = [] }) => forbid.includes(technology));
        const path = ['forbid', by?.forbid?.indexOf(technology) ?? 0];
        return [
          {
            code: 'forbidden-outcome',
            decision,
            output,
            rules: [rule],
            technology,
            witness: inputsAt(place),
            answers: [answer],
            document: { kind: 'Package', id: by?.id ?? '', path },
          },
        ];
      }),
    ),
  );
}
