import type { Codes } from '../ir/codes.js';
import { unionOf } from '../../language/outputs/hit-policies/union.js';
import { distinctSets, sameSet, type Alternatives } from '../../language/outputs/values.js';
import { Evaluation, NO_RESULT, type Hit, type Result } from './evaluation.js';
import { combineHits } from './combine.js';
import type { ProgramDecision, ProgramRule, ProgramTable, ProgramVote } from '../ir/program.js';

/** The plain way to decide: rule by rule, test by test, as the documents read. The compiled way is held to it. */
export class Interpreter extends Evaluation {
  override ofItem(codes: Codes): Interpreter {
    return new Interpreter(this.program, codes, this.items, this);
  }

  protected override evaluate(decision: ProgramDecision): readonly Result[] {
    const { body } = decision;
    switch (body.form) {
      case 'table':
        return this.table(decision, body);
      case 'tree':
        return decision.outputs.map((_, output) => this.tree(decision, body.root, output));
      case 'vote':
        return this.vote(body);
    }
    return body satisfies never;
  }

  private table(decision: ProgramDecision, { rules, policies }: ProgramTable): readonly Result[] {
    // No rule is read before its answer is needed: what is not read cannot matter.
    const hits: boolean[] = [];
    const hit = (rule: ProgramRule, n: number): boolean => (hits[n] ??= this.failure(rule.tests) === undefined);
    return policies.map((policy, output) => {
      const results: Result[] = [];
      for (const [n, rule] of rules.entries()) {
        if (results.length === policy.relevantHits) break;
        if (!hit(rule, n)) continue;
        const result = ruleOutput(this, decision, rule, output);
        if (result.answer !== null) results.push(result);
      }
      return combineHits(policy, results);
    });
  }

  private vote(body: ProgramVote): readonly Result[] {
    const polled = this.program.decisions[body.table];
    if (polled?.body.form !== 'table') throw new TypeError(`decision ${String(body.table)} is no table`);
    const { rules } = polled.body;
    return vote(polled, body, this.decide(body.table), () =>
      rules.filter(({ tests }) => this.failure(tests) === undefined),
    );
  }

  private tree(decision: ProgramDecision, node: ProgramRule, output: number): Result {
    if (this.failure(node.tests) !== undefined) return NO_RESULT;
    const branches = (node.branches ?? []).map((branch) => this.tree(decision, branch, output));
    return refineOutput(ruleOutput(this, decision, node, output), branches);
  }
}

/** What a rule whose tests hold says: its own answer, or that of the decision that it asks. */
export function ruleOutput(
  evaluation: Evaluation,
  decision: ProgramDecision,
  rule: ProgramRule,
  output: number,
): Result {
  if (rule.ask !== undefined) return evaluation.decide(rule.ask.decision)[rule.ask.outputs[output] ?? 0] ?? NO_RESULT;
  return ownOutput(decision, rule, output);
}

/** What a rule answers by itself. */
export function ownOutput(decision: ProgramDecision, rule: ProgramRule, output: number): Result {
  const answer = rule.answers?.[output] ?? null;
  return answer === null ? NO_RESULT : { answer, hits: [{ decision, rule, says: answer }] };
}

/** What the branches that speak say, united; where none speaks, what the node itself says. */
export function refineOutput(own: Result, branches: readonly Result[]): Result {
  const spoken = branches.filter(({ answer }) => answer !== null);
  if (spoken.length === 0) return own;
  const hits = [...own.hits, ...spoken.flatMap((branch) => branch.hits)];
  return { answer: unionOf(spoken.map(({ answer }) => answer ?? [])), hits };
}

/**
 * A plurality vote of the rules of a table: its winners, and what the rules of the winners elect.
 *
 * @param decision the decision whose rules vote
 * @param asked what it answers, by output
 * @param hit gives the rules of it that hit
 */
export function vote(
  decision: ProgramDecision,
  { ballot, within, elect }: ProgramVote,
  asked: readonly Result[],
  hit: () => readonly ProgramRule[],
): readonly Result[] {
  const admitted = asked[within] ?? NO_RESULT;
  if (admitted.answer === null || admitted.answer.length === 0) return [NO_RESULT, NO_RESULT];
  const voters = hit().flatMap((rule): { choice: Alternatives; hit: Hit }[] => {
    const [choice, elected] = [rule.answers?.[ballot], rule.answers?.[elect]];
    return choice == null || elected == null ? [] : [{ choice, hit: { decision, rule, says: elected } }];
  });
  const votes = admitted.answer.map((candidate) =>
    voters.filter(({ choice }) => choice.some((combo) => sameSet(combo, candidate))),
  );
  const most = Math.max(...votes.map(({ length }) => length));
  const winners = admitted.answer.filter((_, n) => votes[n]?.length === most);
  if (most === 0) return [{ answer: winners, hits: admitted.hits }, NO_RESULT];
  const parties = votes.filter(({ length }) => length === most);
  const hits = parties.flatMap((party) => party.map((voter) => voter.hit));
  const elected = distinctSets(parties.flatMap((party) => unionOf(party.map((voter) => voter.hit.says))));
  return [
    { answer: winners, hits },
    { answer: elected, hits },
  ];
}
