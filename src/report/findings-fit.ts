import type { Finding, FitRow } from '../language/schema/results/recommendation.js';
import { isPast } from '../language/values/date.js';
import { listed } from '../language/text/text.js';
import { monthOf } from '../program/ir/fit.js';
import { bestCompatible, type PlaceDecision, type StackDecision } from '../decide/stack/decide.js';
import { placeTitle, type Describer } from './describe.js';
import type { RequirementVerdict, RankedCandidate } from '../decide/fit/fit.js';
import { candidateText, FitDescriber } from './present-fit.js';

/** What the facts have to say of what is chosen, and of what the guide names. */
export function fitFindings(decision: StackDecision, describe: Describer): Finding[] {
  const findings = decision.places.flatMap((decided) => [
    ...requirementFindings(decided, decision, describe),
    ...upkeepFindings(decided, decision, describe),
  ]);
  const once = new Map(
    [...findings, ...lifecycleFindings(decision, describe), ...hazardFindings(decision, describe)].map((finding) => [
      finding.message,
      finding,
    ]),
  );
  return [...once.values()];
}

/** A requirement that what is chosen fails, or that nothing proves, with what would do better. */
function requirementFindings(decided: PlaceDecision, decision: StackDecision, describe: Describer): Finding[] {
  const { pick, role } = decided;
  if (pick === undefined) return [];
  const { ranked } = pick;
  const say = TEXTS[describe.lang];
  const words = new FitDescriber(describe, decision);
  const rows = words.rows(ranked, decided);
  const best = betterThan(ranked, bestCompatible(decision, decided));
  const place = placeTitle(decided, describe);
  const chosen = candidateText(ranked.candidate, describe);
  const instead =
    best === undefined
      ? undefined
      : say.better[best.verdict === 'meets' ? 'meets' : 'conditional'](candidateText(best.candidate, describe));
  const open: FitRow[] = [];
  const failed = ranked.verdicts.flatMap((judged, n): Finding[] => {
    const row = rows[n];
    const { origin } = judged.requirement;
    if (row === undefined || origin === undefined || origin === 'typical') return [];
    if (judged.verdict === 'unknown') open.push(row);
    if (judged.verdict !== 'fails') return [];
    const [first] = judged.judgement.decisive;
    const message = say.failed(place, chosen, asked(row), row.foundText ?? '', sourcesOf(judged, describe));
    return [
      {
        code: 'requirement-failed',
        severity: 'warning',
        message: `${message}${say.gap}${instead ?? say.noneBetter}`,
        role: role.id,
        technology: row.technology,
        ...(first && { source: first.fact.source }),
      },
    ];
  });
  // Of an interface, what is not known depends on what will realise it.
  const [first] = ranked.candidate.isInterface && ranked.candidate.by === undefined ? [] : open;
  if (first === undefined) return failed;
  const message = say.unproven(place, chosen, open.map(asked).join(say.quotes));
  return [
    ...failed,
    {
      code: 'requirement-unproven',
      severity: best === undefined ? 'info' : 'warning',
      message: instead === undefined ? message : `${message}${say.gap}${instead}`,
      role: role.id,
      technology: first.technology,
    },
  ];

  function asked({ title, requiredText }: FitRow): string {
    return `${title}${say.colon}${requiredText}`;
  }
}

/** What is worth naming beside what is chosen: it has a better verdict, and something speaks for it. */
function betterThan(ranked: RankedCandidate, best: RankedCandidate | undefined): RankedCandidate | undefined {
  const speaksFor = best?.verdict === 'meets' || best?.verdict === 'conditional';
  return best !== undefined && speaksFor && best.verdictIndex < ranked.verdictIndex ? best : undefined;
}

function sourcesOf({ judgement }: RequirementVerdict, describe: Describer): string {
  const say = TEXTS[describe.lang];
  const named = judgement.decisive.map(({ fact, date }) => {
    const title = describe.knowledge.references.get(fact.source)?.title ?? fact.source;
    return date === undefined ? title : `${title}${say.listed}${date}`;
  });
  return [...new Set(named)].join(say.between);
}

/** What is always demanded and not met, such as upkeep, of everything that the guide names or that is chosen. */
function upkeepFindings(decided: PlaceDecision, decision: StackDecision, describe: Describer): Finding[] {
  const { result, opinion, pick, role, evaluation } = decided;
  const fit = evaluation.program.fit.get(role.id);
  if (fit === undefined) return [];
  const named = (result.answer ?? [])
    .filter((combo) => combo.length > 0)
    .flatMap((combo) => fit.of(combo))
    .filter(({ by }) => by === undefined);
  const candidates = new Set([...(pick ? [pick.ranked.candidate] : []), ...named]);
  const words = new FitDescriber(describe, decision);
  const say = TEXTS[describe.lang];
  return [...candidates].flatMap((candidate) => {
    const ranked = opinion.rank(candidate);
    const rows = words.rows(ranked, decided);
    return ranked.verdicts.flatMap((judged, n): Finding[] => {
      const row = rows[n];
      if (row === undefined || judged.requirement.origin !== undefined || judged.verdict !== 'fails') return [];
      const [first] = judged.judgement.decisive;
      const others = describe.knowledge.technologies.get(row.technology)?.alternatives ?? [];
      const instead =
        others.length === 0 ? '' : `${say.gap}${say.maintained(listed(others.map(describe.outcome), describe.lang))}`;
      return [
        {
          code: 'lifecycle',
          severity: 'warning',
          message: `${say.upkeep(describe.outcome(row.technology), row.foundText ?? '', sourcesOf(judged, describe))}${instead}`,
          role: role.id,
          technology: row.technology,
          ...(first && { source: first.fact.source }),
        },
      ];
    });
  });
}

/** Support that ended within these many months before the date, or ends within these many after it, is told. */
const TOLD = { before: 12, after: 6 };

/** Series of what is chosen whose support has lately ended or soon will, and those that go on. */
function lifecycleFindings(decision: StackDecision, describe: Describer): Finding[] {
  const now = monthOf(decision.asOf);
  const { knowledge, lang } = describe;
  const say = TEXTS[lang];
  const told = new Map(chosenTechnologies(decision).map((one) => [one[0], one]));
  return [...told.values()].flatMap(([technology, role]): Finding[] => {
    const series = (knowledge.technologies.get(technology)?.lifecycle ?? []).filter(({ ended }) => ended === undefined);
    const texts = (some: typeof series): string =>
      some.map(({ what, ends }) => `${what[lang]}${ends === undefined ? '' : say.on(ends)}`).join(say.comma);
    const over = series.filter(
      ({ ends }) => ends !== undefined && isPast(ends, decision.asOf) && monthOf(ends) >= now - TOLD.before,
    );
    const soon = series.filter(
      ({ ends }) => ends !== undefined && !isPast(ends, decision.asOf) && monthOf(ends) <= now + TOLD.after,
    );
    const [first] = [...over, ...soon];
    if (first === undefined) return [];
    const on = series.filter(({ ends, released }) =>
      ends === undefined ? released !== undefined : monthOf(ends) > now + TOLD.after,
    );
    const use = [...new Set([...over, ...soon].flatMap(({ instead }) => instead?.[lang] ?? []))];
    const parts = [
      ...(over.length === 0 ? [] : [say.over(texts(over))]),
      ...(soon.length === 0 ? [] : [say.soon(texts(soon))]),
      ...(on.length === 0 ? [] : [say.goesOn(texts(on))]),
      ...(use.length === 0 ? [] : [say.use(use.join(say.comma))]),
    ];
    const message = `${describe.outcome(technology)}${say.colon}${parts.join(say.between)}${say.stop}`;
    return [{ code: 'lifecycle-ending', severity: 'info', message, role, technology, source: first.source }];
  });
}

/** What has gone wrong for others with what is chosen, where it may happen here. */
function hazardFindings(decision: StackDecision, describe: Describer): Finding[] {
  const { hazards } = decision.evaluation.program.compatibility;
  const { lang } = describe;
  return chosenTechnologies(decision).flatMap(([technology, role, evaluation]) =>
    (hazards.get(technology) ?? []).flatMap(({ hazard, when }): Finding[] => {
      if (when !== undefined && evaluation.truth(when) === false) return [];
      const message = `${describe.outcome(technology)}${TEXTS[lang].colon}${hazard.text[lang]}`;
      return [{ code: 'hazard', severity: 'info', message, role, technology, source: hazard.source }];
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

const TEXTS = {
  en: {
    gap: ' ',
    colon: ': ',
    failed: (place: string, chosen: string, asked: string, found: string, sources: string) =>
      `${place}: ${chosen} does not meet “${asked}”: ${found}${sources === '' ? '' : ` (${sources})`}.`,
    unproven: (place: string, chosen: string, asked: string) =>
      `${place}: nothing proves that ${chosen} meets “${asked}”.`,
    quotes: '”, “',
    better: {
      meets: (best: string) => `${best} meets all that is stated.`,
      conditional: (best: string) => `${best} meets it under conditions.`,
    },
    noneBetter: 'Nothing that can run here does better.',
    upkeep: (technology: string, found: string, sources: string) => `${technology} is ${found} (${sources}).`,
    maintained: (others: string) => `Maintained in its place: ${others}.`,
    comma: ', ',
    on: (date: string) => ` (${date})`,
    over: (what: string) => `support has ended for ${what}`,
    soon: (what: string) => `it ends soon for ${what}`,
    goesOn: (what: string) => `still supported: ${what}`,
    use: (instead: string) => `use ${instead}`,
    between: '; ',
    listed: ', ',
    stop: '.',
  },
  zh: {
    gap: '',
    colon: '：',
    failed: (place: string, chosen: string, asked: string, found: string, sources: string) =>
      `${place}：${chosen} 不满足“${asked}”：实际为 ${found}${sources === '' ? '' : `（${sources}）`}。`,
    unproven: (place: string, chosen: string, asked: string) => `${place}：没有证据表明 ${chosen} 满足“${asked}”。`,
    quotes: '”“',
    better: {
      meets: (best: string) => `${best} 满足所有已说明的要求。`,
      conditional: (best: string) => `${best} 在一定条件下满足。`,
    },
    noneBetter: '可在此运行的选项中没有更好的。',
    upkeep: (technology: string, found: string, sources: string) => `${technology} ${found}（${sources}）。`,
    maintained: (others: string) => `仍在维护的替代：${others}。`,
    comma: '、',
    on: (date: string) => `（${date}）`,
    over: (what: string) => `已停止支持：${what}`,
    soon: (what: string) => `即将停止支持：${what}`,
    goesOn: (what: string) => `仍在支持：${what}`,
    use: (instead: string) => `请改用 ${instead}`,
    between: '；',
    listed: '，',
    stop: '。',
  },
};
