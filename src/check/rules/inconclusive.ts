import type { InconclusiveCode } from '../../language/diagnostics/problem-codes.js';
import type { Problem } from './problem.js';

type Inconclusive = Problem<'inconclusive'>;

/** Merges the notes of code `inconclusive` of the same decisions into one, which takes the position of the first. */
export function mergedInconclusive(found: readonly Problem[]): Problem[] {
  const notes = new Map<
    string,
    { readonly first: Inconclusive; readonly codes: Set<InconclusiveCode>; outputs: Set<number | undefined> }
  >();
  for (const one of found) {
    if (one.code !== 'inconclusive') continue;
    const key = keyOf(one);
    const note = notes.get(key) ?? {
      first: one,
      codes: new Set<InconclusiveCode>(),
      outputs: new Set<number | undefined>(),
    };
    for (const code of one.unproven) note.codes.add(code);
    note.outputs.add(one.output);
    notes.set(key, note);
  }
  return found.flatMap((one): Problem[] => {
    if (one.code !== 'inconclusive') return [one];
    const note = notes.get(keyOf(one));
    if (note?.first !== one) return [];
    const { output, ...rest } = one;
    const unproven = [...note.codes];
    return [note.outputs.size > 1 || output === undefined ? { ...rest, unproven } : { ...rest, output, unproven }];
  });
}

const keyOf = ({ decision, other }: Inconclusive): string => `${decision.id} ${other?.id ?? ''}`;
