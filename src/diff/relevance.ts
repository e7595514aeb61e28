import type { Criterion } from '../language/schema/knowledge/evidence.js';
import type { KnowledgeBase } from '../load/knowledge.js';
import type { Path } from '../language/read/yaml.js';
import { roleDecision } from '../report/answer.js';
import type { PlaceAnswer, WorkloadAnswers } from './answers.js';
import type { KnowledgeChange, Version } from './document-diff.js';

/** What two answers to the same workload rest on. */
export interface RelevantChanges {
  readonly replies: readonly WorkloadAnswers[];
  readonly answers: readonly PlaceAnswer[];
  readonly knowledge: readonly KnowledgeBase[];
}

/**
 * Which changes are relevant to an answer, by what it names: the rules that hit, what is chosen or would be, the criteria of its role, what the workload
 * states. It is a guess that proofs begin with, not a proof.
 */
export function relevantChanges({
  replies,
  answers,
  knowledge,
}: RelevantChanges): (change: KnowledgeChange) => boolean {
  const decisions = replies.flatMap((reply) => (reply.readable ? [reply.decision] : []));
  const hits = answers.flatMap(({ decided }) => decided.result.hits);
  const rules = new Set<unknown>(hits.map(({ rule }) => rule.rule));
  const evaluated = new Set(hits.map(({ decision }) => decision.id));
  const roles = new Set(answers.map(({ decided }) => decided.role.id));
  const named = new Set([
    ...answers.flatMap(({ decided: { result, pick } }) => [
      ...(result.answer ?? []).flat(),
      ...(pick?.ranked.candidate.carried ?? []),
    ]),
    ...answers.flatMap(({ decided }) =>
      decisions.flatMap((decision) =>
        decision.places.includes(decided)
          ? roleDecision(decided, decision).fitBest.flatMap(({ id, by }) => [id, by ?? id])
          : [],
      ),
    ),
  ]);
  const stated = new Set(
    decisions.flatMap(({ inputs }) =>
      [...inputs.given, ...inputs.items.flatMap(({ given }) => given)].map(({ factor }) => factor.id),
    ),
  );
  const scenarios = new Set(decisions.flatMap(({ inputs }) => inputs.scenario?.id ?? []));
  const concernsRole = (criterion: Criterion | undefined): boolean =>
    criterion?.roles.some((role) => roles.has(role)) === true;
  const weighs = (id: string | undefined): boolean =>
    knowledge.some(({ criteria }) => concernsRole(criteria.get(id ?? '')));
  return ({ kind, id, at, before, after }) => {
    const versions = [before, after].filter((version) => version !== undefined);
    const documents = versions.map(({ stored }) => stored.document);
    const names = (outcomes: readonly string[] | undefined): boolean =>
      outcomes?.some((one) => named.has(one)) === true;
    switch (kind) {
      case 'Decision':
        return at.length === 0 || at.at(-1) === 'hitPolicy' || at.at(-1) === 'aggregate'
          ? evaluated.has(id)
          : versions.some((version) => rules.has(written(version)));
      case 'Technology':
      case 'Outcome':
        return named.has(id);
      case 'Evidence':
        return documents.some((one) => one.kind === 'Evidence' && named.has(one.technology));
      case 'Compatibility':
        return documents.some(
          (one) => one.kind === 'Compatibility' && (names(one.of) || names(one.with) || names(one.anyOf)),
        );
      case 'Combinations':
        return documents.some((one) => one.kind === 'Combinations' && roles.has(one.role));
      case 'Criterion':
        return documents.some((one) => one.kind === 'Criterion' && concernsRole(one));
      case 'Package':
        return at[0] === 'weights' ? weighs(at[1]) : versions.some(({ value }) => named.has(String(value)));
      case 'Role':
        return roles.has(id);
      case 'Factor':
        return stated.has(id);
      case 'Scenario':
        return scenarios.has(id);
      case 'Advisory':
      case 'Attribute':
      case 'Bibliography':
      case 'Claim':
      case 'Dimension':
      case 'Source':
      case 'Tension':
      case 'Trend':
        return false;
    }
    return kind satisfies never;
  };
}

/** What a change is about, as the very object that the document holds. */
function written({ stored, path }: Pick<Version, 'stored' | 'path'>): unknown {
  return valueAt(stored.document, path);
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    value,
  );
}
