import type { StackDecision } from '../../decide/stack/decide.js';
import type { Evaluation } from '../../program/eval/evaluation.js';
import type { ProgramHazard } from '../../program/ir/compatibility.js';
import type { Describer } from '../describe.js';
import { chosenTechnologies } from './chosen-technologies.js';
import type { FindingData } from './finding.js';

/** What has gone wrong for others with what is chosen: where its condition is known to hold it is met here; one without a condition may come with any use. */
export function hazardFindings(decision: StackDecision, describe: Describer): FindingData[] {
  return chosenTechnologies(decision).flatMap(({ technology, role, evaluation }) =>
    hazardsMet(technology, evaluation).map(({ hazard, when }): FindingData => {
      const params = { technology: describe.outcome(technology), text: hazard.text[describe.lang] };
      const severity = when === undefined ? 'info' : 'warning';
      return { code: 'hazard', severity, params, role, technology, source: hazard.source };
    }),
  );
}

/** The hazards of a technology, without those whose condition is not known to hold. */
export function hazardsMet(technology: string, evaluation: Evaluation): readonly ProgramHazard[] {
  const hazards = evaluation.program.compatibility.hazards.get(technology) ?? [];
  return hazards.filter(({ when }) => when === undefined || evaluation.truth(when) === true);
}

/** What the knowledge has to say of the workload itself, whatever is chosen. */
export function advisoryFindings({ evaluation }: StackDecision, { lang }: Describer): FindingData[] {
  return evaluation.program.advisories.flatMap(({ advisory, when, unless }): FindingData[] => {
    if (evaluation.truth(when) !== true || (unless !== undefined && evaluation.truth(unless) === true)) return [];
    const { severity, text, source } = advisory;
    return [{ code: 'advisory', severity, params: { text: text[lang] }, ...(source !== undefined && { source }) }];
  });
}
