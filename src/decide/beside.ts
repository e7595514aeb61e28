import type { Option } from './choose.js';
import type { Conflict } from './compatible.js';
import type { Decided, Decision } from './decide.js';
import type { Ranked } from './fit.js';
import { conflictsAmong } from './resolve.js';

/** What keeps a candidate from taking a place beside the rest of the stack. */
export function conflictsBeside(decision: Decision, decided: Decided, ranked: Ranked): Conflict[] {
  const at = decision.roles.indexOf(decided);
  const picks = decision.roles.map((other): Option | undefined =>
    other === decided ? { ranked, standing: 'fit' } : other.pick,
  );
  const { program } = decision.evaluation;
  return conflictsAmong(decision.places, picks, decision.around, program).filter(({ places }) => places.includes(at));
}

/** What the facts rank first of all that could take a place beside the rest of the stack; of level ones, what is chosen already. */
export function bestBeside(decision: Decision, decided: Decided): Ranked | undefined {
  const { field, pick } = decided;
  const fits = (ranked: Ranked): boolean =>
    ranked.candidate === pick?.ranked.candidate || conflictsBeside(decision, decided, ranked).length === 0;
  const first = field.firstBeside(pick?.ranked);
  return first === undefined || fits(first) ? first : field.all.find(fits);
}
