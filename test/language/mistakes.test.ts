import { expect } from 'vitest';
import { DiagnosticError, formatDiagnostic, loadKnowledge, parseWorkloads, recommend } from '../../src/index.js';
import { runCases, type Case } from '../support/cases.js';
import { whichstack } from '../support/cli.js';

/** What is made of an input: what it reads as, or what is said of it in each language. */
interface Answer {
  readonly codes: readonly string[];
  /** The place of the first diagnostic. */
  readonly at: string | undefined;
  readonly en: string;
  readonly zh: string;
  readonly stdout: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const knowledge = loadKnowledge();
const HEAD = 'apiVersion: whichstack/v1\nkind: Workload\n';

/** The whole text of the workload that a case has a part of. */
function textOf({ text, body, requirements, environment, data }: Case): string {
  if (typeof text === 'string') return text;
  if (typeof body === 'string') return `${HEAD}${body}\n`;
  if (typeof environment === 'string') return `${HEAD}environment:\n  ${environment}\n`;
  if (typeof requirements === 'string') return `${HEAD}requirements:\n  ${requirements}\n`;
  return `${HEAD}requirements:\n  data:\n    - need: oltp\n      ${String(data)}\n`;
}

function readText(text: string): Answer {
  const answer = { codes: [], at: undefined, en: '', zh: '', stdout: '', values: {} };
  try {
    const values = parseWorkloads(knowledge, text, 'workload.yaml')
      .flatMap((workload) => recommend(knowledge, workload).inputs)
      .map(({ factor, figure, value }) => [factor, figure?.value ?? value] as const);
    return { ...answer, values: Object.fromEntries(values) };
  } catch (error) {
    if (!(error instanceof DiagnosticError)) throw error;
    const { diagnostics } = error;
    const [en, zh] = (['en', 'zh'] as const).map((lang) =>
      diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, lang)).join('\n'),
    );
    const at = /^workload\.yaml:(\d+:\d+):/.exec(en ?? '')?.[1];
    return { ...answer, codes: diagnostics.map(({ code }) => code), at, en: en ?? '', zh: zh ?? '' };
  }
}

async function readCommand(command: readonly string[], stdin: string): Promise<Answer> {
  const { stdout, stderr } = await whichstack(command, { stdin });
  const { stderr: zh } = await whichstack([...command, '--lang', 'zh'], { stdin });
  const codes = [...stderr.matchAll(/^(?:.*: )?error\[([a-z-]+)\]/gm)].map(([, code = '']) => code);
  return { codes, at: undefined, en: stderr, zh, stdout, values: {} };
}

const holdsAll = (text: string, parts: unknown): void => {
  for (const part of parts as readonly unknown[]) expect(text).toContain(String(part));
};

runCases<Answer>('language/mistakes.yaml', {
  optional: ['text', 'body', 'requirements', 'environment', 'data', 'command'],
  run: (given) =>
    Array.isArray(given['command'])
      ? readCommand(given['command'].map(String), textOf({ requirements: '{}', ...given }))
      : readText(textOf(given)),
  expectations: {
    codes: (answer, codes) => {
      expect(answer.codes, answer.en).toEqual(codes);
    },
    at: ({ at, en }, place) => {
      expect(at, en).toBe(place);
    },
    en: ({ en }, parts) => {
      holdsAll(en, parts);
    },
    zh: ({ zh }, parts) => {
      holdsAll(zh, parts);
    },
    neverSaid: ({ en, zh }, parts) => {
      for (const part of parts as readonly unknown[]) expect(`${en}\n${zh}`).not.toContain(String(part));
    },
    said: ({ stdout }, parts) => {
      holdsAll(stdout, parts);
    },
    reads: ({ values, en }, expected) => {
      expect(en).toBe('');
      expect(values).toMatchObject(expected as object);
    },
  },
});
