import { alternativesNamed } from '../../decide/stack/choose.js';
import { objectionsOf, ofFamily } from '../../decide/stack/constraints.js';
import { verdictCacheOf } from '../../decide/fit/verdict-cache.js';
import type { PlaceContext } from '../../decide/stack/place-context.js';
import type { Alternatives, OutcomeSet } from '../../program/ir/outcomes.js';
import type { ProgramCompatibility } from '../../program/ir/compatibility.js';
import type { Candidate, RoleFit } from '../../program/ir/fit.js';
import type { Program } from '../../program/ir/program.js';
import { PossibleFit, type Demanded, type Range } from './possible-fit.js';
import type { PossibleTests } from './possible-tests.js';
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
  readonly demanded: readonly Demanded[];
  /** The open questions for what is in use already. */
  readonly inventories: readonly Question[];
  /** Whether an interface is taken by what realises it, as it may be. */
  readonly placed: readonly boolean[];
}

/** Whether something may be so, and whether it is so for certain. */
export interface MayMust {
  readonly may: boolean;
  readonly must: boolean;
}

/** A candidate of the nearest and what tells it from others with the same verdict. */
interface Near {
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
  private readonly known = new Map<Candidate, MayMust>();

  constructor(private readonly about: AbstractPlace) {
    const { place, tests, month, demanded, inventories, fit } = about;
    this.fit = new PossibleFit(place.opinion, tests, verdictCacheOf(fit, month), demanded, inventories);
  }

  /** Takes the open questions that the choice hangs on. */
  get causes(): Set<Question> {
    return this.about.tests.causes;
  }

  /** All that may be chosen, and perhaps more. */
  get all(): PossibleCandidates {
    const { place } = this.about;
    const { answer } = place.result;
    if (answer?.length === 1 && answer[0]?.length === 0) return new Set([undefined]);
    if (answer === null) return place.role.optional ? new Set([undefined]) : this.ranked();
    return this.named(answer);
  }

  /** Where the guide is silent and something is demanded, what the facts rank first. */
  private ranked(): PossibleCandidates {
    const { place, fit, program, demanded, tests } = this.about;
    const isAsked = place.opinion.requirements.some(({ origin }) => origin !== undefined && origin !== 'typical');
    if (!isAsked && demanded.length === 0) return new Set([undefined]);
    const { families } = place;
    const left = fit.candidates.filter(({ combo }) => ofFamily(combo, { families }, program.knowledge));
    const found = this.firstOf(left, (one, other) => this.fit.mayPrecede(one, other));
    if (!isAsked) for (const { question } of demanded) tests.causes.add(question);
    return isAsked ? found : new Set([...found, undefined]);
  }

  /** What the guide names, in its order but what fails last; then what it names second; then what comes nearest. */
  private named(answer: Alternatives): PossibleCandidates {
    const { place, program } = this.about;
    const found = new Set<Candidate | undefined>();
    const permitted = answer.filter((combo) => combo.length > 0 && this.permits(combo).may);
    for (const [n, combo] of permitted.entries()) {
      const isBehind = permitted.some((other, at) => at !== n && this.surelyBefore(other, combo, at < n));
      if (!isBehind) for (const way of this.ways(combo)) found.add(way);
    }
    if (permitted.some((combo) => this.isTaken(combo))) return found;
    const { hits } = place.result;
    const seconds = alternativesNamed(place.role.id, hits, 'alternatives', program.knowledge);
    for (const combo of seconds) {
      for (const way of this.ways(combo)) found.add(way);
      if (this.isTaken(combo)) return found;
    }
    if (place.role.optional || permitted.length === 0) return new Set([...found, undefined]);
    for (const way of this.nearest(permitted)) found.add(way);
    // Without an answer that is permitted for certain, nothing may stand in for one.
    return permitted.some((combo) => this.permits(combo).must) ? found : new Set([...found, undefined]);
  }

  /** Whether one answer of the guide is chosen before another for certain. */
  private surelyBefore(one: OutcomeSet, other: OutcomeSet, isFirst: boolean): boolean {
    if (!this.isTaken(one)) return false;
    if (isFirst) return !this.ways(other).some((way) => this.mayFailBeside(one, way));
    return this.ways(other).every((way) => this.fit.surelyFails(way)) && this.sound(one).length > 0;
  }

  /** Whether the best way of a combination may fail while a candidate does not. */
  private mayFailBeside(combo: OutcomeSet, other: Candidate): boolean {
    const ways = this.ways(combo);
    const sure = ways.length === 1 ? ways : ways.filter((way) => this.holds(way).must && !this.mayBePointless(way));
    return sure.every((way) => this.fit.mayFailBeside(way, other));
  }

  /** The ways of a combination one of which is certain to be taken, and that never fail. */
  private sound(combo: OutcomeSet): Candidate[] {
    return this.ways(combo).filter(
      (way) => this.holds(way).must && !this.mayBePointless(way) && !this.fit.mayFail(way),
    );
  }

  /** What stands in for answers that cannot run; see `nearestTo` in `decide/choose.ts`. */
  private nearest(permitted: Alternatives): PossibleCandidates {
    const { fit, program } = this.about;
    const { technologies } = program.knowledge;
    const named = permitted.flat();
    const platforms = new Set(named.flatMap((id) => technologies.get(id)?.runsOn ?? []));
    const heart = new Set(named.filter((id) => !platforms.has(id)));
    const keys = new Map(
      fit.candidates.map((candidate) => {
        const { carried } = candidate;
        const kept = carried.filter((name) => heart.has(name) || platforms.has(name)).length;
        const added = carried.some((name) => heart.has(name)) ? carried.length - kept : 0;
        return [candidate, { asks: this.asks(candidate), kept, added }] as const;
      }),
    );
    // Which answers are permitted may be open, and with it what is near to them.
    const isKnown = permitted.every((combo) => this.permits(combo).must);
    return this.firstOf(fit.candidates, (one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      return !isKnown || a === undefined || b === undefined || this.mayBeNearer([one, a], [other, b]);
    });
  }

  private mayBeNearer([one, a]: readonly [Candidate, Near], [other, b]: readonly [Candidate, Near]): boolean {
    const { ahead, level } = this.fit.compare(one, other);
    if (ahead || !level) return ahead;
    if (this.fit.mayFail(one) && this.fit.mayFail(other)) {
      const excess = this.fit.excess(other, one);
      if (excess > TINY) return true;
      if (excess < -TINY && this.fit.surelyFails(one) && this.fit.surelyFails(other)) return false;
    }
    if (a.asks.low !== b.asks.high) return a.asks.low < b.asks.high;
    if (a.kept !== b.kept) return a.kept > b.kept;
    if (a.added !== b.added) return a.added < b.added;
    if (one.runnable !== other.runnable) return one.runnable;
    return this.fit.scoresBefore(one, other);
  }

  private asks({ carried }: Candidate): Range {
    const { tests, program } = this.about;
    let [low, high] = [0, 0];
    for (const name of carried) {
      for (const rule of program.compatibility.of.get(name) ?? []) {
        if (rule.relation !== 'needs-condition' || rule.with !== undefined || rule.that === undefined) continue;
        const applies = this.applies(rule);
        const { yes, no, unsaid } = tests.of(rule.that);
        if (applies.must && unsaid && !yes && !no) low++;
        if (applies.may && unsaid) high++;
      }
    }
    return { low, high };
  }

  /** All that may come first of some candidates, where nothing that is certain to run comes before them; nothing where none is certain to run. */
  private firstOf(
    list: readonly Candidate[],
    mayPrecede: (one: Candidate, other: Candidate) => boolean,
  ): PossibleCandidates {
    const running = list.filter((candidate) => this.holds(candidate).may);
    const sure = running.filter((candidate) => this.holds(candidate).must);
    const [any] = sure;
    if (any === undefined) return new Set([...running, undefined]);
    // What hardly anything precedes rules most others out at once.
    const ahead = sure.reduce((best, one) => (mayPrecede(best, one) ? best : one), any);
    const left = running.filter((one) => one === ahead || mayPrecede(one, ahead));
    return new Set(left.filter((one) => sure.every((other) => other === one || mayPrecede(one, other))));
  }

  /** The ways to run a combination that may be taken. */
  private ways(combo: OutcomeSet): readonly Candidate[] {
    return this.about.fit.of(combo).filter((way) => this.holds(way).may);
  }

  /** Whether there is a way to run a combination for certain, and each may stand. */
  private isTaken(combo: OutcomeSet): boolean {
    const ways = this.about.fit.of(combo);
    return this.about.placed.every((placed) =>
      ways.some((way) => isWay(way, placed) && this.isAllowed(way) && this.runs(way).must),
    );
  }

  private permits(combo: OutcomeSet): MayMust {
    const ways = this.about.fit.of(combo).filter((way) => this.isAllowed(way));
    const by = this.about.placed.map((placed) => ways.some((way) => isWay(way, placed)));
    return { may: by.some(Boolean), must: by.every(Boolean) };
  }

  private holds(candidate: Candidate): MayMust {
    let found = this.known.get(candidate);
    if (found === undefined) {
      const ways = this.about.placed.map((placed) => isWay(candidate, placed));
      const isAllowed = this.isAllowed(candidate) && ways.some(Boolean);
      const runs = isAllowed ? this.runs(candidate) : { may: false, must: false };
      const { may } = runs;
      const must = may && runs.must && ways.every(Boolean);
      this.known.set(candidate, (found = { may, must }));
    }
    return found;
  }

  private isAllowed(candidate: Candidate): boolean {
    const { forbid, program } = this.about;
    return objectionsOf(candidate, { forbid, require: [] }, program.knowledge).length === 0;
  }

  private runs({ carried }: Candidate): MayMust {
    const rules = carried.flatMap((name) => this.about.program.compatibility.ruling.get(name) ?? []);
    const ruled = rules.map((rule) => this.excludes(rule));
    return { may: !ruled.some(({ must }) => must), must: !ruled.some(({ may }) => may) };
  }

  private excludes(rule: ProgramCompatibility): MayMust {
    const applies = this.applies(rule);
    if (rule.that === undefined || !applies.may) return applies;
    const { yes, no, unsaid } = this.about.tests.of(rule.that);
    return { may: no, must: applies.must && !yes && !unsaid };
  }

  /** Whether a rule of compatibility applies here. */
  readonly applies = ({ when, unless }: ProgramCompatibility): MayMust => {
    const { tests } = this.about;
    const [asked, spared] = [tests.of(when), unless === undefined ? NEVER : tests.of(unless)];
    return {
      may: asked.yes && (spared.no || spared.unsaid),
      must: asked.yes && !asked.no && !asked.unsaid && !spared.yes,
    };
  };

  private mayBePointless({ members }: Candidate): boolean {
    const rules = members.flatMap((name) => this.about.program.compatibility.of.get(name) ?? []);
    return rules.some(
      (rule) => rule.relation === 'pointless-with' && rule.with === undefined && this.applies(rule).may,
    );
  }
}

const NEVER = { yes: false, no: true, unsaid: false };
const TINY = 1e-9;

/** Whether a candidate is the way to take it, an interface by what realises it where that can be known. */
const isWay = ({ isInterface, by }: Candidate, placed: boolean): boolean =>
  !isInterface || (by !== undefined) === placed;
