import { alternativesNamed } from '../../decide/stack/choose.js';
import { objectionsOf, ofFamily } from '../../decide/stack/constraints.js';
import { verdictCacheOf } from '../../decide/fit/verdict-cache.js';
import type { PlaceContext } from '../../decide/stack/place-context.js';
import type { Alternatives, OutcomeSet } from '../../language/outputs/values.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Candidate, RoleFit } from '../../program/ir/fit.js';
import type { Program } from '../../program/ir/program.js';
import { PossibleFit, type PossibleDemand, type Range } from './possible-fit.js';
import type { PossibleTests, TruthSet } from './possible-tests.js';
import type { Question } from '../variants/question.js';

/** What may be chosen for a place by itself; undefined for nothing. */
export type PossibleCandidates = ReadonlySet<Candidate | undefined>;

/** What bears on a place, as far as it is known while questions are open. */
export interface AbstractPlace {
  readonly program: Program;
  readonly place: PlaceContext;
  readonly fit: RoleFit;
  readonly tests: PossibleTests;
  readonly forbid: ReadonlySet<string>;
  readonly month: number;
  /** By the replies to open questions. */
  readonly demanded: readonly PossibleDemand[];
  /** The open questions for what is in use already. */
  readonly openInventories: readonly Question[];
  /** Whether an interface is taken by what realises it, as it may be. */
  readonly environmentStated: readonly boolean[];
}

/** Whether something may be so, and whether it is so for certain. */
export interface MayMust {
  readonly may: boolean;
  readonly must: boolean;
}

/** A candidate of the nearest and what tells it from others with the same verdict. */
interface Closeness {
  readonly asks: Range;
  readonly kept: number;
  readonly added: number;
}

/**
 * What may be chosen for a place with any replies to the open questions, given what the guide answers: all that may be, and perhaps more. It follows
 * how a choice is made (`decide/choose.ts`), with three values for what runs and from the least to the most for verdicts and scores.
 */
export class AbstractChoice {
  private readonly fit: PossibleFit;
  private readonly feasibility = new Map<Candidate, MayMust>();

  constructor(private readonly context: AbstractPlace) {
    const { place, tests, month, demanded, openInventories, fit } = context;
    this.fit = new PossibleFit(place.opinion, tests, verdictCacheOf(fit, month), demanded, openInventories);
  }

  /** Takes the open questions that the choice hangs on. */
  get causes(): Set<Question> {
    return this.context.tests.causes;
  }

  /** All that may be chosen, and perhaps more. */
  get candidates(): PossibleCandidates {
    const { place } = this.context;
    const { answer } = place.result;
    if (answer?.length === 1 && answer[0]?.length === 0) return new Set([undefined]);
    if (answer === null) return place.role.optional ? new Set([undefined]) : this.fromFacts();
    return this.fromRules(answer);
  }

  /** Where the guide is silent and something is demanded, what the facts rank first. */
  private fromFacts(): PossibleCandidates {
    const { place, fit, program, demanded, tests } = this.context;
    const isAsked = place.opinion.requirements.some(({ origin }) => origin !== undefined && origin !== 'typical');
    if (!isAsked && demanded.length === 0) return new Set([undefined]);
    const { families } = place;
    const left = fit.candidates.filter(({ combo }) => ofFamily(combo, { families }, program.knowledge));
    const found = this.possibleFirsts(left, (one, other) => this.fit.mayPrecede(one, other));
    if (!isAsked) for (const { question } of demanded) tests.causes.add(question);
    return isAsked ? found : new Set([...found, undefined]);
  }

  /** What the guide names, in its order but what fails last; then what it names second; then what comes nearest. */
  private fromRules(answer: Alternatives): PossibleCandidates {
    const { place, program } = this.context;
    const found = new Set<Candidate | undefined>();
    const permitted = answer.filter((combo) => combo.length > 0 && this.isAllowed(combo).may);
    for (const [n, combo] of permitted.entries()) {
      const isBehind = permitted.some((other, at) => at !== n && this.surelyBefore(other, combo, at < n));
      if (!isBehind) for (const way of this.possibleCandidates(combo)) found.add(way);
    }
    if (permitted.some((combo) => this.isSurelyFeasible(combo))) return found;
    const { hits } = place.result;
    const seconds = alternativesNamed(place.role.id, hits, 'alternatives', program.knowledge);
    for (const combo of seconds) {
      for (const way of this.possibleCandidates(combo)) found.add(way);
      if (this.isSurelyFeasible(combo)) return found;
    }
    if (place.role.optional || permitted.length === 0) return new Set([...found, undefined]);
    for (const way of this.closestSubstitutes(permitted)) found.add(way);
    // Without an answer that is permitted for certain, nothing may stand in for one.
    return permitted.some((combo) => this.isAllowed(combo).must) ? found : new Set([...found, undefined]);
  }

  /** Whether one answer of the guide is chosen before another for certain. */
  private surelyBefore(one: OutcomeSet, other: OutcomeSet, isFirst: boolean): boolean {
    if (!this.isSurelyFeasible(one)) return false;
    if (isFirst) return !this.possibleCandidates(other).some((way) => this.mayFailWhere(one, way));
    return (
      this.possibleCandidates(other).every((way) => this.fit.surelyFails(way)) && this.surelyMeeting(one).length > 0
    );
  }

  /** Whether the best way of a combination may fail while a candidate does not. */
  private mayFailWhere(combo: OutcomeSet, other: Candidate): boolean {
    const ways = this.possibleCandidates(combo);
    const sure =
      ways.length === 1 ? ways : ways.filter((way) => this.isFeasible(way).must && !this.mayBePointless(way));
    return sure.every((way) => this.fit.mayFailWhere(way, other));
  }

  /** The ways of a combination one of which is certain to be taken, and that never fail. */
  private surelyMeeting(combo: OutcomeSet): Candidate[] {
    return this.possibleCandidates(combo).filter(
      (way) => this.isFeasible(way).must && !this.mayBePointless(way) && !this.fit.mayFail(way),
    );
  }

  /** What stands in for answers that cannot run; see `nearestTo` in `decide/choose.ts`. */
  private closestSubstitutes(permitted: Alternatives): PossibleCandidates {
    const { fit, program } = this.context;
    const { technologies } = program.knowledge;
    const named = permitted.flat();
    const platforms = new Set(named.flatMap((id) => technologies.get(id)?.runsOn ?? []));
    const heart = new Set(named.filter((id) => !platforms.has(id)));
    const keys = new Map(
      fit.candidates.map((candidate) => {
        const { carried } = candidate;
        const kept = carried.filter((name) => heart.has(name) || platforms.has(name)).length;
        const added = carried.some((name) => heart.has(name)) ? carried.length - kept : 0;
        return [candidate, { asks: this.openNeeds(candidate), kept, added }] as const;
      }),
    );
    // Which answers are permitted may be open, and with it what is near to them.
    const isKnown = permitted.every((combo) => this.isAllowed(combo).must);
    return this.possibleFirsts(fit.candidates, (one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      return !isKnown || a === undefined || b === undefined || this.mayBeCloser([one, a], [other, b]);
    });
  }

  private mayBeCloser([one, a]: readonly [Candidate, Closeness], [other, b]: readonly [Candidate, Closeness]): boolean {
    const { mayLead, mayTie } = this.fit.compare(one, other);
    if (mayLead || !mayTie) return mayLead;
    if (this.fit.mayFail(one) && this.fit.mayFail(other)) {
      const excess = this.fit.excess(other, one);
      if (excess > TOLERANCE) return true;
      if (excess < -TOLERANCE && this.fit.surelyFails(one) && this.fit.surelyFails(other)) return false;
    }
    if (a.asks.low !== b.asks.high) return a.asks.low < b.asks.high;
    if (a.kept !== b.kept) return a.kept > b.kept;
    if (a.added !== b.added) return a.added < b.added;
    if (one.runnable !== other.runnable) return one.runnable;
    return this.fit.scoresBefore(one, other);
  }

  private openNeeds({ carried }: Candidate): Range {
    const { tests, program } = this.context;
    let [low, high] = [0, 0];
    for (const name of carried) {
      for (const rule of program.compatibility.of.get(name) ?? []) {
        if (rule.relation !== 'needs-condition' || rule.with !== undefined || rule.that === undefined) continue;
        const applies = this.applies(rule);
        const { canHold, canFail, canBeUnknown } = tests.truths(rule.that);
        if (applies.must && canBeUnknown && !canHold && !canFail) low++;
        if (applies.may && canBeUnknown) high++;
      }
    }
    return { low, high };
  }

  /** All that may come first of some candidates, where nothing that is certain to run comes before them; nothing where none is certain to run. */
  private possibleFirsts(
    list: readonly Candidate[],
    mayPrecede: (one: Candidate, other: Candidate) => boolean,
  ): PossibleCandidates {
    const running = list.filter((candidate) => this.isFeasible(candidate).may);
    const sure = running.filter((candidate) => this.isFeasible(candidate).must);
    const [any] = sure;
    if (any === undefined) return new Set([...running, undefined]);
    // What hardly anything precedes rules most others out at once.
    const ahead = sure.reduce((best, one) => (mayPrecede(best, one) ? best : one), any);
    const left = running.filter((one) => one === ahead || mayPrecede(one, ahead));
    return new Set(left.filter((one) => sure.every((other) => other === one || mayPrecede(one, other))));
  }

  /** The ways to run a combination that may be taken. */
  private possibleCandidates(combo: OutcomeSet): readonly Candidate[] {
    return this.context.fit.of(combo).filter((way) => this.isFeasible(way).may);
  }

  /** Whether there is a way to run a combination for certain, and each may stand. */
  private isSurelyFeasible(combo: OutcomeSet): boolean {
    const ways = this.context.fit.of(combo);
    return this.context.environmentStated.every((placed) =>
      ways.some((way) => hasExpectedForm(way, placed) && this.meetsConstraints(way) && this.canRun(way).must),
    );
  }

  private isAllowed(combo: OutcomeSet): MayMust {
    const ways = this.context.fit.of(combo).filter((way) => this.meetsConstraints(way));
    const by = this.context.environmentStated.map((placed) => ways.some((way) => hasExpectedForm(way, placed)));
    return { may: by.some(Boolean), must: by.every(Boolean) };
  }

  private isFeasible(candidate: Candidate): MayMust {
    let found = this.feasibility.get(candidate);
    if (found === undefined) {
      const ways = this.context.environmentStated.map((placed) => hasExpectedForm(candidate, placed));
      const isAllowed = this.meetsConstraints(candidate) && ways.some(Boolean);
      const runs = isAllowed ? this.canRun(candidate) : { may: false, must: false };
      const { may } = runs;
      const must = may && runs.must && ways.every(Boolean);
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
    const [asked, spared] = [tests.truths(when), unless === undefined ? NEVER : tests.truths(unless)];
    return {
      may: asked.canHold && (spared.canFail || spared.canBeUnknown),
      must: asked.canHold && !asked.canFail && !asked.canBeUnknown && !spared.canHold,
    };
  };

  private mayBePointless({ members }: Candidate): boolean {
    const rules = members.flatMap((name) => this.context.program.compatibility.of.get(name) ?? []);
    return rules.some(
      (rule) => rule.relation === 'pointless-with' && rule.with === undefined && this.applies(rule).may,
    );
  }
}

const NEVER: TruthSet = { canHold: false, canFail: true, canBeUnknown: false };
const TOLERANCE = 1e-9;

/** Whether a candidate is the way to take it, an interface by what realises it where that can be known. */
const hasExpectedForm = ({ isInterface, by }: Candidate, placed: boolean): boolean =>
  !isInterface || (by !== undefined) === placed;
