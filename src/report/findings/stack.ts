import { FINDING_TEXTS } from '../../language/diagnostics/texts/index.js';
import { listed } from '../../language/text/text.js';
import { TYPOGRAPHY } from '../../language/texts/index.js';
import { isTied } from '../../decide/fit/order.js';
import type { Blocked } from '../../decide/stack/choose.js';
import { remindersIn, type Objection } from '../../decide/stack/compatible.js';
import { conflictsWithRest, type PlaceDecision, type StackDecision } from '../../decide/stack/decide.js';
import { occupant } from '../../decide/stack/resolve.js';
import { placeTitle, type Describer } from '../describe.js';
import type { FindingData } from './finding.js';
import { candidateText, FitDescriber } from '../present-fit.js';
import { REPORT_TEXTS } from '../texts/index.js';

/** How the parts of the stack suit one another and the environment. */
export function stackFindings(decision: StackDecision, describe: Describer): FindingData[] {
  return [
    ...decision.places.flatMap((decided) => [
      ...incompatible(decided, decision, describe),
      ...alternativesExcludedByRest(decided, decision, describe),
      ...realisationOpen(decided, describe),
    ]),
    ...reminders(decision, describe),
  ];
}

/** That what the guide answers cannot run here, why, and what takes its place. */
function incompatible(decided: PlaceDecision, decision: StackDecision, describe: Describer): FindingData[] {
  const { role, options, conflicts, result, pick, status, chosen } = decided;
  const preferred = options.named[0] ?? options.fallbacks()[0];
  const moved = preferred !== undefined && preferred !== pick && conflicts.length > 0;
  const blocked = blockedElsewhere(decided);
  if (blocked.length === 0 && !moved) return [];
  const combos = moved ? [preferred.ranked.candidate.combo] : blocked.map(({ combo }) => combo);
  const objections = moved ? conflicts : blocked.flatMap((one) => one.objections);
  const isOtherAnswer = status === 'answer';
  const chosenAnyway = !moved && isOtherAnswer;
  const replacement =
    pick === undefined
      ? ('nothing' as const)
      : { candidate: candidateText(pick.ranked.candidate, describe), isOtherAnswer };
  const answer = listed(
    combos.map((combo) => describe.combo(combo)),
    describe.lang,
  );
  const [first] = objections;
  return [
    {
      code: 'incompatible',
      severity: chosenAnyway ? 'info' : pick === undefined && !role.optional ? 'error' : 'warning',
      params: {
        form: 'replaced',
        place: placeTitle(decided, describe),
        answer,
        byGuide: result.answer !== null,
        couldRun: objections.length === 0,
        reasons: [...reasons(objections, describe), ...(moved ? [] : shortcomings(decided, decision, describe))],
        ...(!(chosen.length > 0 && chosenAnyway) && { replacement }),
      },
      role: role.id,
      ...(first && { technology: first.technology }),
      ...(first?.rule.source !== undefined && { source: first.rule.source }),
    },
  ];
}

/** The answers that cannot be chosen; one that is chosen all the same, since nothing does better, is not among them. */
const blockedElsewhere = ({ options, chosen }: PlaceDecision): readonly Blocked[] =>
  options.blocked.filter(({ combo }) => String(combo) !== String(chosen));

/** What the answers that the evidence overrules fail, though no rule has read it. */
function shortcomings(decided: PlaceDecision, decision: StackDecision, describe: Describer): string[] {
  const fit = new FitDescriber(describe, decision);
  return blockedElsewhere(decided).flatMap(({ candidate, overruledBy }) =>
    candidate === undefined
      ? []
      : overruledBy.map((judged) => {
          const { demand, found } = fit.summary(candidate, judged);
          return `${REPORT_TEXTS[describe.lang].reasons.fails(demand, found, candidateText(candidate, describe))}${TYPOGRAPHY[describe.lang].fullStop}`;
        }),
  );
}

const reasons = (objections: readonly Objection[], describe: Describer): string[] => [
  ...new Set(objections.map((objection) => objectionText(objection, describe))),
];

/** That another answer of the guide cannot run with the rest of the stack. */
function alternativesExcludedByRest(
  decided: PlaceDecision,
  decision: StackDecision,
  describe: Describer,
): FindingData[] {
  const { result, feasible, chosen, conflicts, role } = decided;
  if (conflicts.length > 0 || (result.answer?.length ?? 0) < 2) return [];
  return (result.answer ?? []).flatMap((combo, n): FindingData[] => {
    const ranked = String(combo) === String(chosen) ? undefined : feasible.bestOf(combo);
    const against = ranked === undefined ? [] : conflictsWithRest(decision, decided, ranked);
    const [first] = against;
    if (first === undefined) return [];
    return [
      {
        code: 'incompatible',
        severity: n === 0 ? 'warning' : 'info',
        params: {
          form: 'alternative',
          place: placeTitle(decided, describe),
          answer: describe.combo(combo),
          reasons: reasons(against, describe),
        },
        role: role.id,
        technology: first.technology,
        ...(first.rule.source !== undefined && { source: first.rule.source }),
      },
    ];
  });
}

/** That an interface is chosen, and that what realises it is open, or could as well be another. */
function realisationOpen(decided: PlaceDecision, describe: Describer): FindingData[] {
  const { pick, role } = decided;
  const { candidate } = pick?.ranked ?? {};
  if (candidate?.isInterface !== true) return [];
  const found = (technology: string, realisations: readonly string[], taken?: string): FindingData => ({
    code: 'realisation-open',
    severity: 'info',
    params: {
      technology: describe.outcome(technology),
      realisations: realisations.map(describe.outcome),
      ...(taken !== undefined && { taken: describe.outcome(taken) }),
    },
    role: role.id,
    technology,
  });
  if (candidate.by !== undefined) {
    const others = tiedRealisations(decided);
    return others.length === 0 ? [] : [found(candidate.by.interface, others, candidate.by.technology)];
  }
  const { technologies, realisations } = describe.knowledge;
  return candidate.combo.flatMap((id) => {
    const by = technologies.get(id)?.interface === true ? (realisations.get(id) ?? []) : [];
    return by.length === 0 ? [] : [found(id, by)];
  });
}

/** What realises the chosen interface as well as the one that is taken; none where that one runs already. */
function tiedRealisations({ pick, feasible }: PlaceDecision): string[] {
  const { ranked } = pick ?? {};
  if (ranked === undefined || feasible.runsAlready(ranked.candidate)) return [];
  const answer = String(ranked.candidate.combo);
  return feasible.realisations.flatMap((other) => {
    const { combo, by } = other.candidate;
    const isRival = by !== undefined && other.candidate !== ranked.candidate && String(combo) === answer;
    return isRival && isTied(other, ranked) ? [by.technology] : [];
  });
}

/** Why a technology cannot run, or what it requires of its environment. */
export function objectionText({ rule, technology }: Objection, describe: Describer): string {
  const text = rule.text[describe.lang];
  if (!rule.need) return text;
  return FINDING_TEXTS[describe.lang]['needs-condition'].message({
    technology: describe.outcome(technology),
    text,
    isNeed: true,
  });
}

/** What compatibility rules require of the environment, or advise on what is chosen; each rule once. */
function reminders(decision: StackDecision, describe: Describer): FindingData[] {
  const { program } = decision.evaluation;
  const stack = decision.places.map(({ pick, evaluation }) => occupant(pick?.ranked.candidate, evaluation));
  const found = remindersIn(stack, decision.surroundings, program);
  const once = new Map(found.map((reminder) => [reminder.rule.id, reminder]));
  return [...once.values()].map(({ rule, technology, place }): FindingData => {
    const role = decision.places[place]?.role.id;
    const params = { technology: describe.outcome(technology), text: rule.text[describe.lang], isNeed: rule.need };
    const about = {
      ...(role !== undefined && { role }),
      technology,
      ...(rule.source !== undefined && { source: rule.source }),
    };
    switch (rule.relation) {
      case 'needs-condition':
      case 'requires':
        return { code: 'needs-condition', severity: 'info', params, ...about };
      case 'pointless-with':
        return { code: 'pointless', severity: 'warning', params, ...about };
      case 'excludes':
        return { code: 'incompatible', severity: 'info', params: { form: 'reminder', ...params }, ...about };
    }
    return rule.relation satisfies never;
  });
}
