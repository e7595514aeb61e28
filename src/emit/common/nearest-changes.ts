import type { AnyRecommendation, RoleAnswer } from '../../language/schema/results/recommendation.js';
import { nameOf } from './answer.js';

type OpenFactor = RoleAnswer['open'][number];

/** One statement more that would change what is chosen for a place, or determine which of several answers it is. */
interface NearestChange {
  readonly open: OpenFactor;
  readonly change: OpenFactor['changes'][number];
  readonly answer: RoleAnswer;
  /** Whether it determines an answer that is one of several now. */
  readonly settles: boolean;
  /** The number of the place among those of its role, and how many items the role is filled for. */
  readonly place: number;
  readonly items: number;
}

/** The changes of wanted factors that are worth telling, one for each place and factor: what is open comes first, then what is one of several. */
export function nearestChanges(
  { stack }: AnyRecommendation,
  isWanted: (open: OpenFactor) => boolean = () => true,
): NearestChange[] {
  const changing = Object.values(stack).flatMap((role) =>
    [role].flat().flatMap((answer, place) =>
      answer.open.filter(isWanted).flatMap((open): NearestChange[] => {
        const now = String(answer.chosen.map(({ id }) => id));
        const useful = open.changes.filter(({ chosen }) => chosen.length > 0);
        // Of several answers, a change that determines which one is worth more than one that leads to another.
        const options = answer.alternatives
          .filter(({ origin, condemned }) => origin === 'any-of' && !condemned)
          .map((a) => String(a.technologies));
        const change =
          useful.find(({ chosen }) => options.includes(String(chosen))) ??
          useful.find(({ chosen }) => String(chosen) !== now) ??
          useful[0];
        if (change === undefined) return [];
        const items = Array.isArray(role) ? role.length : 0;
        return [{ open, change, answer, settles: String(change.chosen) === now, place, items }];
      }),
    ),
  );
  const useful = changing.sort((a, b) => urgency(b.answer) - urgency(a.answer));
  return useful.filter(
    (next, n) =>
      useful.findIndex(
        ({ open, answer }) => open.factor === next.open.factor || nameOf(answer) === nameOf(next.answer),
      ) === n,
  );
}

/** What is open comes first, then what is one of several. */
function urgency({ chosen, needed, guide }: RoleAnswer): number {
  if (chosen.length === 0 && needed) return 2;
  return guide.anyOf === undefined ? 0 : 1;
}
