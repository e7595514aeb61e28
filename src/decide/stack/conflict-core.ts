import type { Program } from '../../program/ir/program.js';
import { decide, hasConflict, isPlaceInConflict, type DecisionRequest, type StackDecision } from './decide.js';

/** After so many subsets, the search for a smaller set ends; the set is minimal then, but not proven smallest. */
const MAX_SUBSETS = 20_000;

/**
 * Finds the smallest set of statements that conflict: the conflict exists with these alone, and with no fewer. A deletion pass gives a minimal set; smaller sets are
 * then tried, size by size.
 *
 * @returns the statements in words, such as `startup: 5s` or `require: docker`
 */
export function minimalConflict(program: Program, workload: DecisionRequest, asOf: string): string[] {
  const all = statementsOf(workload);
  const decisionOn = (parts: readonly WorkloadPart[]): StackDecision =>
    decide(program, restrict(parts, workload.empty), asOf);
  // Where a place is in conflict, what is required and has no place at all is another conflict.
  const isSameConflict = isPlaceInConflict(decisionOn(all)) ? isPlaceInConflict : hasConflict;
  const hasConflictWith = (parts: readonly WorkloadPart[]): boolean => isSameConflict(decisionOn(parts));
  let core: readonly WorkloadPart[] = all;
  for (const part of all) {
    const fewer = core.filter((other) => other !== part);
    if (hasConflictWith(fewer)) core = fewer;
  }
  let tried = 0;
  for (let size = 1; size < core.length; size++) {
    for (const subset of subsets(all, size)) {
      if (++tried > MAX_SUBSETS) return core.map(label);
      if (hasConflictWith(subset)) return subset.map(label);
    }
  }
  return core.map(label);
}

type WorkloadPart =
  | { readonly kind: 'statement'; readonly of: DecisionRequest['statements'][number] }
  | { readonly kind: 'item'; readonly of: DecisionRequest['items'][number] }
  | { readonly kind: 'forbid' | 'require'; readonly of: string };

function statementsOf({ statements, items, forbid, require }: DecisionRequest): WorkloadPart[] {
  return [
    ...statements.map((of): WorkloadPart => ({ kind: 'statement', of })),
    ...items.map((of): WorkloadPart => ({ kind: 'item', of })),
    ...forbid.map((of): WorkloadPart => ({ kind: 'forbid', of })),
    ...require.map((of): WorkloadPart => ({ kind: 'require', of })),
  ];
}

function restrict(parts: readonly WorkloadPart[], empty: DecisionRequest['empty']): DecisionRequest {
  return {
    empty,
    weights: new Map(),
    omit: [],
    statements: parts.flatMap((part) => (part.kind === 'statement' ? [part.of] : [])),
    items: parts.flatMap((part) => (part.kind === 'item' ? [part.of] : [])),
    forbid: parts.flatMap((part) => (part.kind === 'forbid' ? [part.of] : [])),
    require: parts.flatMap((part) => (part.kind === 'require' ? [part.of] : [])),
  };
}

function label(part: WorkloadPart): string {
  switch (part.kind) {
    case 'statement':
      return `${part.of.factor.id}: ${String(part.of.figure?.text ?? part.of.value)}`;
    case 'item':
      return `${part.of.collection}: ${part.of.name}`;
    case 'forbid':
    case 'require':
      return `${part.kind}: ${part.of}`;
  }
}

function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let n = from; n <= items.length - size; n++) {
    const item = items[n];
    if (item === undefined) continue;
    for (const rest of subsets(items, size - 1, n + 1)) yield [item, ...rest];
  }
}
