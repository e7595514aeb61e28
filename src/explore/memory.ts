import { kept } from '../language/kept.js';
import type { Undecided } from '../decide/undecided.js';
import type { Program } from '../program/program.js';
import { choicesIn, groupOf, NO_PLACE, type Choice } from './choice.js';
import type { Point } from './point.js';
import type { Offer, Rest, Run, Seen } from './run.js';

/** What was decided so far where there are the same places: nothing is decided twice for points that show all looks the same. */
export class Memory {
  private readonly groups = new Map<string, readonly string[]>();
  private readonly offers = new Map<string, Recent<Offer>>();
  private readonly rests = new Map<string, Recent<Rest>>();
  private readonly seen = new Map<string, Recent<Seen>>();

  /**
   * What is chosen for a place at some point.
   *
   * @param known takes what is found for that very point, by place: whoever asks about one place after the other comes to the same points again
   * @param decide makes a run for that very point
   */
  at(place: string, point: Point, known: Map<string, Seen>, decide: () => Run): Seen {
    const before = this.seen.get(place)?.at(point);
    if (before !== undefined) return before;
    return kept(known, place, () => {
      const group = kept(this.groups, place, () => decide().group(place));
      if (group.length === 0) return decide().nowhere;
      const own = this.offer(place, point, decide);
      if (own.preferred === undefined) return this.keep(place, own.empty);
      const offers = group.map((one) => this.offer(one, point, decide));
      const together = decide().together(offers, (one) => this.rest(one, point, decide));
      for (const [one, seen] of together) known.set(one, this.keep(one, seen));
      return together.get(place) ?? own.empty;
    });
  }

  /**
   * What is chosen for a place at some point, without what it depends on, which takes longer to find.
   *
   * @param known takes what is found for that very point, by place
   * @param decide lays out the places for that very point
   */
  choice(place: string, point: Point, known: Map<string, Choice>, program: Program, decide: () => Undecided): Choice {
    const before = this.seen.get(place)?.at(point);
    if (before !== undefined) return before.choice;
    return kept(known, place, () => {
      const stack = decide();
      const group = kept(this.groups, place, () => groupOf(place, stack, program));
      const choices = choicesIn(group, stack, program);
      for (const [one, choice] of choices) known.set(one, choice);
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
