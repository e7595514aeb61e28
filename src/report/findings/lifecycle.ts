import { isPast } from '../../language/options.js';
import type { Technology } from '../../language/schema/knowledge/technology.js';
import { freshUntil, monthOf } from '../../program/ir/freshness.js';
import type { RankedCandidate } from '../../decide/fit/fit.js';
import type { PlaceDecision, StackDecision } from '../../decide/stack/decide.js';
import type { Describer } from '../describe.js';
import { FitDescriber } from '../present-fit.js';
import { chosenTechnologies } from './chosen-technologies.js';
import { sourcesOf, type FindingData } from './finding.js';

/** What is always demanded and not met, such as upkeep, of what is chosen, and of what the guide names in addition. */
export function upkeepFindings(decided: PlaceDecision, decision: StackDecision, describe: Describer): FindingData[] {
  const { result, opinion, pick, role, evaluation } = decided;
  const fit = evaluation.program.fit.get(role.id);
  if (fit === undefined) return [];
  const named = (result.answer ?? [])
    .filter((combo) => combo.length > 0)
    .flatMap((combo) => fit.of(combo))
    .filter(({ by }) => by === undefined);
  const chosen = pick?.ranked.candidate;
  return [...new Set([...(chosen ? [chosen] : []), ...named])].flatMap((candidate) =>
    upkeepOf(opinion.rank(candidate), decided, decision, describe).map((finding): FindingData =>
      candidate === chosen ? finding : { ...finding, severity: 'info' },
    ),
  );
}

/** What is always demanded and a candidate does not meet. */
export function upkeepOf(
  ranked: RankedCandidate,
  decided: PlaceDecision,
  decision: StackDecision,
  describe: Describer,
): FindingData<'lifecycle'>[] {
  const failed = ranked.verdicts.filter(
    ({ requirement, verdict }) => requirement.origin === undefined && verdict === 'fails',
  );
  const rows = new FitDescriber(describe, decision).rows({ candidate: ranked.candidate, verdicts: failed }, decided);
  return failed.flatMap((judged, n): FindingData<'lifecycle'>[] => {
    const row = rows[n];
    if (row === undefined) return [];
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
        role: decided.role.id,
        technology: row.technology,
        ...(first && { source: first.fact.source }),
      },
    ];
  });
}

/** Support that ended at most so many months before the date, or ends at most so many months after it, is reported. */
const MAX_MONTHS = { before: 12, after: 6 };

type Series = NonNullable<Technology['lifecycle']>[number];

/** Series of what is chosen whose support has lately ended or soon will; a warning where none is known that goes on. */
export function lifecycleFindings(decision: StackDecision, describe: Describer): FindingData[] {
  const chosen = new Map(chosenTechnologies(decision).map(({ technology, role }) => [technology, role]));
  return [...chosen].flatMap(([technology, role]) =>
    endingOf(technology, decision.asOf, describe).map((finding): FindingData => ({ ...finding, role })),
  );
}

/** The series of a technology whose support has lately ended or soon will, with the newest that goes on; where nothing goes on, however long ago it ended. */
export function endingOf(technology: string, asOf: string, describe: Describer): FindingData<'lifecycle-ending'>[] {
  const now = monthOf(asOf);
  const { knowledge, lang } = describe;
  const series = (knowledge.technologies.get(technology)?.lifecycle ?? []).filter(({ ended }) => ended === undefined);
  const whole = series.filter(({ part }) => part !== true);
  const newest = newestOf(whole.filter((one) => goesOn(one, now)));
  const nothingGoesOn = newest === undefined && whole.length > 0;
  const past = series.filter(({ ends }) => ends !== undefined && isPast(ends, asOf));
  const lately = past.filter(({ ends = '' }) => monthOf(ends) >= now - MAX_MONTHS.before);
  const soon = series.filter(
    ({ ends }) => ends !== undefined && !isPast(ends, asOf) && monthOf(ends) <= now + MAX_MONTHS.after,
  );
  // What ended long ago matters only where nothing has come after it.
  const last = nothingGoesOn && lately.length + soon.length === 0 ? newestOf(whole) : undefined;
  const over = last === undefined ? lately : [last];
  const [first] = [...over, ...soon];
  if (first === undefined) return [];
  const titled = ({ what, ends }: Series): { name: string; ends?: string } => ({
    name: what[lang],
    ...(ends !== undefined && { ends }),
  });
  return [
    {
      code: 'lifecycle-ending',
      severity: nothingGoesOn ? 'warning' : 'info',
      params: {
        technology: describe.outcome(technology),
        ended: [...over].sort(newestFirst).map(titled),
        ending: [...soon].sort(newestFirst).map(titled),
        ...(newest ? { newest: titled(newest) } : nothingGoesOn && { newest: 'none' as const }),
        instead: [...new Set([...over, ...soon].flatMap(({ instead }) => instead?.[lang] ?? []))],
      },
      technology,
      source: first.source,
    },
  ];
}

/** Whether a series has no end, or one that is far off. */
const goesOn = ({ ends }: Series, now: number): boolean => ends === undefined || monthOf(ends) > now + MAX_MONTHS.after;

/** The series that was released last; of those without such a date, the one that ends last. */
const newestOf = (series: readonly Series[]): Series | undefined => [...series].sort(newestFirst)[0];

/** Orders series, the one that was released last first; of those without such a date, the one that ends last. */
function newestFirst(a: Series, b: Series): number {
  const age = ({ released = '', ends = '9999' }: Series): string => `${released.padEnd(10)} ${ends}`;
  return age(a) < age(b) ? 1 : age(a) > age(b) ? -1 : 0;
}

/** Knowledge is old when its review lies more than so many months back. */
const MAX_REVIEW_MONTHS = 6;

/** That the knowledge was reviewed long before the date, and which of the chosen technologies have had an end since. */
export function knowledgeAgeFindings(decision: StackDecision, describe: Describer): FindingData[] {
  const { knowledge } = describe;
  const { asOf } = decision;
  const reviews = knowledge.packages.flatMap(({ reviewed, title }) =>
    reviewed === undefined ? [] : [{ reviewed, title }],
  );
  const [oldest] = reviews.sort((a, b) => (a.reviewed < b.reviewed ? -1 : 1));
  if (oldest === undefined || !isLongBefore(oldest.reviewed, asOf)) return [];
  const { reviewed, title } = oldest;
  const now = monthOf(asOf);
  const then = monthOf(reviewed);
  const names = new Set(chosenTechnologies(decision).map(({ technology }) => technology));
  const lookUp = [...names].flatMap((id) => {
    const { lifecycle = [], facts: stated = [] } = knowledge.technologies.get(id) ?? {};
    const series = lifecycle.some(({ ends }) => ends !== undefined && isPast(ends, asOf) && monthOf(ends) >= then);
    const facts = stated.some((fact) => {
      const until = freshUntil(fact, knowledge);
      return until !== undefined && until < now && until >= then;
    });
    return series || facts ? [{ technology: describe.outcome(id), series, facts }] : [];
  });
  return [
    { code: 'knowledge-old', severity: 'warning', params: { package: title[describe.lang], reviewed, asOf, lookUp } },
  ];
}

/** Whether a date lies more than the allowed months before another; what names no day counts by its month. */
function isLongBefore(reviewed: string, asOf: string): boolean {
  const months = monthOf(asOf) - monthOf(reviewed);
  return (
    months > MAX_REVIEW_MONTHS ||
    (months === MAX_REVIEW_MONTHS && reviewed.length === 10 && asOf.slice(8) > reviewed.slice(8))
  );
}
