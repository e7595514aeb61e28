import type { Recommendation, RoleAnswer } from '../../language/schema/recommendation.js';
import type { Words } from './words.js';

/** A command worth trying next, and why. */
interface Next {
  readonly command: string;
  readonly text: string;
}

const MOST = 2;

/** Commands that would change the answer, each by one statement more, and the one that explains it. */
export function nextCommands({ stack }: Recommendation, command: readonly string[], words: Words): Next[] {
  const given = ['whichstack', ...command].map(quote).join(' ');
  const answers: RoleAnswer[] = Object.values(stack).flat();
  const changing = answers.flatMap((answer) =>
    answer.open.map(({ factor, title, changes }): (Next & { factor: string; open: boolean }) | undefined => {
      const now = String(answer.chosen.map(({ id }) => id));
      const useful = changes.filter(({ chosen }) => chosen.length > 0);
      const change = useful.find(({ chosen }) => String(chosen) !== now) ?? useful[0];
      return change === undefined
        ? undefined
        : {
            factor,
            open: answer.chosen.length === 0 && answer.needed,
            command: `${given} --set ${factor}=${String(change.value)}`,
            text: words[String(change.chosen) === now ? 'wouldSettle' : 'wouldChange'](
              title,
              change.valueTitle,
              answer.title,
              change.text,
            ),
          };
    }),
  );
  const useful = changing.filter((next) => next !== undefined).sort((a, b) => Number(b.open) - Number(a.open));
  const once = useful
    .filter((next, n) => useful.findIndex(({ factor }) => factor === next.factor) === n)
    .slice(0, MOST);
  const explain = command.includes('--explain') ? [] : [{ command: `${given} --explain`, text: words.explain }];
  return [...once, ...explain];
}

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
