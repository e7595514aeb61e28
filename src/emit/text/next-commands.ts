import type { AnyRecommendation, RoleAnswer } from '../../language/schema/results/recommendation.js';
import type { TextTexts } from './texts/texts.js';

/** A command worth trying next, and why. */
interface Next {
  readonly command: string;
  readonly text: string;
}

const MAX_COMMANDS = 2;

/** Commands that would change the answer, each by one statement more, and the one that explains it. */
export function nextCommands(
  { stack }: AnyRecommendation,
  command: readonly string[],
  words: TextTexts['recommendation'],
): Next[] {
  const whole = (args: readonly string[]): string => ['whichstack', ...args].map(quote).join(' ');
  const changing = Object.values(stack).flatMap((role) =>
    [role].flat().flatMap((answer, n) =>
      answer.open.flatMap((open) => {
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
        const said = `${open.factor}=${String(change.value)}`;
        const items = Array.isArray(role) ? role.length : 0;
        const args = open.of === undefined ? [...command, '--set', said] : withItem(command, n, items, said);
        if (args === undefined) return [];
        const tell = words[String(change.chosen) === now ? 'wouldSettle' : 'wouldChange'];
        const text = tell(open.title, change.valueTitle, answer.title, change.text);
        return [
          {
            factor: open.factor,
            place: `${answer.role} ${String(n)}`,
            urgency: urgency(answer),
            command: whole(args),
            text,
          },
        ];
      }),
    ),
  );
  const useful = changing.sort((a, b) => b.urgency - a.urgency);
  const once = useful
    .filter((next, n) => useful.findIndex(({ factor, place }) => factor === next.factor || place === next.place) === n)
    .slice(0, MAX_COMMANDS);
  const explain = command.includes('--explain')
    ? []
    : [{ command: whole([...command, '--explain']), text: words.explain }];
  return [...once, ...explain];
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

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
