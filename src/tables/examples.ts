import { figureExamples } from '../language/values/figure.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { TestSubject } from './test-cell.js';

/** Cells that could be under a factor or decision, made of names and figures that belong there. */
export function examplesOf(subject: TestSubject, knowledge: KnowledgeBase): string[] {
  if (subject.kind === 'decision') {
    const { id = '' } = knowledge.outcomes[0] ?? {};
    return [id, `includes ${id}`, 'empty', '-'];
  }
  const { factor } = subject;
  const names =
    factor.type === 'quantity' ? figureExamples(factor, knowledge) : knowledge.values(factor).map(({ id }) => id);
  const [one = '', two = ''] = names;
  switch (factor.type) {
    case 'flag':
      return ['true', 'false', '-'];
    case 'quantity':
      return [`>= ${one}`, `< ${one}`, `[${one}..${two})`, '-'];
    case 'ordinal':
      return [one, `${one}, ${two}`, `>= ${two}`, `not(${one})`, '-'];
    case 'choice':
      return [one, `${one}, ${two}`, `not(${one})`, '-'];
    case 'set':
      return [one, `not(${one})`, `includes ${one} and excludes ${two}`, '-'];
  }
}
