import { kept } from '../language/kept.js';
import { NO_PLACE, type Choice, type Plain } from './choice.js';
import type { Point } from './point.js';
import type { Offer, Rest, Run, Seen } from './run.js';

/** A point, and what is chosen at that very point as far as it was decided there, by place. */
export class Spot {
  // Most points are like others, so that nothing is decided at them.
  private allSeen?: Map<string, Seen>;
  private allChoices?: Map<string, Choice>;

  constructor(readonly point: Point) {}

  get seen(): Map<string, Seen> {
    return (this.allSeen ??= new Map());
  }

  get choices(): Map<string, Choice> {
    return (this.allChoices ??= new Map());
  }
}

/** What was decided so far where there are the same places: nothing is decided twice for points that show all looks the same. */
export class Memory {
  private readonly groups = new Map<string, readonly string[]>();
  private readonly offers = new Map<string, Recent<Offer>>();
  private readonly rests = new Map<string, Recent<Rest>>();
  private readonly seen = new Map<string, Recent<Seen>>();

  /**
   * What is chosen for a place at some point.
   *
   * @param decide makes a run for that very point
   */
  at(place: string, spot: Spot, decide: () => Run): Seen {
    const { point } = spot;
    const before = this.seen.get(place)?.at(point);
    if (before !== undefined) return before;
    // Whoever asks about one place after the other comes to the same points again.
    return kept(spot.seen, place, () => {
      const group = kept(this.groups, place, () => decide().group(place));
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
  choice(place: string, spot: Spot, decide: () => Plain): Choice {
    const before = this.seen.get(place)?.at(spot.point);
    if (before !== undefined) return before.choice;
    return kept(spot.choices, place, () => {
      const plain = decide();
      const choices = plain.together(kept(this.groups, place, () => plain.group(place)));
      for (const [one, choice] of choices) spot.choices.set(one, choice);
      return choices.get(place) ?? NO_PLACE;
    });
  }

  /** What a place offers by itself, be it at another point. */
  private offer(place: string, point: Point, decide: () => Run): Offer {
    return kept(this.offers, place, () => new Recent<Offer>()).kept(point, () => decide().offer(place));
  }

  /** What the facts put in a place, be it at another point. */
  private rest(place: string, point: Point, decide: () => Run): Rest {
    return kept(this.rests, place, () => new Recent<Rest>()).kept(point, () => decide().rest(place));
  }

  private keep(place: string, seen: Seen): Seen {
    kept(this.seen, place, () => new Recent<Seen>()).add(seen);
    return seen;
  }
}

/** Looking through more than these takes as long as deciding. */
const MOST = 64;

/** What was of use last, the latest first. */
class Recent<T extends { readonly holdsAt: (point: Point) => boolean }> {
  private readonly all: T[] = [];

  /** One that holds at some point. */
  at(point: Point): T | undefined {
    const n = this.all.findIndex((one) => one.holdsAt(point));
    const found = this.all[n];
    if (found !== undefined && n > 0) {
      this.all.splice(n, 1);
      this.all.unshift(found);
    }
    return found;
  }

  /** One that holds at some point, else what is made for it. */
  kept(point: Point, make: () => T): T {
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
