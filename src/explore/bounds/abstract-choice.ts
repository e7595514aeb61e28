import { asksForRole, isDemanded, mayOverrule, optionSource } from '../../decide/stack/choose.js';
import {
  alternativesNamed,
  candidatesOf,
  isSubstitute,
  nearnessTo,
  relationInPlace,
  type Nearness,
} from '../../decide/stack/nearness.js';
import { isFilter } from '../../decide/fit/fit.js';
import { isPointlessHere } from '../../decide/stack/compatible.js';
import { objectionsOf, ofFamily } from '../../decide/stack/constraints.js';
import { hasExpectedForm } from '../../decide/stack/feasible.js';
import type { PlaceContext } from '../../decide/stack/place-context.js';
import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Candidate, RoleFit } from '../../program/ir/fit.js';
import type { Program } from '../../program/ir/program.js';
import { PossibleFit, type PossibleDemand } from './possible-fit.js';
import { boundedNeeds, boundedPointlessness, plus, type MayMust, type Range } from './possible-needs.js';
import type { PossibleTests, TruthSet } from './possible-tests.js';
import type { Question } from '../variants/question.js';

/** All candidates that may be chosen for a place, without regard to other places; undefined stands for an empty place. */
export type PossibleCandidates = ReadonlySet<Candidate | undefined>;

/** What is known about a place while questions are open. */
export interface AbstractPlace {
  readonly program: Program;
  readonly place: PlaceContext;
  readonly fit: RoleFit;
  readonly tests: PossibleTests;
  readonly forbid: ReadonlySet<string>;
  /** By the replies to open questions. */
  readonly demanded: readonly PossibleDemand[];
  /** The open questions about what runs already. */
  readonly openInventories: readonly Question[];
  /** Whether a technology runs already, as far as it is stated. */
  readonly exists: (technology: string) => boolean;
  /** Whether the environment may be stated: one value, or both where that is open. */
  readonly environmentStated: readonly boolean[];
}

/** How near a candidate is to answers that cannot be chosen, whether it runs already, and how many of its needs are not stated to be met. */
interface BoundedNearness extends Nearness {
  readonly present: MayMust;
  readonly filtered: Range;
  readonly needs: Range;
  readonly pointless: MayMust;
}

/**
 * Bounds what may be chosen for a place with any replies to the open questions, given the answer of the guide. It follows the order of options in
 * `decide/stack/choose.ts`, `decide/stack/nearness.ts` and `FeasibleSet`, with may and must in place of true and false, and with ranges in place of verdicts and scores. The result contains
 * every possible choice, and perhaps more.
 */
export class AbstractChoice {
  private readonly fit: PossibleFit;
  private readonly feasibility = new Map<Candidate, MayMust>();

  constructor(private readonly context: AbstractPlace) {
    const { place, tests, demanded, openInventories } = context;
    this.fit = new PossibleFit(place.opinion, tests, demanded, openInventories, (candidate) =>
      this.openNeeds(candidate),
    );
  }

  /** Collects the open questions that the choice depends on. */
  get causes(): Set<Question> {
    return this.context.tests.causes;
  }

  /** All candidates that may be chosen, and perhaps more. */
  get candidates(): PossibleCandidates {
    const { place } = this.context;
    if (place.isOmitted) return new Set([undefined]);
    const { answer } = place.result;
    switch (optionSource(answer, { optional: place.role.optional, require: [] })) {
      case 'nothing':
        return new Set([undefined]);
      case 'facts':
        return this.fromFacts();
      case 'rules':
        return this.fromRules(answer ?? []);
    }
  }

  /** The candidates that the facts may rank first; nothing where the workload demands nothing. */
  private fromFacts(): PossibleCandidates {
    const { place, fit, program, demanded, tests } = this.context;
    const isRequested = isDemanded(place.opinion);
    const mayAsk = demanded.filter(({ requirements }) => requirements.some(asksForRole));
    if (!isRequested && mayAsk.length === 0) return new Set([undefined]);
    const { families } = place;
    const left = fit.candidates.filter(({ combo }) => ofFamily(combo, { families }, program.knowledge));
    const found = this.possibleFirsts(left, (one, other) => this.fit.mayPrecede(one, other));
    if (!isRequested) for (const { question } of mayAsk) tests.causes.add(question);
    return isRequested ? found : new Set([...found, undefined]);
  }

  /** The answers in the order of the guide, those that fail last; then the alternatives; then the closest substitutes. */
  private fromRules(answer: Alternatives): PossibleCandidates {
    const { place, program } = this.context;
    const found = new Set<Candidate | undefined>();
    const { weighed } = place;
    const mayBeOverruled = (combo: OutcomeSet): boolean =>
      this.possibleCandidates(combo).some(
        (candidate) => this.fit.fails(candidate, (one) => mayOverrule(one, weighed)).may,
      );
    const permitted = answer.filter((combo) => combo.length > 0 && this.isAllowed(combo).may);
    for (const [n, combo] of permitted.entries()) {
      const isPreceded = permitted.some(
        (other, at) => at !== n && !mayBeOverruled(other) && this.surelyBefore(other, combo, at < n),
      );
      if (!isPreceded) for (const candidate of this.possibleCandidates(combo)) found.add(candidate);
    }
    const isSurelyChosen = (combo: OutcomeSet): boolean => this.isSurelyFeasible(combo) && !mayBeOverruled(combo);
    if (permitted.some(isSurelyChosen)) return found;
    const { hits } = place.result;
    const alternatives = alternativesNamed(place.role.id, hits, 'alternatives', program.knowledge);
    for (const combo of alternatives) {
      for (const candidate of this.possibleCandidates(combo)) found.add(candidate);
      if (isSurelyChosen(combo)) return found;
    }
    const missing = answer.filter((combo) => combo.length > 0);
    if (missing.length === 0) return new Set([...found, undefined]);
    const isOverruled = permitted.some(mayBeOverruled);
    for (const candidate of this.nearestRelatives(missing, isOverruled)) found.add(candidate);
    return found;
  }

  /** Whether the facts may pass a candidate over, and whether they must, since it fails a demand of a kind that they never pass over. */
  private filtered(candidate: Candidate): MayMust {
    return this.fit.fails(candidate, isFilter);
  }

  /** Whether one answer of the guide must be chosen before another. */
  private surelyBefore(one: OutcomeSet, other: OutcomeSet, isFirst: boolean): boolean {
    if (!this.isSurelyFeasible(one)) return false;
    if (isFirst) return !this.possibleCandidates(other).some((candidate) => this.mayFailWhere(one, candidate));
    return (
      this.possibleCandidates(other).every((candidate) => this.fit.surelyFails(candidate)) &&
      this.surelyMeeting(one).length > 0
    );
  }

  /** Whether the best candidate of a combination may fail while another candidate does not. */
  private mayFailWhere(combo: OutcomeSet, other: Candidate): boolean {
    const candidates = this.possibleCandidates(combo);
    const sure =
      candidates.length === 1
        ? candidates
        : candidates.filter((candidate) => this.isFeasible(candidate).must && !this.pointless(candidate).may);
    return sure.every((candidate) => this.fit.mayFailWhere(candidate, other));
  }

  /** The candidates of a combination that must be feasible and never fail. */
  private surelyMeeting(combo: OutcomeSet): Candidate[] {
    return this.possibleCandidates(combo).filter(
      (candidate) => this.isFeasible(candidate).must && !this.pointless(candidate).may && !this.fit.mayFail(candidate),
    );
  }

  /**
   * The candidates that may be the first to replace answers that cannot be chosen.
   *
   * @param mayBeOverruled whether evidence may overrule an answer: what is unknown of a candidate may then count like a failure
   */
  private nearestRelatives(missing: Alternatives, mayBeOverruled: boolean): PossibleCandidates {
    const { fit, program, place } = this.context;
    const { role, result } = place;
    const nearness = nearnessTo(missing, result.hits, role.id, program);
    const keys = new Map<Candidate, BoundedNearness>();
    const needs = candidatesOf(missing, role.id, program).map(({ carried }) =>
      boundedNeeds(carried, this.context, this.applies),
    );
    const assumed = {
      low: Math.max(0, ...needs.map(({ low }) => low)),
      high: Math.max(0, ...needs.map(({ high }) => high)),
    };
    for (const candidate of fit.candidates) {
      const near = nearness(candidate);
      if (!isSubstitute(near, role.optional)) continue;
      keys.set(candidate, {
        ...near,
        present: this.runsAlready(candidate),
        filtered: this.fit.greatestPenalty(candidate, isFilter),
        needs: boundedNeeds(candidate.carried, this.context, this.applies),
        pointless: this.pointless(candidate),
      });
    }
    return this.possibleFirsts([...keys.keys()], (one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      return a === undefined || b === undefined || this.mayBeNearer([one, a], [other, b], assumed, mayBeOverruled);
    });
  }

  private mayBeNearer(
    [one, a]: readonly [Candidate, BoundedNearness],
    [other, b]: readonly [Candidate, BoundedNearness],
    assumed: Range,
    mayBeOverruled: boolean,
  ): boolean {
    // What is not known to meet the demands that are never passed over comes last; before it, what assumes more than the answers do.
    if (a.filtered.low < b.filtered.high) return true;
    if (a.filtered.low > b.filtered.high) return false;
    if (a.needs.low <= assumed.high && b.needs.high > assumed.low) return true;
    if (a.needs.low > assumed.high && b.needs.high <= assumed.low) return false;
    const lacksSupport = mayBeOverruled && this.fit.mayBeUnknown(other);
    const mayFail = lacksSupport || this.fit.mayFail(other);
    if (this.fit.mayFailWhere(other, one) || (lacksSupport && !this.fit.surelyFails(one))) return true;
    if (this.fit.surelyFails(one) && !mayFail) return false;
    // Of what fails, what fails fewest comes first, then what has a purpose, and it does not count what runs already.
    const [ofOne, ofOther] = [this.fit.failures(one), this.fit.failures(other)];
    if (mayFail && ofOne.low < ofOther.high) return true;
    if (this.fit.surelyFails(one) && ofOne.low > ofOther.high) return false;
    const mayHavePurpose = !a.pointless.must || !this.fit.surelyFails(one);
    if (mayHavePurpose && b.pointless.may && mayFail) return true;
    if (!mayHavePurpose && !b.pointless.may) return false;
    if (a.present.may && !b.present.must && !this.fit.surelyFails(one)) return true;
    if (!a.present.may && b.present.must && !mayFail) return false;
    const [relationOfOne, relationOfOther] = [relationInPlace(a), relationInPlace(b)];
    if (relationOfOne !== relationOfOther) return relationOfOne < relationOfOther;
    const byPenalty = this.fit.comparePenalty(one, other);
    if (byPenalty !== 0) return byPenalty < 0;
    if (a.kept !== b.kept) return a.kept > b.kept;
    const byScore = this.fit.compareScore(one, other);
    if (byScore !== 0) return byScore < 0;
    if (a.added !== b.added) return a.added < b.added;
    return this.fit.mayPrecede(one, other);
  }

  /** Whether all that a candidate is made of may run already, and whether it must. */
  private runsAlready({ members }: Candidate): MayMust {
    const { exists, openInventories, tests } = this.context;
    for (const question of openInventories) tests.causes.add(question);
    const must = members.every(exists);
    return { may: must || openInventories.length > 0, must };
  }

  /** What may count against a candidate in addition to the demands. */
  private openNeeds({ carried }: Candidate): Range {
    return plus(
      boundedNeeds(carried, this.context, this.applies),
      boundedPointlessness(carried, this.context, this.applies),
    );
  }

  /** The candidates of a list that may come first: those that no candidate that must be feasible precedes. An empty place is among them if no candidate must be feasible. */
  private possibleFirsts(
    list: readonly Candidate[],
    mayPrecede: (one: Candidate, other: Candidate) => boolean,
  ): PossibleCandidates {
    const running = list.filter((candidate) => this.isFeasible(candidate).may && !this.filtered(candidate).must);
    const sure = running.filter((candidate) => this.isFeasible(candidate).must && !this.filtered(candidate).may);
    const [any] = sure;
    if (any === undefined) return new Set([...running, undefined]);
    // A candidate that hardly any other precedes excludes most others at once.
    const ahead = sure.reduce((best, one) => (mayPrecede(best, one) ? best : one), any);
    const left = running.filter((one) => one === ahead || mayPrecede(one, ahead));
    return new Set(left.filter((one) => sure.every((other) => other === one || mayPrecede(one, other))));
  }

  /** The candidates of a combination that may be feasible. */
  private possibleCandidates(combo: OutcomeSet): readonly Candidate[] {
    return this.context.fit.of(combo).filter((candidate) => this.isFeasible(candidate).may);
  }

  /** Whether some candidate of a combination must be feasible, whether or not the environment is stated. */
  private isSurelyFeasible(combo: OutcomeSet): boolean {
    const candidates = this.context.fit.of(combo);
    return this.context.environmentStated.every((isStated) =>
      candidates.some(
        (candidate) =>
          hasExpectedForm(candidate, isStated) && this.meetsConstraints(candidate) && this.canRun(candidate).must,
      ),
    );
  }

  private isAllowed(combo: OutcomeSet): MayMust {
    const candidates = this.context.fit.of(combo).filter((candidate) => this.meetsConstraints(candidate));
    const by = this.context.environmentStated.map((isStated) =>
      candidates.some((candidate) => hasExpectedForm(candidate, isStated)),
    );
    return { may: by.some(Boolean), must: by.every(Boolean) };
  }

  private isFeasible(candidate: Candidate): MayMust {
    let found = this.feasibility.get(candidate);
    if (found === undefined) {
      const forms = this.context.environmentStated.map((isStated) => hasExpectedForm(candidate, isStated));
      const isAllowed = this.meetsConstraints(candidate) && forms.some(Boolean);
      const runs = isAllowed ? this.canRun(candidate) : { may: false, must: false };
      const { may } = runs;
      const must = may && runs.must && forms.every(Boolean);
      this.feasibility.set(candidate, (found = { may, must }));
    }
    return found;
  }

  private meetsConstraints(candidate: Candidate): boolean {
    const { forbid, program } = this.context;
    return objectionsOf(candidate, { forbid, require: [] }, program.knowledge).length === 0;
  }

  private canRun({ carried }: Candidate): MayMust {
    const rules = carried.flatMap((name) => this.context.program.compatibility.ruling.get(name) ?? []);
    const ruled = rules.map((rule) => this.excludes(rule));
    return { may: !ruled.some(({ must }) => must), must: !ruled.some(({ may }) => may) };
  }

  private excludes(rule: ProgramCompatibility): MayMust {
    const applies = this.applies(rule);
    if (rule.that === undefined || !applies.may) return applies;
    const { canHold, canFail, canBeUnknown } = this.context.tests.truths(rule.that);
    return { may: canFail, must: applies.must && !canHold && !canBeUnknown };
  }

  /** Whether a rule of compatibility applies here. */
  readonly applies = ({ when, unless }: ProgramCompatibility): MayMust => {
    const { tests } = this.context;
    const [condition, exception] = [tests.truths(when), unless === undefined ? NEVER : tests.truths(unless)];
    return {
      may: condition.canHold && (exception.canFail || exception.canBeUnknown),
      must: condition.canHold && !condition.canFail && !condition.canBeUnknown && !exception.canHold,
    };
  };

  /** Whether a part of a candidate may have no purpose here, and whether it must. */
  private pointless({ members }: Candidate): MayMust {
    const rules = members
      .flatMap((name) => this.context.program.compatibility.of.get(name) ?? [])
      .filter(isPointlessHere)
      .map(this.applies);
    return { may: rules.some(({ may }) => may), must: rules.some(({ must }) => must) };
  }
}

const NEVER: TruthSet = { canHold: false, canFail: true, canBeUnknown: false };
