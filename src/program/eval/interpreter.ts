import { alternativesOfRule } from '../ir/answers.js';
import type { Codes } from '../ir/codes.js';
import { unionOf } from '../../language/outputs/hit-policies/collect/union.js';
import { distinctSets, sameSet, type Alternatives, type OutputValue } from '../../language/outputs/values.js';
import { Evaluation, NO_RESULT, type Hit, type Result } from './evaluation.js';
import type { HitPolicyEntry } from '../../language/outputs/hit-policies/policy.js';
import type { ProgramDecision, ProgramRule, ProgramTable, ProgramVote } from '../ir/program.js';

/** The reference: decides rule by rule and test by test, as the documents read. Compiled evaluation must agree with it. */
export class Interpreter extends Evaluation {
  override ofItem(codes: Codes): Interpreter {
    return new Interpreter(this.program, codes, this.items, this);
  }

  protected override evaluate(decision: ProgramDecision): readonly Result<OutputValue>[] {
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

  private table(decision: ProgramDecision, { rules, policies }: ProgramTable): readonly Result<OutputValue>[] {
    // No rule is read before its answer is needed: what is not read cannot matter.
    const hits: boolean[] = [];
    const hit = (rule: ProgramRule, n: number): boolean => (hits[n] ??= this.failure(rule.tests) === undefined);
    return policies.map((policy, output) => {
      const results: Result<OutputValue>[] = [];
      for (const [n, rule] of rules.entries()) {
        if (results.length === policy.relevantHits) break;
        if (!hit(rule, n)) continue;
        const result = ruleOutput(this, decision, rule, output);
        if (result.answer !== null) results.push(result);
      }
      return combineHits(policy, results);
    });
  }

  private vote(body: ProgramVote): readonly Result<OutputValue>[] {
    const polled = this.program.decisions[body.table];
    if (polled?.body.form !== 'table') throw new TypeError(`decision ${String(body.table)} is no table`);
    const { rules } = polled.body;
    return vote(this, polled, body, () => rules.filter(({ tests }) => this.failure(tests) === undefined));
  }

  private tree(decision: ProgramDecision, node: ProgramRule, output: number): Result {
    if (this.failure(node.tests) !== undefined) return NO_RESULT;
    const branches = (node.branches ?? []).map((branch) => this.tree(decision, branch, output));
    return refineOutput(nodeOutput(this, decision, node, output), branches);
  }
}

/**
 * Combines the results of the rules of a table that hit, for one output.
 *
 * @param policy of the output
 * @param results of the rules that have an output, in their order; at most as many as are relevant
 * @returns no answer, with the rules that conflict, where the policy does not let them hit for one input
 */
export function combineHits(policy: HitPolicyEntry, results: readonly Result<OutputValue>[]): Result<OutputValue> {
  const [first] = results;
  if (first === undefined) return NO_RESULT;
  const answer = policy.combine(results.map((result) => result.answer ?? []));
  if (results.length === 1 && answer === first.answer) return first;
  return { answer, hits: results.flatMap(({ hits }) => hits) };
}

/** The output of a rule whose tests hold: its own answer, or the result of the decision that it delegates to. */
export function ruleOutput(
  evaluation: Evaluation,
  decision: ProgramDecision,
  rule: ProgramRule,
  output: number,
): Result<OutputValue> {
  if (rule.ask !== undefined) return evaluation.decide(rule.ask.decision)[rule.ask.outputs[output] ?? 0] ?? NO_RESULT;
  return ownOutput(decision, rule, output);
}

/** The output that a rule has by itself. */
export function ownOutput(decision: ProgramDecision, rule: ProgramRule, output: number): Result<OutputValue> {
  const answer = rule.answers?.[output] ?? null;
  return answer === null ? NO_RESULT : { answer, hits: [{ decision, rule, answer }] };
}

/** The output of a node of a tree whose tests hold. Trees have outcomes only, which linking ensures. */
export function nodeOutput(
  evaluation: Evaluation,
  decision: ProgramDecision,
  node: ProgramRule,
  output: number,
): Result {
  return ruleOutput(evaluation, decision, node, output) as Result;
}

/** The union of the outputs of the branches that have one; where none has, the output of the node itself. */
export function refineOutput(own: Result, branches: readonly Result[]): Result {
  const results = branches.filter(({ answer }) => answer !== null);
  if (results.length === 0) return own;
  const hits = [...own.hits, ...results.flatMap((branch) => branch.hits)];
  return { answer: unionOf(results.map(({ answer }) => answer ?? [])), hits };
}

/**
 * A plurality vote of the rules of a table. Linking ensures that its three outputs are of outcomes.
 *
 * @param polled the decision whose rules vote
 * @param rulesThatHit gives its rules that hit
 * @returns the winners, and what the rules of the winners elect
 */
export function vote(
  evaluation: Evaluation,
  polled: ProgramDecision,
  { ballot, within, elect }: ProgramVote,
  rulesThatHit: () => readonly ProgramRule[],
): readonly Result[] {
  const admitted = evaluation.outcomes(polled.number, within);
  if (admitted.answer === null || admitted.answer.length === 0) return [NO_RESULT, NO_RESULT];
  const voters = rulesThatHit().flatMap((rule): { choice: Alternatives; hit: Hit }[] => {
    const [choice, elected] = [alternativesOfRule(rule, ballot), alternativesOfRule(rule, elect)];
    return choice === null || elected === null ? [] : [{ choice, hit: { decision: polled, rule, answer: elected } }];
  });
  const votes = admitted.answer.map((candidate) =>
    voters.filter(({ choice }) => choice.some((set) => sameSet(set, candidate))),
  );
  const most = Math.max(...votes.map(({ length }) => length));
  const winners = admitted.answer.filter((_, n) => votes[n]?.length === most);
  if (most === 0) return [{ answer: winners, hits: admitted.hits }, NO_RESULT];
  const parties = votes.filter(({ length }) => length === most);
  const hits = parties.flatMap((party) => party.map((voter) => voter.hit));
  const elected = distinctSets(parties.flatMap((party) => unionOf(party.map((voter) => voter.hit.answer))));
  return [
    { answer: winners, hits },
    { answer: elected, hits },
  ];
}
