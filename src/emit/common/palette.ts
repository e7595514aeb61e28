import type { MapAnswer } from '../../language/schema/results/decision-map.js';

/** How the cells of an answer are filled. */
export interface Fill {
  /** The number of the colour in the palette, or `NEUTRAL`. */
  readonly color: number;
  /** How often all colours were given before: where not 0, a pattern distinguishes them. */
  readonly round: number;
}

/**
 * The scheme "light", reasonably distinct in normal and in colour-blind vision and made to fill labelled cells, as it is light enough for black letters (Paul
 * Tol, "Colour Schemes", technical note SRON/EPS/TN/09-002, issue 3.2, 2021). Letters tell what colours alone do not.
 */
export const PALETTE = [
  '#77AADD',
  '#EE8866',
  '#EEDD88',
  '#FFAABB',
  '#99DDFF',
  '#44BB99',
  '#BBCC33',
  '#AAAA00',
] as const;
/** The grey of the same scheme, for cells where nothing is chosen. */
export const NEUTRAL_COLOR = '#DDDDDD';
export const NEUTRAL = -1;

/** The fill of each answer, by its letter. */
export function fillsOf(answers: readonly MapAnswer[]): ReadonlyMap<string, Fill> {
  const chosen = answers.filter(({ standing }) => standing === 'chosen');
  return new Map(
    answers.map((answer): [string, Fill] => {
      const n = chosen.indexOf(answer);
      return [
        answer.letter,
        n < 0
          ? { color: NEUTRAL, round: answers.filter(({ standing }) => standing !== 'chosen').indexOf(answer) }
          : { color: n % PALETTE.length, round: Math.floor(n / PALETTE.length) },
      ];
    }),
  );
}
