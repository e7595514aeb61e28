import type { Finding } from '../language/schema/results/recommendation.js';
import { listed } from '../language/text/text.js';
import { remindersIn, type Objection } from '../decide/stack/compatible.js';
import { conflictsWithRest, type PlaceDecision, type StackDecision } from '../decide/stack/decide.js';
import { placeTitle, type Describer } from './describe.js';
import { candidateText } from './present-fit.js';
import { occupant } from '../decide/stack/resolve.js';

/** What a reader has to know of how the parts of the stack go together. */
export function stackFindings(decision: StackDecision, describe: Describer): Finding[] {
  return [
    ...decision.places.flatMap((decided) => [
      ...incompatible(decided, describe),
      ...besideRest(decided, decision, describe),
      ...realisationOpen(decided, describe),
    ]),
    ...reminders(decision, describe),
  ];
}

/** That what the guide answers cannot run here, why, and what takes its place. */
function incompatible(decided: PlaceDecision, describe: Describer): Finding[] {
  const { role, options, conflicts, result, pick, status, chosen } = decided;
  const preferred = options.named[0] ?? options.fallbacks()[0];
  const moved = preferred !== undefined && preferred !== pick && conflicts.length > 0;
  if (options.blocked.length === 0 && !moved) return [];
  const combos = moved ? [preferred.ranked.candidate.combo] : options.blocked.map(({ combo }) => combo);
  const objections = moved ? conflicts : options.blocked.flatMap((one) => one.objections);
  const say = TEXTS[describe.lang];
  const kept = !moved && status === 'answer';
  const why = reasons(objections, describe);
  const instead =
    pick === undefined
      ? say.nothing
      : (status === 'answer' ? say.other : say.instead)(candidateText(pick.ranked.candidate, describe));
  const place = placeTitle(decided, describe);
  const what = listed(
    combos.map((combo) => describe.combo(combo)),
    describe.lang,
  );
  const [first] = objections;
  return [
    {
      code: 'incompatible',
      severity: kept ? 'info' : pick === undefined && !role.optional ? 'error' : 'warning',
      message: [say.cannot(place, what, result.answer !== null), why, chosen.length > 0 && kept ? '' : instead]
        .filter((part) => part !== '')
        .join(say.gap),
      role: role.id,
      ...(first && { technology: first.technology }),
      ...(first?.rule.source !== undefined && { source: first.rule.source }),
    },
  ];
}

function reasons(objections: readonly Objection[], describe: Describer): string {
  return [...new Set(objections.map((objection) => objectionText(objection, describe)))].join(TEXTS[describe.lang].gap);
}

/** That another answer of the guide could not stand beside the rest of the stack. */
function besideRest(decided: PlaceDecision, decision: StackDecision, describe: Describer): Finding[] {
  const { result, feasible, chosen, conflicts, role } = decided;
  if (conflicts.length > 0 || (result.answer?.length ?? 0) < 2) return [];
  const say = TEXTS[describe.lang];
  return (result.answer ?? []).flatMap((combo, n): Finding[] => {
    const ranked = String(combo) === String(chosen) ? undefined : feasible.bestOf(combo);
    const against = ranked === undefined ? [] : conflictsWithRest(decision, decided, ranked);
    const [first] = against;
    if (first === undefined) return [];
    const what = say.beside(placeTitle(decided, describe), describe.combo(combo));
    return [
      {
        code: 'incompatible',
        severity: n === 0 ? 'warning' : 'info',
        message: [what, reasons(against, describe)].join(say.gap),
        role: role.id,
        technology: first.technology,
        ...(first.rule.source !== undefined && { source: first.rule.source }),
      },
    ];
  });
}

/** That an interface is chosen and nothing says where it runs, so that what realises it stays open. */
function realisationOpen({ pick, role }: PlaceDecision, describe: Describer): Finding[] {
  const { candidate } = pick?.ranked ?? {};
  if (candidate === undefined || !candidate.isInterface || candidate.by !== undefined) return [];
  const { knowledge, lang } = describe;
  return candidate.combo.flatMap((id): Finding[] => {
    const by = knowledge.technologies.get(id)?.interface === true ? (knowledge.realisations.get(id) ?? []) : [];
    if (by.length === 0) return [];
    const message = TEXTS[lang].realised(describe.outcome(id), listed(by.map(describe.outcome), lang));
    return [{ code: 'realisation-open', severity: 'info', message, role: role.id, technology: id }];
  });
}

/** Why a technology cannot run, or what it asks of its surroundings. */
export function objectionText({ rule, technology }: Objection, describe: Describer): string {
  const text = rule.text[describe.lang];
  return rule.need ? TEXTS[describe.lang].needs(describe.outcome(technology), text) : text;
}

const CODES = {
  'needs-condition': 'needs-condition',
  requires: 'needs-condition',
  'pointless-with': 'pointless',
  excludes: 'incompatible',
} as const;

function reminders(decision: StackDecision, describe: Describer): Finding[] {
  const { program } = decision.evaluation;
  const stack = decision.places.map(({ pick, evaluation }) => occupant(pick?.ranked.candidate, evaluation));
  const found = remindersIn(stack, decision.surroundings, program);
  const once = new Map(found.map((reminder) => [reminder.rule.id, reminder]));
  return [...once.values()].map(({ rule, technology, place }): Finding => {
    const role = decision.places[place]?.role.id;
    return {
      code: CODES[rule.relation],
      severity: rule.relation === 'pointless-with' ? 'warning' : 'info',
      message: rule.need
        ? objectionText({ rule, technology }, describe)
        : `${describe.outcome(technology)}${TEXTS[describe.lang].colon}${rule.text[describe.lang]}`,
      ...(role !== undefined && { role }),
      technology,
      ...(rule.source !== undefined && { source: rule.source }),
    };
  });
}

const TEXTS = {
  en: {
    gap: ' ',
    colon: ': ',
    needs: (technology: string, what: string) => `${technology} needs this: ${what}`,
    cannot: (place: string, what: string, guide: boolean) =>
      guide ? `${place}: the guide answers ${what}, which cannot run here.` : `${place}: ${what} cannot run here.`,
    beside: (place: string, what: string) =>
      `${place}: ${what}, which the guide also answers, cannot run beside the rest.`,
    other: (chosen: string) => `Its other answer, ${chosen}, can.`,
    instead: (chosen: string) => `The nearest that can is ${chosen}.`,
    nothing: 'Nothing takes its place.',
    realised: (name: string, by: string) =>
      `${name} is an interface, realised by ${by}. State the environment (its location, an air gap, what exists) to settle which.`,
  },
  zh: {
    gap: '',
    colon: '：',
    needs: (technology: string, what: string) => `${technology} 需要：${what}`,
    cannot: (place: string, what: string, guide: boolean) =>
      guide ? `${place}：指南给出 ${what}，但在此无法运行。` : `${place}：${what} 在此无法运行。`,
    beside: (place: string, what: string) => `${place}：指南也给出 ${what}，但它无法与其余部分一起运行。`,
    other: (chosen: string) => `指南的另一答案 ${chosen} 可行。`,
    instead: (chosen: string) => `最接近且可行的是 ${chosen}。`,
    nothing: '没有可替代的选项。',
    realised: (name: string, by: string) =>
      `${name} 是一种接口，可由 ${by} 提供。说明部署环境（位置、是否隔绝网络、已有技术）即可确定。`,
  },
};
