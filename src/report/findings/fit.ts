import type { FitRow } from '../../language/schema/results/recommendation.js';
import type { Better } from '../../language/diagnostics/finding-codes.js';
import { labelled } from '../../language/text/text.js';
import type { RankedCandidate } from '../../decide/fit/fit.js';
import { leaders, type PlaceDecision, type StackDecision } from '../../decide/stack/decide.js';
import { placeTitle, type Describer } from '../describe.js';
import { sourcesOf, type FindingData } from './finding.js';
import { candidateText, FitDescriber } from '../present-fit.js';

/** Requirements that what is chosen fails, that nothing proves, or that it meets under conditions alone, with what would do better. */
export function requirementFindings(
  decided: PlaceDecision,
  decision: StackDecision,
  describe: Describer,
): FindingData[] {
  const { pick, role } = decided;
  if (pick === undefined) return [];
  const { ranked } = pick;
  const rows = new FitDescriber(describe, decision).rows(ranked, decided);
  const [leader] = leaders(decision, decided);
  const best = betterThan(ranked, leader);
  const params = {
    place: placeTitle(decided, describe),
    chosen: candidateText(ranked.candidate, describe),
    ...(best && {
      better: {
        candidate: candidateText(best.candidate, describe),
        verdict: best.verdict,
      },
    }),
  };
  const isFirst = leader === undefined || leader.penalty >= ranked.penalty;
  const open: FitRow[] = [];
  const conditional: FitRow[] = [];
  const failed = ranked.verdicts.flatMap((judged, n): FindingData[] => {
    const row = rows[n];
    const { origin } = judged.requirement;
    if (row === undefined || origin === undefined || origin === 'typical') return [];
    if (judged.verdict === 'unknown') open.push(row);
    if (judged.verdict === 'conditional' && origin !== 'scenario') conditional.push(row);
    if (judged.verdict !== 'fails') return [];
    const [first] = judged.judgement.decisive;
    return [
      {
        code: 'requirement-failed',
        severity: 'warning',
        params: {
          ...params,
          ...(isFirst && { better: 'nothing' as const }),
          requirement: requirement(row),
          found: row.foundText ?? '',
          sources: sourcesOf(judged, describe),
        },
        role: role.id,
        technology: row.technology,
        ...(first && { source: first.fact.source }),
      },
    ];
  });
  const [first] = isLeftOpen(ranked) ? [] : open;
  const unproven: FindingData[] =
    first === undefined
      ? []
      : [
          {
            code: 'requirement-unproven',
            severity: best === undefined ? 'info' : 'warning',
            params: { ...params, requirements: open.map(requirement) },
            role: role.id,
            technology: first.technology,
          },
        ];
  const [doubted] = conditional;
  if (doubted === undefined) return [...failed, ...unproven];
  return [
    ...failed,
    ...unproven,
    {
      code: 'requirement-conditional',
      severity: 'info',
      params: {
        place: params.place,
        chosen: params.chosen,
        requirements: conditional.map(requirement),
        reasons: [...new Set(conditional.map(({ text }) => text))].filter((text) => text !== ''),
      },
      role: role.id,
      technology: doubted.technology,
    },
  ];

  function requirement({ title, requiredText }: FitRow): string {
    return labelled(title, requiredText, describe.lang);
  }
}

/** Whether what realises an interface is open, so that what is not known depends on that. */
export const isLeftOpen = ({ candidate }: RankedCandidate): boolean =>
  candidate.isInterface && candidate.by === undefined;

/** What the findings on a place name as doing better than what is chosen. */
export function rivalInFindings(decided: PlaceDecision, decision: StackDecision): RankedCandidate | undefined {
  const ranked = decided.pick?.ranked;
  if (ranked === undefined || (ranked.verdict === 'unknown' && isLeftOpen(ranked))) return undefined;
  if (ranked.verdict !== 'fails' && ranked.verdict !== 'unknown') return undefined;
  const [leader] = leaders(decision, decided);
  return betterThan(ranked, leader);
}

/** A candidate that is worth naming in addition to what is chosen: it has a better verdict, and facts support it, or it fails nothing where what is chosen does. */
function betterThan(
  ranked: RankedCandidate,
  best: RankedCandidate | undefined,
): (RankedCandidate & { readonly verdict: Better['verdict'] }) | undefined {
  if (best === undefined || best.penalty >= ranked.penalty || !isBetter(best, ranked)) return undefined;
  return best;
}

/** Whether a candidate fails nothing, and facts support it more than another, or the other fails. */
const isBetter = (
  one: RankedCandidate,
  other: RankedCandidate,
): one is RankedCandidate & { readonly verdict: Better['verdict'] } =>
  one.verdict !== 'fails' && (one.verdict !== 'unknown' || other.verdict === 'fails');
