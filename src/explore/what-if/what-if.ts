import type { CommonOptions } from '../../language/options.js';
import { Describer, placeTitle } from '../../report/describe.js';
import type { PlaceDecision } from '../../decide/stack/decide.js';
import { technologiesIn } from '../../decide/stack/role-interactions.js';
import { readInput, today, type WorkloadInput } from '../../report/recommend.js';
import { DiagnosticError, Diagnostics, type Span } from '../../language/diagnostics/diagnostic.js';
import { API_VERSION } from '../../language/format.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import type { WhatIf, WhatIfAnswer, WhatIfChange, WhatIfPlace } from '../../language/schema/results/what-if.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import type { Candidate } from '../../program/ir/fit.js';
import { programOf } from '../../program/ir/lower.js';
import type { ProgramRole } from '../../program/ir/program.js';
import { boxesOf, type CounterfactualBox } from './boxes.js';
import { CounterfactualSearch, type Distance, type Counterfactual } from './counterfactuals.js';
import { replyValue, type Move } from '../variants/question.js';
import { placesNamed, choiceAt, choiceText, placeStatusOf } from '../variants/place-status.js';
import { reachableOutcomes } from './reachable-outcomes.js';
import { placeKey, type Choice } from '../variants/choice.js';
import { WorkloadVariants } from '../variants/workload-variants.js';
import { ExploreWords } from './words.js';

export interface WhatIfOptions extends CommonOptions {
  /** What may not change: factors, or what is stated of one item, such as `data/ledger/need`. */
  readonly keep?: readonly string[];
  /** What to get to: an outcome, what realises an interface, or a family; any other choice, where none is given. */
  readonly to?: string;
  /** The place of the stack: a role, which means each of its places, or `storage/ledger`; all of the stack by default. */
  readonly role?: string;
  /** Whether long lists of replies are cut short in the conditions; the flips always hold all of them. */
  readonly brief?: boolean;
  /** How many variations may be decided for each place; 10,000 with `to`, else 4,000 by default. Beyond, what is found so far is a bound. */
  readonly most?: number;
}

/**
 * The smallest changes to a workload that flip what is chosen, for each place of its stack; all of them where several tie.
 *
 * @throws {DiagnosticError} when the workload is not valid, or a factor or an outcome is unknown
 */
export function whatIf(knowledge: KnowledgeBase, workload: WorkloadInput, options: WhatIfOptions = {}): WhatIf {
  return whatIfRead(knowledge, readInput(knowledge, workload, options), options);
}

/** As {@link whatIf}, for a workload that is read already. */
export function whatIfRead(knowledge: KnowledgeBase, workload: ReadWorkload, options: WhatIfOptions = {}): WhatIf {
  const { lang = 'en', asOf = today(), keep = [], to, role } = options;
  const variations = new WorkloadVariants(programOf(knowledge), workload, asOf);
  const places = understood(options, variations);
  const asking = new WhatIfAsking(variations, new Describer(knowledge, lang), options);
  return {
    apiVersion: API_VERSION,
    kind: 'WhatIf',
    lang,
    asOf,
    knowledge: { version: knowledge.version, digest: knowledge.digest },
    workload: workload.document,
    ...(to !== undefined && { to }),
    ...(role !== undefined && { role }),
    kept: [...keep],
    places: asking.about(places),
  };
}

/** With a target, a search goes on until it is met; without one, the answer is mostly near. */
const MOST = { to: 10_000, any: 4000 };

class WhatIfAsking {
  private readonly words: ExploreWords;
  private readonly base;
  private readonly search;
  /** Many flips share a change. */
  private readonly told = new Map<Move, WhatIfChange>();

  constructor(
    private readonly variations: WorkloadVariants,
    private readonly describe: Describer,
    private readonly options: WhatIfOptions,
  ) {
    this.words = new ExploreWords(describe);
    this.base = variations.inputs(variations.unchanged);
    this.search = new CounterfactualSearch(variations);
  }

  about(places: readonly PlaceDecision[]): WhatIfPlace[] {
    const { to } = this.options;
    return places
      .filter(({ role }) => {
        if (to === undefined) return true;
        const { program } = this.variations;
        return [...technologiesIn(role, program)].some((id) => isIt(id, to, program.knowledge));
      })
      .map((decided) => this.place(decided));
  }

  private place(decided: PlaceDecision): WhatIfPlace {
    const { role, item, chosen } = decided;
    const { to } = this.options;
    const { knowledge } = this.describe;
    const candidate = decided.pick?.ranked.candidate;
    const already = to !== undefined && chosen.length > 0 && holds(candidate, to, knowledge);
    const by = chosen.length > 0 ? candidate?.by?.technology : undefined;
    const common = {
      role: role.id,
      ...(item && { name: item.name }),
      title: placeTitle(decided, this.describe),
      standing: placeStatusOf(decided),
      chosen: [...chosen],
      ...(by !== undefined && { by }),
      chosenTitle: choiceText(decided, this.describe),
      already,
    };
    const settled = this.settled(role, already);
    if (settled !== undefined) return { ...common, answers: [], proven: true, decided: 0, text: settled };
    const place = placeKey(role.id, item?.name);
    const found = this.search.smallest(place, {
      keep: new Set(this.options.keep),
      most: this.options.most ?? MOST[to === undefined ? 'any' : 'to'],
      ...(to !== undefined && { wanted: (there: Choice) => holds(there.candidate, to, knowledge) }),
    });
    const [first] = found.flips;
    const distance = first && distanceOf(first.moves);
    return {
      ...common,
      ...(distance && { distance }),
      answers: this.answers(found.flips, place),
      proven: found.proven,
      ...(found.beyond && { beyond: found.beyond }),
      decided: found.decided,
      text: this.words.proof(found, distance),
    };
  }

  /** What is plain without a search. */
  private settled(role: ProgramRole, already: boolean): string | undefined {
    const { to } = this.options;
    if (to === undefined) return undefined;
    const title = this.describe.outcome(to);
    if (already) return this.words.already(title);
    const { program, workload } = this.variations;
    const { knowledge } = program;
    if (workload.forbid.includes(to) || knowledge.forbidden.has(to)) return this.words.forbidden(title);
    const isWithin = [...reachableOutcomes(role, program, workload)].some((id) => isIt(id, to, knowledge));
    return isWithin ? undefined : this.words.outOfReach(title);
  }

  /** The flips by what is chosen then. */
  private answers(flips: readonly Counterfactual[], place: string): WhatIfAnswer[] {
    const groups = new Map<string, Counterfactual[]>();
    for (const flip of flips) getOrInsert(groups, flip.there.id, () => []).push(flip);
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { chosen = [], candidate } = first.there;
      return {
        ...choiceAt(first.there, this.variations, first.changes, place, this.describe),
        chosen: [...chosen],
        ...(candidate?.by && { by: candidate.by.technology }),
        conditions: boxesOf(group).map((box) => this.condition(box)),
        flips: group.map(({ moves }) => moves.map((move) => this.change(move))),
      };
    });
  }

  private condition({ sides }: CounterfactualBox): string {
    const said = sides.map(({ question, moves }) => {
      const replies = moves.map(({ reply }) => reply);
      return this.words.change(
        question,
        this.variations.currentReply(question, this.base),
        replies,
        this.options.brief,
      );
    });
    return this.words.together(said);
  }

  private change(move: Move): WhatIfChange {
    return getOrInsert(this.told, move, () => this.inWords(move));
  }

  private inWords({ question, reply, levels }: Move): WhatIfChange {
    const { factor, section, item } = question;
    const from = this.variations.currentReply(question, this.base);
    const { limit } = reply;
    return {
      factor: factor.id,
      ...(item !== undefined && { of: `${section}/${item}` }),
      title: this.words.question(question),
      from: replyValue(from),
      to: replyValue(reply),
      levels,
      ...(limit && { limit }),
      text: this.words.change(question, from, [reply]),
    };
  }
}

function distanceOf(moves: readonly Move[]): Distance {
  return { factors: moves.length, levels: moves.reduce((sum, { levels }) => sum + levels, 0) };
}

/** Whether a technology is what is asked for, or of the family that is. */
const isIt = (id: string, to: string, { outcomeById }: KnowledgeBase): boolean =>
  id === to || outcomeById.get(id)?.family === to;

/** Whether what is asked for is in a choice: named by it, realising an interface in it, or the family of either. */
function holds(candidate: Candidate | undefined, to: string, knowledge: KnowledgeBase): boolean {
  if (candidate === undefined) return false;
  return [...candidate.combo, ...candidate.members].some((id) => isIt(id, to, knowledge));
}

/** The places that are asked about. Reports every name that leads nowhere. */
function understood({ keep = [], to, role }: WhatIfOptions, variations: WorkloadVariants): readonly PlaceDecision[] {
  const report = new Diagnostics();
  const { knowledge } = variations.program;
  const spanOf = (option: string, text: string): Span => ({
    source: { name: option, text },
    start: 0,
    end: text.length,
  });
  const check = (option: string, name: string, known: readonly { readonly id: string }[]): void => {
    if (known.some(({ id }) => id === name)) return;
    const expected = known.map(({ id }) => id);
    report.add('option-unknown-name', { option, name, expected }, spanOf(option, name), nearest(name, known));
  };
  const ofItems = variations.inputs(variations.unchanged).items.flatMap((item) => variations.questions.of(item));
  const keys = [...variations.questions.general, ...ofItems].map(({ key }) => ({ id: key }));
  for (const name of keep) check('--keep', name, [...knowledge.factors.values(), ...keys]);
  if (to !== undefined) check('--to', to, knowledge.outcomes);
  const places = placesNamed(role, variations, report, spanOf('--role', role ?? ''));
  if (report.failed) throw new DiagnosticError(report.all);
  return places;
}
