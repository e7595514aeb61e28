import type { Option } from './choose.js';
import type { StackConflict } from './compatible.js';
import type { PlaceDecision, StackDecision } from './decide.js';
import type { Ranked } from '../fit/fit.js';
import { conflictsAmong } from './resolve.js';

/** What keeps a candidate from taking a place beside the rest of the stack. */
export function conflictsWithRest(decision: StackDecision, decided: PlaceDecision, ranked: Ranked): StackConflict[] {
  const at = decision.roles.indexOf(decided);
  const picks = decision.roles.map((other): Option | undefined =>
    other === decided ? { ranked, standing: 'fit' } : other.pick,
  );
  const { program } = decision.evaluation;
  return conflictsAmong(decision.places, picks, decision.around, program).filter(({ places }) => places.includes(at));
}

/** What the facts rank first of all that could take a place beside the rest of the stack; of level ones, what is chosen already. */
export function bestCompatible(decision: StackDecision, decided: PlaceDecision): Ranked | undefined {
  const { field, pick } = decided;
  const fits = (ranked: Ranked): boolean =>
    ranked.candidate === pick?.ranked.candidate || conflictsWithRest(decision, decided, ranked).length === 0;
  const first = field.firstBeside(pick?.ranked);
  return first === undefined || fits(first) ? first : field.all.find(fits);
}
