import type { AnyVocabulary } from '../../language/schema/vocabulary.js';
import type { WorkloadInput } from '../../language/schema/workload.js';
import { checkOptionName, type CommonOptions } from '../../language/options.js';
import { Describer, placeTitle } from '../../report/describe.js';
import type { PlaceDecision } from '../../decide/stack/decide.js';
import { technologiesIn, reachableOutcomes } from '../../decide/stack/role-interactions.js';
import { readInput, today } from '../../report/recommend.js';
import { DiagnosticError, Diagnostics, spanOfText } from '../../language/diagnostics/diagnostic.js';
import { API_VERSION, DEFAULT_LANG } from '../../language/format.js';
import { getOrInsert } from '../../language/get-or-insert.js';
import { candidateOf } from '../../language/diagnostics/nearest.js';
import type { WhatIf, WhatIfAnswer, WhatIfChange, WhatIfPlace } from '../../language/schema/results/what-if.js';
import type { ReadWorkload } from '../../language/values/statement.js';
import { versionOf, type KnowledgeBase } from '../../load/knowledge.js';
import type { Candidate } from '../../program/ir/fit.js';
import { programOf } from '../../program/ir/lower.js';
import type { ProgramRole } from '../../program/ir/program.js';
import { boxesOf, type CounterfactualBox } from './boxes.js';
import { CounterfactualSearch, type Distance, type Counterfactual } from './counterfactuals.js';
import { replyValue, type Move, type Question } from '../variants/question.js';
import { placesNamed, choiceAt, choiceText, placeStatusOf } from '../variants/place-status.js';
import { placeKey, type Choice } from '../variants/choice.js';
import { WorkloadVariants } from '../variants/workload-variants.js';
import { ChangeDescriber } from './describe-changes.js';

export interface WhatIfOptions extends CommonOptions {
  /** What may not change: factors, or what is stated of one item, such as `data/ledger/need`. */
  readonly keep?: readonly string[];
  /** The target: an outcome, what realises an interface, or a family; without it, any other choice. */
  readonly to?: string;
  /** The place of the stack: a role, which means each of its places, or `storage/ledger`; all of the stack by default. */
  readonly role?: string;
  /** Whether long lists of replies are abridged in `conditions`; `flips` always holds all of them. */
  readonly brief?: boolean;
  /** How many variants may be decided for each place, 4,000 by default. Beyond, what is found so far is a bound. */
  readonly most?: number;
}

/**
 * The smallest changes to a workload that flip the choice, for each place of its stack; all of them where several tie.
 *
 * @throws {DiagnosticError} when the workload is not valid, or a factor or an outcome is unknown
 */
export function whatIf<V extends AnyVocabulary>(
  knowledge: KnowledgeBase<V>,
  workload: WorkloadInput<V>,
  options: WhatIfOptions = {},
): WhatIf {
  return whatIfRead(knowledge, readInput(knowledge, workload, options), options);
}

/** As {@link whatIf}, for a workload that is read already. */
export function whatIfRead(knowledge: KnowledgeBase, workload: ReadWorkload, options: WhatIfOptions = {}): WhatIf {
  const { lang = DEFAULT_LANG, asOf = today(), keep = [], to, role } = options;
  const variants = new WorkloadVariants(programOf(knowledge), workload, asOf);
  const places = selectedPlaces(options, variants);
  const search = new WhatIfSearch(variants, new Describer(knowledge, lang), options);
  return {
    apiVersion: API_VERSION,
    kind: 'WhatIf',
    lang,
    asOf,
    knowledge: versionOf(knowledge),
    workload: workload.document,
    ...(to !== undefined && { to }),
    ...(role !== undefined && { role }),
    kept: [...keep],
    unchangedTitles: keep.map((name) => search.titleOf(name)),
    places: search.answersFor(places),
  };
}

/** The factors that a workload states and that say what it is: another workload is no change to this one, so that a reader's question keeps them. */
export const definingIn = ({ statements, items }: ReadWorkload): string[] => [
  ...new Set(
    [...statements, ...items.flatMap(({ statements: own }) => own)].flatMap(({ factor }) =>
      factor.defining === true ? [factor.id] : [],
    ),
  ),
];

/** How many variants a search may decide for a place: some seconds at most. */
const MAX_DECIDED = 4000;

/** Searches the counterfactuals of places and describes them. */
class WhatIfSearch {
  private readonly texts: ChangeDescriber;
  private readonly base;
  private readonly search;
  /** Many counterfactuals share a change. */
  private readonly described = new Map<Move, WhatIfChange>();

  constructor(
    private readonly variants: WorkloadVariants,
    private readonly describe: Describer,
    private readonly options: WhatIfOptions,
  ) {
    this.texts = new ChangeDescriber(describe);
    this.base = variants.inputs(variants.unchanged);
    this.search = new CounterfactualSearch(variants);
  }

  /** The answers for places; only for those that can hold the target, where there is one. */
  answersFor(places: readonly PlaceDecision[]): WhatIfPlace[] {
    const { to } = this.options;
    return places
      .filter(({ role }) => {
        if (to === undefined) return true;
        const { program } = this.variants;
        return [...technologiesIn(role, program)].some((id) => isOrIsOfFamily(id, to, program.knowledge));
      })
      .map((decided) => this.place(decided));
  }

  /** The title of what may not change: `Scenario`, or of what is stated of one item, `Kind of data (ledger)`. */
  titleOf(name: string): string {
    const question = questionsOf(this.variants).find(({ key }) => key === name);
    const factor = this.describe.knowledge.factors.get(name);
    return question && factor === undefined
      ? this.texts.question(question)
      : (factor?.title[this.describe.lang] ?? name);
  }

  private place(decided: PlaceDecision): WhatIfPlace {
    const { role, item, chosen } = decided;
    const { to } = this.options;
    const { knowledge } = this.describe;
    const candidate = decided.pick?.ranked.candidate;
    const already = to !== undefined && chosen.length > 0 && includesTarget(candidate, to, knowledge);
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
    const evident = this.withoutSearch(role, already);
    if (evident !== undefined) return { ...common, answers: [], proven: true, decided: 0, text: evident };
    const place = placeKey(role.id, item?.name);
    const found = this.search.smallest(place, {
      keep: new Set(this.options.keep),
      most: this.options.most ?? MAX_DECIDED,
      ...(to !== undefined && { wanted: (there: Choice) => includesTarget(there.candidate, to, knowledge) }),
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
      text: this.texts.proof(found, distance, (this.options.keep ?? []).length > 0, to && this.describe.outcome(to)),
    };
  }

  /** The text of a result that needs no search; undefined where one is needed. */
  private withoutSearch(role: ProgramRole, already: boolean): string | undefined {
    const { to } = this.options;
    if (to === undefined) return undefined;
    const title = this.describe.outcome(to);
    if (already) return this.texts.withoutSearch('alreadyChosen', title);
    const { program, workload } = this.variants;
    const { knowledge } = program;
    if (workload.forbid.includes(to) || knowledge.forbidden.has(to))
      return this.texts.withoutSearch('forbidden', title);
    const isWithin = [...reachableOutcomes(role, program, workload)].some((id) => isOrIsOfFamily(id, to, knowledge));
    return isWithin ? undefined : this.texts.withoutSearch('outOfReach', title);
  }

  /** The counterfactuals, grouped by the choice that they make. */
  private answers(found: readonly Counterfactual[], place: string): WhatIfAnswer[] {
    const groups = new Map<string, Counterfactual[]>();
    for (const one of found) getOrInsert(groups, one.there.id, () => []).push(one);
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { chosen = [], candidate } = first.there;
      return {
        ...choiceAt(first.there, this.variants, first.changes, place, this.describe),
        chosen: [...chosen],
        ...(candidate?.by && { by: candidate.by.technology }),
        conditions: boxesOf(group).map((box) => this.condition(box)),
        flips: group.map(({ moves }) => moves.map((move) => this.change(move))),
      };
    });
  }

  private condition({ sides }: CounterfactualBox): string {
    const changes = sides.map(({ question, moves }) => {
      const replies = moves.map(({ reply }) => reply);
      return this.texts.change(question, this.variants.currentReply(question, this.base), replies, this.options.brief);
    });
    return this.texts.jointly(changes);
  }

  private change(move: Move): WhatIfChange {
    return getOrInsert(this.described, move, () => this.describeMove(move));
  }

  private describeMove({ question, reply, levels }: Move): WhatIfChange {
    const { factor, section, item } = question;
    const from = this.variants.currentReply(question, this.base);
    const { limit } = reply;
    return {
      factor: factor.id,
      ...(item !== undefined && { of: `${section}/${item}` }),
      title: this.texts.question(question),
      from: replyValue(from),
      to: replyValue(reply),
      levels,
      ...(limit && { limit }),
      text: this.texts.change(question, from, [reply]),
    };
  }
}

function distanceOf(moves: readonly Move[]): Distance {
  return { factors: moves.length, levels: moves.reduce((sum, { levels }) => sum + levels, 0) };
}

/** Whether a technology is the target, or belongs to the family that is the target. */
const isOrIsOfFamily = (id: string, to: string, { outcomeById }: KnowledgeBase): boolean =>
  id === to || outcomeById.get(id)?.family === to;

/** Whether a choice includes the target: as a member, as what realises an interface in it, or as the family of either. */
function includesTarget(candidate: Candidate | undefined, to: string, knowledge: KnowledgeBase): boolean {
  if (candidate === undefined) return false;
  return [...candidate.combo, ...candidate.members].some((id) => isOrIsOfFamily(id, to, knowledge));
}

/** All questions about a workload and its items. */
function questionsOf(variants: WorkloadVariants): Question[] {
  const ofItems = variants.inputs(variants.unchanged).items.flatMap((item) => variants.questions.of(item));
  return [...variants.questions.general, ...ofItems];
}

/** The places that the options select. Reports every name that the knowledge and the workload do not have. */
function selectedPlaces({ keep = [], to, role }: WhatIfOptions, variants: WorkloadVariants): readonly PlaceDecision[] {
  const report = new Diagnostics();
  const { knowledge } = variants.program;
  const keys = questionsOf(variants).map(({ key }) => ({ id: key }));
  for (const name of keep)
    checkOptionName('--keep', name, [...[...knowledge.factors.values()].map(candidateOf), ...keys], report);
  if (to !== undefined) checkOptionName('--to', to, knowledge.outcomes, report);
  const places = placesNamed(role, variants, report, spanOfText('--role', role ?? ''));
  if (report.failed) throw new DiagnosticError(report.all);
  return places;
}
