import { gather, type GivenItem } from '../../decide/inputs/inputs.js';
import { declined, isNone } from '../../explore/interview/decline.js';
import { withReply } from '../../explore/interview/document.js';
import type { InterviewQuestion } from '../../language/schema/results/interview.js';
import { questionKey } from '../../explore/variants/question.js';
import { DiagnosticError, Diagnostics, position, type Span } from '../../language/diagnostics/diagnostic.js';
import type { Lang } from '../../language/format.js';
import { nearest } from '../../language/diagnostics/nearest.js';
import type { AnyWorkload } from '../../language/schema/workload.js';
import { readStated } from '../../language/values/value.js';
import { isPlain } from '../../language/read/document-reader.js';
import { readWorkload } from '../../language/read/workload.js';
import { readDocuments, type LocatedValue, type Path } from '../../language/read/yaml.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { readText } from '../files.js';
import { CLI_TEXTS } from '../texts/index.js';
import { FRAME, targetOf, type AnswerTarget } from './answer-keys.js';
import type { KnowledgeOptions } from '../commands/common.js';
import type { WorkloadFlags } from '../workload/flag-statements.js';

/** What a file of answers comes to. */
export interface FileAnswers {
  /** All that it states, laid over what was stated before. */
  readonly workload: AnyWorkload;
  /** What it says nobody knows: keys of questions, and factors wherever they are asked of. */
  readonly unknown: ReadonlySet<string>;
}

/** Whether nobody knows the reply to a question. */
export const isUnknown = ({ unknown }: Pick<FileAnswers, 'unknown'>, { key, factor }: InterviewQuestion): boolean =>
  unknown.has(key) || unknown.has(factor);

/**
 * Reads answers from a file, a workload or a mapping of factors to replies, and lays them over a workload: what both state is as the answers say, a list as a whole.
 * Null is "don't know".
 *
 * @throws {DiagnosticError} with everything that is wrong, each at its place
 */
export async function readAnswers(
  path: string,
  before: AnyWorkload,
  knowledge: KnowledgeBase,
  lang: Lang,
): Promise<FileAnswers> {
  const report = new Diagnostics();
  const source = await readText(path, CLI_TEXTS[lang].stdin, report);
  const [located, ...more] = source === undefined ? [] : readDocuments(source, report);
  for (const other of more) report.add('answers-several', {}, other.locate([]));
  if (source !== undefined && located === undefined && !report.failed) report.add('file-empty', { name: source.name });
  const answers = located && new Reading(located, knowledge, report).over(before);
  if (answers === undefined || report.failed) throw new DiagnosticError(report.all);
  return answers;
}

type Given = Readonly<Record<string, unknown>>;
type OfItem = Extract<AnswerTarget, { kind: 'item' }> & { readonly written: unknown; readonly from: string };

class Reading {
  private readonly unknown = new Set<string>();
  /** Where in the file the parts of the workload are written, by their path there. */
  private readonly written = new Map<string, Path>();
  private readonly ofItems: OfItem[] = [];

  constructor(
    private readonly located: LocatedValue,
    private readonly knowledge: KnowledgeBase,
    private readonly report: Diagnostics,
  ) {}

  over(before: AnyWorkload): FileAnswers | undefined {
    const { located, knowledge, report } = this;
    const { value } = located;
    if (!isPlain(value)) {
      report.add('answers-not-a-mapping', {}, located.locate([]));
      return undefined;
    }
    const isWorkload = 'kind' in value || 'apiVersion' in value;
    let laid: Given = { ...before };
    for (const [key, written] of Object.entries(value)) {
      const isPart = isWorkload || FRAME.includes(key);
      laid = isPart ? this.withPart(laid, key, written) : this.withAnswer(laid, key, written);
    }
    const locate: LocatedValue['locate'] = (path, part) => located.locate(this.placeOf(path), part);
    const read = readWorkload({ value: laid, locate }, knowledge, report);
    if (read === undefined) return undefined;
    const { items } = gather(read, knowledge);
    const workload = this.ofItems.reduce((all, answer) => this.withItem(all, answer, items), read.document);
    return { workload, unknown: this.unknown };
  }

  /** A part of a workload, as the file has it, over the one before. */
  private withPart(laid: Given, key: string, written: unknown): Given {
    if (written === null) return laid;
    if (key !== 'requirements' && key !== 'environment') return { ...laid, [key]: merged(laid[key], written) };
    if (!isPlain(written)) return { ...laid, [key]: written };
    const stated = Object.entries(written).flatMap(([name, reply]) => {
      if (!this.isFirst([key, name], [key, name])) return [];
      const isList = key === 'requirements' && this.knowledge.collections.has(name);
      if (isList && reply !== null) return [[name, this.known(name, reply, [key, name])]];
      const stated = this.stated(name, reply);
      if (stated !== null) return [[name, stated]];
      if (isList || this.knowledge.factors.has(name)) this.unknown.add(isList ? name : `${key}/${name}`);
      // What is no name at all is refused when the whole is read.
      return isList || this.knowledge.factors.has(name) ? [] : [[name, reply]];
    });
    return { ...laid, [key]: { ...(laid[key] as Given | undefined), ...(Object.fromEntries(stated) as Given) } };
  }

  private withAnswer(laid: Given, key: string, written: unknown): Given {
    const { knowledge, report } = this;
    const target = targetOf(key, knowledge, report, () => this.at(key, 'key'));
    if (target === undefined) return laid;
    const stated = target.kind === 'list' ? written : this.stated(target.factor.id, written);
    if (target.kind === 'item') {
      this.ofItems.push({ ...target, written: stated, from: key });
      // Which items there are is known later; what is wrong with the value is said with the rest.
      if (stated !== null)
        readStated(target.factor, stated, knowledge, report, (index) =>
          this.located.locate(index === undefined ? [key] : [key, index]),
        );
      return laid;
    }
    const path = target.kind === 'list' ? ['requirements', target.collection] : [target.section, target.factor.id];
    if (!this.isFirst(path, [key])) return laid;
    if (stated === null) {
      this.unknown.add(target.kind === 'list' ? target.collection : path.join('/'));
      return laid;
    }
    const [section = '', name = ''] = path;
    const reply = target.kind === 'list' ? this.known(name, written, [key]) : stated;
    return { ...laid, [section]: { ...(laid[section] as Given | undefined), [name]: reply } };
  }

  /** A reply as a workload states it; null where nothing is stated, as for "no limit". */
  private stated(name: string, written: unknown): unknown {
    const factor = this.knowledge.factors.get(name);
    const said = factor === undefined ? undefined : declined(factor, written, this.knowledge);
    if (said === undefined) return written;
    return said === 'nothing' ? null : said.states;
  }

  /** The items of a list without what nobody knows of them. */
  private known(collection: string, written: unknown, at: Path): unknown {
    if (isNone(written)) return [];
    const key = this.knowledge.collections.get(collection)?.key ?? '';
    const one = (item: unknown, here: Path): unknown => {
      if (!isPlain(item)) return item;
      const name = item['name'] ?? item[key] ?? collection;
      const replies = Object.entries(item).map(([factor, reply]) => [factor, this.stated(factor, reply)] as const);
      for (const [factor, reply] of replies) {
        if (typeof name !== 'string') continue;
        const question = questionKey(collection, factor, name);
        if (reply === null) this.unknown.add(question);
        else this.written.set(question, [...here, factor]);
      }
      return Object.fromEntries(
        replies.filter(([factor, reply]) => reply !== null || !this.knowledge.factors.has(factor)),
      );
    };
    return Array.isArray(written) ? written.map((item, n) => one(item, [...at, n])) : one(written, at);
  }

  /** A reply about one item, or about each that does not state it itself. */
  private withItem(workload: AnyWorkload, answer: OfItem, items: readonly GivenItem[]): AnyWorkload {
    const { collection, item, factor, written, from } = answer;
    const here = items.filter((one) => one.collection === collection);
    const names = here.map(({ name }) => name);
    if (item === undefined && written === null) this.unknown.add(factor.id);
    else if (item === undefined && here.length === 0) {
      const right = factor.askedOf.map((id) => `\`${id}\``);
      this.report.add('misplaced-factor', { factor: factor.id, where: '`--answers`', right }, this.at(from, 'key'));
    } else if (item !== undefined && !names.includes(item)) {
      const name = nearest(item, names.map((id) => ({ id }))); // prettier-ignore
      const key = name === undefined ? undefined : questionKey(collection, factor.id, name);
      this.report.add('item-unknown', { item, collection, expected: names }, this.at(from, 'key'), key);
    } else if (written === null) this.unknown.add(questionKey(collection, factor.id, item));
    else {
      const wanted = here.filter(({ name, given }) =>
        item === undefined ? !given.some((one) => one.factor === factor) : name === item,
      );
      return wanted.reduce((all, one) => this.withFactor(all, answer, one, items), workload);
    }
    return workload;
  }

  private withFactor(
    workload: AnyWorkload,
    { collection, item, factor, written, from }: OfItem,
    { name }: GivenItem,
    items: readonly GivenItem[],
  ): AnyWorkload {
    if (item !== undefined && !this.isFirst([questionKey(collection, factor.id, name)], [from])) return workload;
    const question = { section: collection, factor, item: name };
    return withReply(workload, question, written, items, this.knowledge.collections.get(collection));
  }

  /** Whether something is stated for the first time in the file; reports it where it is not. */
  private isFirst(path: Path, from: Path): boolean {
    const before = this.written.get(placeKey(path));
    if (before !== undefined) {
      const { source, start } = this.located.locate(before, 'key');
      const first = position(source.text, start).line;
      this.report.add('duplicate-key', { key: from.join('/'), first }, this.located.locate(from, 'key'));
      return false;
    }
    this.written.set(placeKey(path), from);
    return true;
  }

  /** Where in the file a part of the workload is written. */
  private placeOf(path: Path): Path {
    for (let length = path.length; length > 0; length--) {
      const found = this.written.get(placeKey(path.slice(0, length)));
      if (found !== undefined) return [...found, ...path.slice(length)];
    }
    return path;
  }

  private at(key: string, part: 'key' | 'value'): Span {
    return this.located.locate([key], part);
  }
}

const placeKey = (path: Path): string => path.join('\n');

/** A mapping laid over another, and so the mappings in it; any other value replaces the one before. */
function merged(before: unknown, over: unknown): unknown {
  if (!isPlain(before) || !isPlain(over)) return over;
  const both = Object.entries(over).map(([key, value]) => [key, merged(before[key], value)]);
  return { ...before, ...(Object.fromEntries(both) as Given) };
}

/** The file that a workload is written to by default. */
export const WORKLOAD_FILE = 'workload.yaml';

/** The flags of `ask`. */
export interface AskOptions extends WorkloadFlags, KnowledgeOptions {
  readonly answers?: string;
  /** False for --no-input. */
  readonly input: boolean;
  readonly output?: string;
  readonly force?: true;
}

/** The stream of the interview: that of messages where the workload goes to standard output. */
export const screenOf = ({ output }: Pick<AskOptions, 'output'>): NodeJS.WriteStream =>
  output === '-' ? process.stderr : process.stdout;
