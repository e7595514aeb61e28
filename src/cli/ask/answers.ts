import { DiagnosticError, Diagnostics } from '../../language/diagnostic.js';
import type { Lang } from '../../language/format.js';
import { nearest } from '../../language/nearest.js';
import type { InterviewQuestion } from '../../explore/interview-words.js';
import type { Workload } from '../../language/schema/workload.js';
import { readValue, show } from '../../language/value.js';
import { isPlain, readWorkload } from '../../language/workload.js';
import { readDocuments, type Located } from '../../language/yaml.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { readText } from '../files.js';
import { TEXTS } from '../texts.js';

/** Replies by the key of their question or, for whichever question asks for it, by the factor; null is "don't know". */
export type Answers = ReadonlyMap<string, unknown>;

/** The reply to a question; undefined where there is none. */
export const answerTo = (answers: Answers, { key, factor }: InterviewQuestion): unknown =>
  answers.has(key) ? answers.get(key) : answers.get(factor);

/**
 * Reads replies from a file: a workload, or a plain mapping of factors to replies.
 *
 * @throws {DiagnosticError} with everything that is wrong, each at its place
 */
export async function readAnswers(path: string, knowledge: KnowledgeBase, lang: Lang): Promise<Answers> {
  const report = new Diagnostics();
  const source = await readText(path, TEXTS[lang].stdin, report);
  const [located] = source === undefined ? [] : readDocuments(source, report);
  if (source !== undefined && located === undefined && !report.failed) report.add('file-empty', { name: source.name });
  const answers = located === undefined ? new Map<string, unknown>() : read(located, knowledge, report);
  if (report.failed) throw new DiagnosticError(report.all);
  return answers;
}

function read(located: Located, knowledge: KnowledgeBase, report: Diagnostics): Answers {
  const { value } = located;
  if (!isPlain(value) || 'kind' in value || 'requirements' in value || 'environment' in value) {
    const workload = readWorkload(located, knowledge, report)?.document;
    return workload === undefined ? new Map() : fromWorkload(workload, knowledge);
  }
  return new Map(Object.entries(value).flatMap(([name, reply]) => one(name, reply, located, knowledge, report)));
}

function one(
  name: string,
  reply: unknown,
  { locate }: Located,
  knowledge: KnowledgeBase,
  report: Diagnostics,
): [string, unknown][] {
  const collection = knowledge.collections.get(name);
  const factor = knowledge.factors.get(collection?.key ?? name.split('/').at(-1) ?? name);
  if (factor === undefined) {
    const known = [...knowledge.factors.values()].map(({ id, title }) => ({ id, also: [title.en, title.zh] }));
    const all = [...known, ...[...knowledge.collections.keys()].map((id) => ({ id }))];
    const expected = all.map(({ id }) => id);
    report.add(
      'unknown-factor',
      { factor: name, where: '`--answers`', expected },
      locate([name], 'key'),
      nearest(name, all),
    );
    return [];
  }
  if (reply === null) return [[name, null]];
  const values: readonly unknown[] = collection !== undefined && Array.isArray(reply) ? reply : [reply];
  values.forEach((value, n) =>
    readValue(factor, value, knowledge, report, (index) =>
      locate(index === undefined && values.length === 1 ? [name] : [name, index ?? n]),
    ),
  );
  return [[name, reply]];
}

/** What a workload states, by the keys of the questions for it. */
function fromWorkload(workload: Workload, { collections }: KnowledgeBase): Answers {
  const answers = new Map<string, unknown>();
  for (const section of ['requirements', 'environment'] as const) {
    for (const [name, written] of Object.entries(workload[section] ?? {})) {
      const collection = section === 'requirements' ? collections.get(name) : undefined;
      if (collection === undefined) {
        answers.set(`${section}/${name}`, written);
        continue;
      }
      const items = (Array.isArray(written) ? (written as unknown[]) : [written]).map((item) =>
        isPlain(item) ? item : { [collection.key]: item },
      );
      const keys = items.flatMap((item) => item[collection.key] ?? []);
      answers.set(name, keys);
      for (const { name: own, ...item } of items) {
        const called = show(own ?? item[collection.key] ?? name);
        // Asked about which there are, one names the kinds; the items are then called by these.
        for (const [factor, value] of Object.entries(item)) {
          for (const title of new Set([called, show(item[collection.key] ?? called)]))
            answers.set(`${name}/${title}/${factor}`, value);
        }
      }
    }
  }
  return answers;
}
