import type { StackDecision } from '../../decide/stack/decide.js';
import type { Evaluation } from '../../program/eval/evaluation.js';

/** A technology that runs, and where. */
export interface ChosenTechnology {
  readonly technology: string;
  readonly role: string;
  readonly evaluation: Evaluation;
}

/** Everything that runs, once for each place that it runs in. */
export function chosenTechnologies({ places }: StackDecision): ChosenTechnology[] {
  return places.flatMap(({ pick, role, evaluation }) =>
    (pick?.ranked.candidate.carried ?? []).map((technology) => ({ technology, role: role.id, evaluation })),
  );
}
