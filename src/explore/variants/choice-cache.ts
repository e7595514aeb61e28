import { getOrInsert } from '../../language/get-or-insert.js';
import { NO_PLACE, type Choice, type UntrackedDecision } from './choice.js';
import type { InputState } from './input-state.js';
import type { LocalOptions, Fallbacks, TrackedDecision, TrackedChoice } from './tracked-decision.js';

/** A point, and what is chosen at that very point as far as it was decided there, by place. */
export class CacheEntry {
  // Most points are like others, so that nothing is decided at them.
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

/** What was decided so far where there are the same places: nothing is decided twice for points that show all looks the same. */
export class ChoiceCache {
  private readonly interacting = new Map<string, readonly string[]>();
  private readonly localOptionsByPlace = new Map<string, LruList<LocalOptions>>();
  private readonly fallbacksByPlace = new Map<string, LruList<Fallbacks>>();
  private readonly trackedByPlace = new Map<string, LruList<TrackedChoice>>();

  /**
   * What is chosen for a place at some point.
   *
   * @param decide makes a run for that very point
   */
  tracked(place: string, spot: CacheEntry, decide: () => TrackedDecision): TrackedChoice {
    const { state } = spot;
    const before = this.trackedByPlace.get(place)?.find(state);
    if (before !== undefined) return before;
    // Whoever asks about one place after the other comes to the same points again.
    return getOrInsert(spot.tracked, place, () => {
      const group = getOrInsert(this.interacting, place, () => decide().interactingPlaces(place));
      const alone = group.length === 0 ? undefined : this.localOptions(place, state, decide).independentChoice;
      if (alone !== undefined) return this.keep(place, alone);
      const offers = group.map((one) => this.localOptions(one, state, decide));
      const together = decide().resolveJointly(offers, (one) => this.fallbacks(one, state, decide));
      for (const [one, seen] of together) spot.tracked.set(one, this.keep(one, seen));
      return together.get(place) ?? decide().absent;
    });
  }

  /**
   * What is chosen for a place at some point, without what it depends on, which takes longer to find.
   *
   * @param decide makes a decision for that very point
   */
  choice(place: string, spot: CacheEntry, decide: () => UntrackedDecision): Choice {
    const before = this.trackedByPlace.get(place)?.find(spot.state);
    if (before !== undefined) return before.choice;
    return getOrInsert(spot.choices, place, () => {
      const plain = decide();
      const choices = plain.resolveJointly(getOrInsert(this.interacting, place, () => plain.interactingPlaces(place)));
      for (const [one, choice] of choices) spot.choices.set(one, choice);
      return choices.get(place) ?? NO_PLACE;
    });
  }

  /** What a place offers by itself, be it at another point. */
  private localOptions(place: string, point: InputState, decide: () => TrackedDecision): LocalOptions {
    return getOrInsert(this.localOptionsByPlace, place, () => new LruList<LocalOptions>()).getOrMake(point, () =>
      decide().localOptions(place),
    );
  }

  /** What the facts put in a place, be it at another point. */
  private fallbacks(place: string, point: InputState, decide: () => TrackedDecision): Fallbacks {
    return getOrInsert(this.fallbacksByPlace, place, () => new LruList<Fallbacks>()).getOrMake(point, () =>
      decide().fallbacks(place),
    );
  }

  private keep(place: string, seen: TrackedChoice): TrackedChoice {
    getOrInsert(this.trackedByPlace, place, () => new LruList<TrackedChoice>()).add(seen);
    return seen;
  }
}

/** Looking through more than these takes as long as deciding. */
const CACHE_SIZE = 64;

/** What was of use last, the latest first. */
class LruList<T extends { readonly holdsIn: (point: InputState) => boolean }> {
  private readonly entries: T[] = [];

  /** One that holds at some point. */
  find(point: InputState): T | undefined {
    const n = this.entries.findIndex((one) => one.holdsIn(point));
    const found = this.entries[n];
    if (found !== undefined && n > 0) {
      this.entries.splice(n, 1);
      this.entries.unshift(found);
    }
    return found;
  }

  /** One that holds at some point, else what is made for it. */
  getOrMake(point: InputState, make: () => T): T {
    const before = this.find(point);
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
