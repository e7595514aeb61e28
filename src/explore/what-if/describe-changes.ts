import type { Describer } from '../../report/describe.js';
import type { Lang } from '../../language/format.js';
import type { Factor } from '../../language/schema/knowledge/factor.js';
import { listed, typeset, withBrackets } from '../../language/text/text.js';
import { isUnstated, type Question, type Reply } from '../variants/question.js';
import type { Distance, Counterfactuals } from './counterfactuals.js';
import { EXPLORE_TEXTS } from '../texts/index.js';
import type { ChangeKind, WhatIfTexts } from '../texts/texts.js';

/** How many replies are named of a list that is abridged. */
const MAX_NAMED_REPLIES = 5;

/** Gives the texts of changes to a workload and of what a search for them proves, in one language. */
export class ChangeDescriber {
  private readonly texts: WhatIfTexts;

  constructor(private readonly describe: Describer) {
    this.texts = EXPLORE_TEXTS[describe.lang].whatIf;
  }

  private get lang(): Lang {
    return this.describe.lang;
  }

  /** The title of a question: that of its factor, with the item that it is about, as `IOPS (ledger)`. */
  question({ factor, item }: Question): string {
    const title = factor.title[this.lang];
    return item === undefined ? title : withBrackets(title, item, this.lang);
  }

  /** The text of a reply: `medium`, `300k`, `not stated`. */
  reply({ factor }: Question, reply: Reply): string {
    if (isUnstated(reply)) return this.texts.notStated;
    if (reply.figure !== undefined) return reply.figure.text;
    const { value = '' } = reply;
    if (Array.isArray(value) && value.length === 0) return this.texts.none;
    return this.describe.value(factor, value);
  }

  /** `Security falls to medium`; several replies to a question in one phrase. */
  change(question: Question, from: Reply, to: readonly Reply[], brief = false): string {
    const names = new Map<ChangeKind, string[]>();
    for (const reply of to) {
      const kind = kindOf(question.factor, from, reply);
      names.set(kind, [...(names.get(kind) ?? []), this.named(kind, question, from, reply)]);
    }
    const alternatives = [...names].map(([kind, replies]) => this.texts.kinds[kind](this.abridged(replies, brief)));
    return this.texts.change(this.question(question), listed(alternatives, this.lang));
  }

  /** `a, b or c`; where `brief`, of a long list the first names and the number of the others. */
  private abridged(names: readonly string[], brief: boolean): string {
    const others = names.length - MAX_NAMED_REPLIES;
    if (!brief || others < 2) return listed(names, this.lang);
    return listed([...names.slice(0, MAX_NAMED_REPLIES), this.texts.oneOfOthers(others)], this.lang);
  }

  /** Changes that are made jointly: `Security falls to medium, and at the same time KVM becomes no`. */
  jointly(changes: readonly string[]): string {
    return this.typeset(changes.length < 2 ? changes.join('') : this.texts.jointly(changes));
  }

  /**
   * What a search proves.
   *
   * @param distance that of the changes it found
   * @param keeps whether some statements may not change
   * @param target the title of what was looked for; undefined for any other choice
   */
  proof(
    { flips, proven, beyond, decided }: Counterfactuals,
    distance: Distance | undefined,
    keeps: boolean,
    target: string | undefined,
  ): string {
    const { proofs } = this.texts;
    if (distance !== undefined && proven) {
      const isSingle = distance.factors === 1 && distance.levels === 1;
      return this.typeset(isSingle ? proofs.singleStep(decided) : proofs.smallest(decided));
    }
    if (distance !== undefined) return this.typeset(proofs.smallestKnown(decided));
    if (proven || beyond === undefined || flips.length > 0)
      return this.typeset(proofs.impossible(decided, keeps, target));
    return this.typeset(proofs.searchEnded(beyond, decided));
  }

  /** Why no search was made for a target with this title. */
  withoutSearch(reason: 'alreadyChosen' | 'forbidden' | 'outOfReach', title: string): string {
    return this.typeset(this.texts.proofs[reason](title));
  }

  private named(kind: ChangeKind, question: Question, from: Reply, to: Reply): string {
    if (to.limit?.relation === kind) return to.limit.text;
    if (kind === 'gains' || kind === 'loses') {
      const [before, after] = [membersOf(from), membersOf(to)];
      const [more, less] = kind === 'gains' ? [after, before] : [before, after];
      const members = more.filter((member) => !less.includes(member));
      return listed(
        members.map((member) => this.describe.value(question.factor, member)),
        this.lang,
        'and',
      );
    }
    return this.reply(question, to);
  }

  private typeset(text: string): string {
    return typeset(text, this.lang);
  }
}

const membersOf = ({ value }: Reply): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);

function kindOf(factor: Factor, from: Reply, to: Reply): ChangeKind {
  if (isUnstated(to)) return 'withdrawn';
  if (to.limit !== undefined) return to.limit.relation;
  if (isUnstated(from)) return 'stated';
  if (factor.type === 'set') return membersOf(to).length > membersOf(from).length ? 'gains' : 'loses';
  if (factor.type !== 'ordinal') return 'becomes';
  const at = (reply: Reply): number => factor.levels.findIndex(({ id }) => id === reply.value);
  return at(to) < at(from) ? 'falls' : 'rises';
}
