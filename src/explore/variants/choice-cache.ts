import { getOrInsert } from '../../language/get-or-insert.js';
import { NO_PLACE, type Choice, type UntrackedDecision } from './choice.js';
import type { InputState } from './input-state.js';
import type { LocalOptions, Fallbacks, TrackedDecision, TrackedChoice } from './tracked-decision.js';

/** A point, and what is chosen at that very point as far as it was decided there, by place. */
export class CacheEntry {
  // Most points are like others, so that nothing is decided at them.
  private allSeen?: Map<string, TrackedChoice>;
  private allChoices?: Map<string, Choice>;

  constructor(readonly point: InputState) {}

  get seen(): Map<string, TrackedChoice> {
    return (this.allSeen ??= new Map());
  }

  get choices(): Map<string, Choice> {
    return (this.allChoices ??= new Map());
  }
}

/** What was decided so far where there are the same places: nothing is decided twice for points that show all looks the same. */
export class ChoiceCache {
  private readonly groups = new Map<string, readonly string[]>();
  private readonly offers = new Map<string, Recent<LocalOptions>>();
  private readonly rests = new Map<string, Recent<Fallbacks>>();
  private readonly seen = new Map<string, Recent<TrackedChoice>>();

  /**
   * What is chosen for a place at some point.
   *
   * @param decide makes a run for that very point
   */
  at(place: string, spot: CacheEntry, decide: () => TrackedDecision): TrackedChoice {
    const { point } = spot;
    const before = this.seen.get(place)?.at(point);
    if (before !== undefined) return before;
    // Whoever asks about one place after the other comes to the same points again.
    return getOrInsert(spot.seen, place, () => {
      const group = getOrInsert(this.groups, place, () => decide().group(place));
      const alone = group.length === 0 ? undefined : this.offer(place, point, decide).alone;
      if (alone !== undefined) return this.keep(place, alone);
      const offers = group.map((one) => this.offer(one, point, decide));
      const together = decide().together(offers, (one) => this.rest(one, point, decide));
      for (const [one, seen] of together) spot.seen.set(one, this.keep(one, seen));
      return together.get(place) ?? decide().nowhere;
    });
  }

  /**
   * What is chosen for a place at some point, without what it depends on, which takes longer to find.
   *
   * @param decide makes a decision for that very point
   */
  choice(place: string, spot: CacheEntry, decide: () => UntrackedDecision): Choice {
    const before = this.seen.get(place)?.at(spot.point);
    if (before !== undefined) return before.choice;
    return getOrInsert(spot.choices, place, () => {
      const plain = decide();
      const choices = plain.together(getOrInsert(this.groups, place, () => plain.group(place)));
      for (const [one, choice] of choices) spot.choices.set(one, choice);
      return choices.get(place) ?? NO_PLACE;
    });
  }

  /** What a place offers by itself, be it at another point. */
  private offer(place: string, point: InputState, decide: () => TrackedDecision): LocalOptions {
    return getOrInsert(this.offers, place, () => new Recent<LocalOptions>()).kept(point, () => decide().offer(place));
  }

  /** What the facts put in a place, be it at another point. */
  private rest(place: string, point: InputState, decide: () => TrackedDecision): Fallbacks {
    return getOrInsert(this.rests, place, () => new Recent<Fallbacks>()).kept(point, () => decide().rest(place));
  }

  private keep(place: string, seen: TrackedChoice): TrackedChoice {
    getOrInsert(this.seen, place, () => new Recent<TrackedChoice>()).add(seen);
    return seen;
  }
}

/** Looking through more than these takes as long as deciding. */
const MOST = 64;

/** What was of use last, the latest first. */
class Recent<T extends { readonly holdsAt: (point: InputState) => boolean }> {
  private readonly all: T[] = [];

  /** One that holds at some point. */
  at(point: InputState): T | undefined {
    const n = this.all.findIndex((one) => one.holdsAt(point));
    const found = this.all[n];
    if (found !== undefined && n > 0) {
      this.all.splice(n, 1);
      this.all.unshift(found);
    }
    return found;
  }

  /** One that holds at some point, else what is made for it. */
  kept(point: InputState, make: () => T): T {
    const before = this.at(point);
    if (before !== undefined) return before;
    const made = make();
    this.add(made);
    return made;
  }

  add(one: T): void {
    this.all.unshift(one);
    if (this.all.length > MOST) this.all.pop();
  }
}
