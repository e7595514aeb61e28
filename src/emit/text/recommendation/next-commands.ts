import { quote } from '../../../language/text/shell.js';
import type { AnyRecommendation, RoleAnswer } from '../../../language/schema/results/recommendation.js';
import { nameOf } from '../../common/answer.js';
import type { TextTexts } from '../texts/texts.js';

/** A command worth trying next, and why. */
interface Next {
  readonly command: string;
  readonly text: string;
}

type OpenFactor = RoleAnswer['open'][number];

const MAX_COMMANDS = 2;

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

/** Commands that would change the answer, each by one statement more, and the one that explains it. */
export function nextCommands(
  recommendation: AnyRecommendation,
  command: readonly string[],
  words: TextTexts['recommendation'],
): Next[] {
  const whole = (args: readonly string[]): string => ['whichstack', ...args].map(quote).join(' ');
  const changing = nearestChanges(recommendation).flatMap(({ open, change, answer, settles, place, items }): Next[] => {
    const said = `${open.factor}=${String(change.value)}`;
    const args = open.of === undefined ? [...command, '--set', said] : withItem(command, place, items, said);
    if (args === undefined) return [];
    const tell = words[settles ? 'wouldSettle' : 'wouldChange'];
    return [{ command: whole(args), text: tell(open.title, change.valueTitle, answer.title, change.text) }];
  });
  const explain = command.includes('--explain')
    ? []
    : [{ command: whole([...command, '--explain']), text: words.explain }];
  return [...changing.slice(0, MAX_COMMANDS), ...explain];
}

/** What is open comes first, then what is one of several. */
function urgency({ chosen, needed, guide }: RoleAnswer): number {
  if (chosen.length === 0 && needed) return 2;
  return guide.anyOf === undefined ? 0 : 1;
}

/** The command with more said of its n-th data need; undefined where the needs are not stated by flags alone. */
function withItem(command: readonly string[], n: number, items: number, said: string): string[] | undefined {
  const flags = command.flatMap((_, at) => (command[at - 1] === '--data' ? [at] : []));
  if (flags.length !== items) return undefined;
  return command.map((word, at) => (at === flags[n] ? `${word},${said}` : word));
}
