import type { Counterfactual } from './counterfactuals.js';
import { replyKey, type Move, type Question } from '../variants/question.js';

/** Flips that differ in what is replied to some questions, in any combination. */
export interface CounterfactualBox {
  readonly sides: readonly { readonly question: Question; readonly moves: readonly Move[] }[];
}

/** Puts flips together that differ in the reply to one question alone, question by question; together the boxes hold just these flips. */
export function boxesOf(flips: readonly Counterfactual[]): CounterfactualBox[] {
  let boxes: CounterfactualBox[] = flips.map(({ moves }) => ({
    sides: moves
      .map((move) => ({ question: move.question, moves: [move] }))
      .sort((a, b) => (a.question.key < b.question.key ? -1 : 1)),
  }));
  const questions = new Set(boxes.flatMap(({ sides }) => sides.map(({ question }) => question)));
  for (const question of questions) boxes = mergedAlong(question, boxes);
  return boxes;
}

function mergedAlong(question: Question, boxes: readonly CounterfactualBox[]): CounterfactualBox[] {
  const found = new Map<string, CounterfactualBox>();
  for (const box of boxes) {
    const here = box.sides.find((side) => side.question === question);
    const rest = box.sides.map((side) => (side === here ? question.key : keyOf(side))).join('\n');
    const before = here === undefined ? undefined : found.get(rest);
    if (here === undefined || before === undefined) found.set(rest, box);
    else {
      const sides = before.sides.map((side) =>
        side.question === question ? { question, moves: [...side.moves, ...here.moves] } : side,
      );
      found.set(rest, { sides });
    }
  }
  return [...found.values()];
}

const keyOf = ({ question, moves }: CounterfactualBox['sides'][number]): string =>
  `${question.key}: ${moves.map(({ reply }) => replyKey(reply)).join()}`;
