import { quote } from '../../../language/text/text.js';
import type { AnyRecommendation } from '../../../language/schema/results/recommendation.js';
import { nearestChanges } from '../../common/nearest-changes.js';
import type { TextTexts } from '../texts/texts.js';

/** A command worth trying next, and why. */
interface Next {
  readonly command: string;
  readonly text: string;
}

const MAX_COMMANDS = 2;

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

/** The command with more said of its n-th data need; undefined where the needs are not stated by flags alone. */
function withItem(command: readonly string[], n: number, items: number, said: string): string[] | undefined {
  const flags = command.flatMap((_, at) => (command[at - 1] === '--data' ? [at] : []));
  if (flags.length !== items) return undefined;
  return command.map((word, at) => (at === flags[n] ? `${word},${said}` : word));
}
