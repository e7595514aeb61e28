import { getOrInsert } from '../../language/get-or-insert.js';
import { NO_PLACE, type Choice, type UntrackedDecision } from './choice.js';
import type { InputState } from './input-state.js';
import type { LocalOptions, Fallbacks, TrackedDecision, TrackedChoice } from './tracked-decision.js';

/** An input state, and the choices that were made in this very state, by place. */
export class CacheEntry {
  // Most states are like others, so that nothing is decided for them.
  private cachedTracked?: Map<string, TrackedChoice>;
  private cachedChoices?: Map<string, Choice>;

  constructor(readonly state: InputState) {}

  get tracked(): Map<string, TrackedChoice> {
    return (this.cachedTracked ??= new Map());
  }

  get choices(): Map<string, Choice> {
    return (this.cachedChoices ??= new Map());
  }
}

/** The choices made so far for input states with the same places. Nothing is decided twice for states in which the same dependencies hold. */
export class ChoiceCache {
  private readonly interacting = new Map<string, readonly string[]>();
  private readonly localOptionsByPlace = new Map<string, LruList<LocalOptions>>();
  private readonly fallbacksByPlace = new Map<string, LruList<Fallbacks>>();
  private readonly trackedByPlace = new Map<string, LruList<TrackedChoice>>();

  /**
   * What is chosen for a place in an input state.
   *
   * @param decide makes a tracked decision for this very state
   */
  tracked(place: string, entry: CacheEntry, decide: () => TrackedDecision): TrackedChoice {
    const { state } = entry;
    const before = this.trackedByPlace.get(place)?.find(state);
    if (before !== undefined) return before;
    // A caller that goes through the places reaches the same states again.
    return getOrInsert(entry.tracked, place, () => {
      const group = getOrInsert(this.interacting, place, () => decide().interactingPlaces(place));
      const alone = group.length === 0 ? undefined : this.localOptions(place, state, decide).independentChoice;
      if (alone !== undefined) return this.keep(place, alone);
      const offers = group.map((one) => this.localOptions(one, state, decide));
      const jointly = decide().resolveJointly(offers, (one) => this.fallbacks(one, state, decide));
      for (const [one, seen] of jointly) entry.tracked.set(one, this.keep(one, seen));
      return jointly.get(place) ?? decide().absent;
    });
  }

  /**
   * What is chosen for a place in an input state, without its dependencies, which take longer to find.
   *
   * @param decide makes an untracked decision for this very state
   */
  choice(place: string, entry: CacheEntry, decide: () => UntrackedDecision): Choice {
    const before = this.trackedByPlace.get(place)?.find(entry.state);
    if (before !== undefined) return before.choice;
    return getOrInsert(entry.choices, place, () => {
      const plain = decide();
      const choices = plain.resolveJointly(getOrInsert(this.interacting, place, () => plain.interactingPlaces(place)));
      for (const [one, choice] of choices) entry.choices.set(one, choice);
      return choices.get(place) ?? NO_PLACE;
    });
  }

  /** The options of a place, cached from any state in which their dependencies hold. */
  private localOptions(place: string, state: InputState, decide: () => TrackedDecision): LocalOptions {
    return getOrInsert(this.localOptionsByPlace, place, () => new LruList<LocalOptions>()).getOrMake(state, () =>
      decide().localOptions(place),
    );
  }

  /** The fallbacks of a place, cached from any state in which their dependencies hold. */
  private fallbacks(place: string, state: InputState, decide: () => TrackedDecision): Fallbacks {
    return getOrInsert(this.fallbacksByPlace, place, () => new LruList<Fallbacks>()).getOrMake(state, () =>
      decide().fallbacks(place),
    );
  }

  private keep(place: string, seen: TrackedChoice): TrackedChoice {
    getOrInsert(this.trackedByPlace, place, () => new LruList<TrackedChoice>()).add(seen);
    return seen;
  }
}

/** To check the dependencies of more entries takes as long as to decide. */
const CACHE_SIZE = 64;

/** Results with dependencies, the most recently used first. */
class LruList<T extends { readonly holdsIn: (state: InputState) => boolean }> {
  private readonly entries: T[] = [];

  /** The entry that holds in a state. */
  find(state: InputState): T | undefined {
    const n = this.entries.findIndex((one) => one.holdsIn(state));
    const found = this.entries[n];
    if (found !== undefined && n > 0) {
      this.entries.splice(n, 1);
      this.entries.unshift(found);
    }
    return found;
  }

  /** The entry that holds in a state, else a new one. */
  getOrMake(state: InputState, make: () => T): T {
    const before = this.find(state);
    if (before !== undefined) return before;
    const made = make();
    this.add(made);
    return made;
  }

  add(one: T): void {
    this.entries.unshift(one);
    if (this.entries.length > CACHE_SIZE) this.entries.pop();
  }
}
