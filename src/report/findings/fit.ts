import type { FitRow } from '../../language/schema/results/recommendation.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { labelled } from '../../language/text/text.js';
import { isPast } from '../../language/options.js';
import { monthOf } from '../../program/ir/fit.js';
import type { RankedCandidate, RequirementVerdict } from '../../decide/fit/fit.js';
import { leaders, type PlaceDecision, type StackDecision } from '../../decide/stack/decide.js';
import { placeTitle, type Describer } from '../describe.js';
import { distinct, type FindingData } from './finding.js';
import { candidateText, FitDescriber } from '../present-fit.js';

/** What the facts show of what is chosen, and of what the guide names. */
export function fitFindings(decision: StackDecision, describe: Describer): FindingData[] {
  const ofPlaces = decision.places.flatMap((decided) => [
    ...requirementFindings(decided, decision, describe),
    ...upkeepFindings(decided, decision, describe),
  ]);
  return distinct([...ofPlaces, ...lifecycleFindings(decision, describe), ...hazardFindings(decision, describe)]);
}

/** Requirements that what is chosen fails, or that nothing proves, with what would do better. */
function requirementFindings(decided: PlaceDecision, decision: StackDecision, describe: Describer): FindingData[] {
  const { pick, role } = decided;
  if (pick === undefined) return [];
  const { ranked } = pick;
  const rows = new FitDescriber(describe, decision).rows(ranked, decided);
  const best = betterThan(ranked, leaders(decision, decided)[0]);
  const params = {
    place: placeTitle(decided, describe),
    chosen: candidateText(ranked.candidate, describe),
    ...(best && {
      better: {
        candidate: candidateText(best.candidate, describe),
        verdict: best.verdict === 'meets' ? ('meets' as const) : ('conditional' as const),
      },
    }),
  };
  const open: FitRow[] = [];
  const failed = ranked.verdicts.flatMap((judged, n): FindingData[] => {
    const row = rows[n];
    const { origin } = judged.requirement;
    if (row === undefined || origin === undefined || origin === 'typical') return [];
    if (judged.verdict === 'unknown') open.push(row);
    if (judged.verdict !== 'fails') return [];
    const [first] = judged.judgement.decisive;
    return [
      {
        code: 'requirement-failed',
        severity: 'warning',
        params: {
          ...params,
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
  // Of an interface, what is not known depends on what will realise it.
  const [first] = ranked.candidate.isInterface && ranked.candidate.by === undefined ? [] : open;
  if (first === undefined) return failed;
  return [
    ...failed,
    {
      code: 'requirement-unproven',
      severity: best === undefined ? 'info' : 'warning',
      params: { ...params, requirements: open.map(requirement) },
      role: role.id,
      technology: first.technology,
    },
  ];

  function requirement({ title, requiredText }: FitRow): string {
    return labelled(title, requiredText, describe.lang);
  }
}

/** A candidate that is worth naming in addition to what is chosen: it has a better verdict, and facts support it. */
function betterThan(ranked: RankedCandidate, best: RankedCandidate | undefined): RankedCandidate | undefined {
  const isSupported = best?.verdict === 'meets' || best?.verdict === 'conditional';
  return best !== undefined && isSupported && best.standing < ranked.standing ? best : undefined;
}

/** The works that decide a verdict, with their dates. */
function sourcesOf({ judgement }: RequirementVerdict, describe: Describer): string[] {
  const titles = judgement.decisive.map(({ fact, date }) => {
    const title = describe.knowledge.references.get(fact.source)?.title ?? fact.source;
    return date === undefined ? title : `${title}${TYPOGRAPHY[describe.lang].clauseComma}${date}`;
  });
  return [...new Set(titles)];
}

/** What is always demanded and not met, such as upkeep, of everything that the guide names or that is chosen. */
function upkeepFindings(decided: PlaceDecision, decision: StackDecision, describe: Describer): FindingData[] {
  const { result, opinion, pick, role, evaluation } = decided;
  const fit = evaluation.program.fit.get(role.id);
  if (fit === undefined) return [];
  const named = (result.answer ?? [])
    .filter((combo) => combo.length > 0)
    .flatMap((combo) => fit.of(combo))
    .filter(({ by }) => by === undefined);
  const candidates = new Set([...(pick ? [pick.ranked.candidate] : []), ...named]);
  const words = new FitDescriber(describe, decision);
  return [...candidates].flatMap((candidate) => {
    const ranked = opinion.rank(candidate);
    const rows = words.rows(ranked, decided);
    return ranked.verdicts.flatMap((judged, n): FindingData[] => {
      const row = rows[n];
      if (row === undefined || judged.requirement.origin !== undefined || judged.verdict !== 'fails') return [];
      const [first] = judged.judgement.decisive;
      const others = describe.knowledge.technologies.get(row.technology)?.alternatives ?? [];
      return [
        {
          code: 'lifecycle',
          severity: 'warning',
          params: {
            technology: describe.outcome(row.technology),
            found: row.foundText ?? '',
            sources: sourcesOf(judged, describe),
            maintained: others.map(describe.outcome),
          },
          role: role.id,
          technology: row.technology,
          ...(first && { source: first.fact.source }),
        },
      ];
    });
  });
}

/** Support that ended at most so many months before the date, or ends at most so many months after it, is reported. */
const MAX_MONTHS = { before: 12, after: 6 };

/** Series of what is chosen whose support has lately ended or soon will, and those that go on. */
function lifecycleFindings(decision: StackDecision, describe: Describer): FindingData[] {
  const now = monthOf(decision.asOf);
  const { knowledge, lang } = describe;
  const chosen = new Map(chosenTechnologies(decision).map((one) => [one[0], one]));
  return [...chosen.values()].flatMap(([technology, role]): FindingData[] => {
    const series = (knowledge.technologies.get(technology)?.lifecycle ?? []).filter(({ ended }) => ended === undefined);
    const named = (some: typeof series): { name: string; ends?: string }[] =>
      some.map(({ what, ends }) => ({ name: what[lang], ...(ends !== undefined && { ends }) }));
    const over = series.filter(
      ({ ends }) => ends !== undefined && isPast(ends, decision.asOf) && monthOf(ends) >= now - MAX_MONTHS.before,
    );
    const soon = series.filter(
      ({ ends }) => ends !== undefined && !isPast(ends, decision.asOf) && monthOf(ends) <= now + MAX_MONTHS.after,
    );
    const [first] = [...over, ...soon];
    if (first === undefined) return [];
    const on = series.filter(({ ends, released }) =>
      ends === undefined ? released !== undefined : monthOf(ends) > now + MAX_MONTHS.after,
    );
    const use = [...new Set([...over, ...soon].flatMap(({ instead }) => instead?.[lang] ?? []))];
    const params = {
      technology: describe.outcome(technology),
      ended: named(over),
      ending: named(soon),
      supported: named(on),
      instead: use,
    };
    return [{ code: 'lifecycle-ending', severity: 'info', params, role, technology, source: first.source }];
  });
}

/** What has gone wrong for others with what is chosen, where it may happen here. */
function hazardFindings(decision: StackDecision, describe: Describer): FindingData[] {
  const { hazards } = decision.evaluation.program.compatibility;
  const { lang } = describe;
  return chosenTechnologies(decision).flatMap(([technology, role, evaluation]) =>
    (hazards.get(technology) ?? []).flatMap(({ hazard, when }): FindingData[] => {
      if (when !== undefined && evaluation.truth(when) === false) return [];
      const params = { technology: describe.outcome(technology), text: hazard.text[lang] };
      return [{ code: 'hazard', severity: 'info', params, role, technology, source: hazard.source }];
    }),
  );
}

/** Everything that runs, once for each place that it runs in. */
function chosenTechnologies(
  decision: StackDecision,
): [technology: string, role: string, evaluation: PlaceDecision['evaluation']][] {
  return decision.places.flatMap(({ pick, role, evaluation }) =>
    (pick?.ranked.candidate.carried ?? []).map((name): [string, string, PlaceDecision['evaluation']] => [
      name,
      role.id,
      evaluation,
    ]),
  );
}
