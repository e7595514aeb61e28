import type { Inputs } from '../../decide/inputs/inputs.js';
import { openFactors } from '../../decide/stack/open-factors.js';
import type { Collection } from '../../language/schema/knowledge/package.js';
import type { Expected } from '../../language/schema/results/interview.js';
import type { AnyWorkload } from '../../language/schema/workload.js';
import type { Program } from '../../program/ir/program.js';
import type { Question } from '../variants/question.js';
import type { Lookahead } from './lookahead.js';
import { ownPart } from '../../language/get-or-insert.js';

/** One point of an interview. */
interface Point {
  readonly program: Program;
  readonly workload: AnyWorkload;
  readonly inputs: Inputs;
  /** The collections that are still to be asked for. */
  readonly unlisted: readonly Collection[];
}

/**
 * How many questions are open; and of each collection of which nothing is stated, which items there are and all questions of as many as there may be: one of each
 * kind, or what a scenario presets. No interview asks more, unless somebody lists a kind twice.
 */
export function maxQuestions(lookahead: Lookahead, { program, workload, inputs, unlisted }: Point): number {
  const { knowledge } = program;
  const { variants } = lookahead;
  const { questions } = variants;
  const isOpen = lookahead.isOpenAt(variants.unchanged);
  const mayCome = variants.itemCreating.some(isOpen);
  const isListed = (id: string): boolean => unlisted.some((collection) => collection.id === id);
  const coming = [...knowledge.collections.values()].filter(
    ({ id }) => ownPart(workload.requirements, id) === undefined && (mayCome || isListed(id)),
  );
  const ofComing = coming.map(({ id, key, impliedBy = [] }) => {
    const kind = knowledge.factors.get(key);
    const preset = [...knowledge.scenarios.values()].map(({ items }) => ownPart(items, id)?.length ?? 0);
    const items = Math.max(kind === undefined ? 0 : knowledge.values(kind).length, ...preset) + impliedBy.length;
    // What an item is, is what is listed; what it inherits is asked once, for the workload.
    const own = [...knowledge.factors.values()].filter(
      ({ id: factor, askedOf, inherited = false }) =>
        askedOf.includes(id) && factor !== key && !(inherited && askedOf.includes('requirements')),
    );
    return Number(isListed(id)) + items * own.length;
  });
  const here = inputs.items.filter((item) => !coming.some(({ id }) => id === item.collection));
  const open = [...questions.general, ...here.flatMap((item) => questions.of(item))].filter(isOpen);
  return ofComing.reduce((sum, count) => sum + count, open.length);
}

/**
 * An estimate of the questions that are left: the open ones of which one reply changes a choice, and one more, since some matter only jointly. The first kind is exact for
 * levels, flags and single choices, and does not count figures and sets.
 */
export function estimatedQuestions(lookahead: Lookahead, program: Program): number {
  const { variants } = lookahead;
  const { unchanged, questions, workload } = variants;
  const decision = variants.decide(unchanged);
  const found = [...openFactors(program, workload, decision).values()].flat();
  const relevant = new Set(found.map(({ factor, of = '' }) => `${of}/${factor.id}`));
  const isRelevant = ({ section, item, factor }: Question): boolean =>
    relevant.has(`${item === undefined ? '' : `${section}/${item}`}/${factor.id}`);
  const isOpen = lookahead.isOpenAt(unchanged);
  const all = [...questions.general, ...decision.inputs.items.flatMap((item) => questions.of(item))];
  return 1 + all.filter((question) => isRelevant(question) && isOpen(question)).length;
}

/** An estimate rises and falls by no more from one question to the next. */
const MAX_RISE = 1;
const MAX_FALL = 2;

/** An estimate that does not jump away from the one before. */
export function steadied(about: number, before: Expected | undefined): number {
  if (before === undefined) return about;
  const last = before.exact ? Math.round(before.questions) : before.about;
  return Math.min(last + MAX_RISE, Math.max(last - MAX_FALL, about));
}
