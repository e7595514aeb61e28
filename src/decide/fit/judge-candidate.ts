import { NO_FACTS, type Candidate, type Demand, type Facts } from '../../program/ir/fit.js';
import type { Requirement } from '../inputs/requirements.js';
import {
  judge,
  NO_EVIDENCE,
  VERDICTS,
  type Comparison,
  type EvidenceApplies,
  type Judgement,
  type Verdict,
} from './judge.js';

/** The verdict of the evidence on one candidate and one requirement. */
export interface RequirementVerdict {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  /** The index of the member whose evidence decides. */
  readonly member: number;
  /** The index of the attribute that decides, in the criterion. */
  readonly attribute: number;
  readonly judgement: Judgement;
}

/** Judges candidates by requirements, for one workload. */
export class CandidateJudge {
  private conditionalJudgements?: Map<Facts, { readonly demand: Demand; readonly judgement: Judgement }>;

  /** @param month the month to judge by, counted from year 0 */
  constructor(
    private readonly month: number,
    private readonly applies: EvidenceApplies,
  ) {}

  /** Judges a candidate by one requirement. The member that the criterion selects decides, and its worst attribute. What has no limit that anybody knows meets it, under that condition. */
  judge(candidate: Candidate, requirement: Requirement): RequirementVerdict {
    const { criterion, index, demand } = requirement;
    const { better, members, contains } = criterion.criterion;
    if (contains === true && typeof demand === 'object') {
      const verdict = demand.some((name) => candidate.provides.has(name)) ? 'meets' : 'fails';
      return { requirement, verdict, member: 0, attribute: 0, judgement: { verdict, decisive: [], doubts: [] } };
    }
    const rows = candidate.evidence[index] ?? [];
    const count = members === 'lead' ? 1 : rows.length;
    const comparison = { demand, better, scope: candidate.scopes[index] };
    let found: RequirementVerdict | undefined;
    for (let member = 0; member < count; member++) {
      const row = rows[member] ?? [];
      // A member without facts neither helps nor harms, unless it is the leading one.
      if (member > 0 && row.every(({ list }) => list.length === 0)) continue;
      let own: RequirementVerdict | undefined;
      for (let attribute = 0; attribute < row.length; attribute++) {
        const judgement = this.judgeFacts(row[attribute] ?? NO_FACTS, comparison);
        if (own === undefined || isWorse(judgement, own.judgement))
          own = { requirement, verdict: judgement.verdict, member, attribute, judgement };
      }
      if (own === undefined) continue;
      if (
        found === undefined ||
        (members === 'worst' ? isWorse(own.judgement, found.judgement) : isWorse(found.judgement, own.judgement))
      )
        found = own;
    }
    const unlimited = candidate.unlimited[index] ?? [];
    if (unlimited.length > 0 && (found === undefined || found.verdict === 'unknown')) {
      const verdict = 'conditional';
      const judgement = { verdict, decisive: unlimited, doubts: ['no-limit-known'] } as const;
      return { requirement, verdict, member: 0, attribute: 0, judgement };
    }
    return found ?? { requirement, verdict: 'unknown', member: 0, attribute: 0, judgement: NO_EVIDENCE };
  }

  /** Facts with conditions are judged once for all candidates that share them. */
  private judgeFacts(facts: Facts, comparison: Comparison): Judgement {
    const { demand, scope } = comparison;
    const shared = facts.conditional && scope === undefined;
    const before = shared ? this.conditionalJudgements?.get(facts) : undefined;
    if (before?.demand === demand) return before.judgement;
    const judgement = judge(facts.list, comparison, this.month, this.applies);
    if (shared) (this.conditionalJudgements ??= new Map()).set(facts, { demand, judgement });
    return judgement;
  }
}

/** Compares by verdict, then by margin. */
function isWorse(a: Judgement, b: Judgement): boolean {
  if (a.verdict !== b.verdict) return VERDICTS.indexOf(a.verdict) > VERDICTS.indexOf(b.verdict);
  return a.margin !== undefined && b.margin !== undefined && a.margin < b.margin;
}
