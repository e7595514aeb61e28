import type { Lang } from '../../language/format.js';
import type { Expected, Tried } from '../../language/schema/results/interview.js';

/** What the state of an interview is told in. */
export interface InterviewTexts {
  readonly why: string;
  readonly how: string;
  readonly yourself: (examples: readonly string[]) => string;
  readonly expected: (expected: Expected) => string;
  readonly done: (asked: number, tried: Tried | undefined, hasPresets: boolean) => string;
  readonly next: (title: string) => string;
  readonly takes: Readonly<Record<'one' | 'many' | 'figure', string>>;
}

/** Whether the most that can be asked is so far above the least that it tells a reader nothing. */
const saysLittle = ({ atLeast, atMost }: Extract<Expected, { exact: false }>): boolean =>
  atMost > 20 && atMost > 3 * atLeast;

const count = (n: number): string => String(Math.round(n * 10) / 10);

export const INTERVIEW_TEXTS: Readonly<Record<Lang, InterviewTexts>> = {
  en: {
    why: 'Why: ',
    how: 'How to find out: ',
    yourself: (examples) => `such as ${examples.join(', ')}`,
    expected: (expected) => {
      if (expected.exact) return `${count(expected.questions)} questions expected, ${String(expected.most)} at most`;
      const least = `at least ${String(expected.atLeast)}`;
      return saysLittle(expected) ? `${least} more` : `${least} and at most ${String(expected.atMost)} more`;
    },
    done: (asked, tried, hasPresets) =>
      `${asked === 1 ? '1 question' : `${String(asked)} questions`}. ${
        tried === undefined
          ? `Proven: no reply to any other question can change what is chosen${hasPresets ? '; stating otherwise than the scenario presets may' : ''}.`
          : `Not proven within ${String(tried.points)} points: none of ${String(tried.completions)} full sets of replies that were drawn changes what is chosen.`
      }`,
    next: (title) => `Next question: ${title}`,
    takes: { one: 'one of', many: 'any of', figure: 'a figure' },
  },
  zh: {
    why: '为什么问：',
    how: '如何得知：',
    yourself: (examples) => `例如 ${examples.join('、')}`,
    expected: (expected) => {
      if (expected.exact) return `预计还有 ${count(expected.questions)} 题，至多 ${String(expected.most)} 题`;
      return saysLittle(expected)
        ? `至少还有 ${String(expected.atLeast)} 题`
        : `还有 ${String(expected.atLeast)} 至 ${String(expected.atMost)} 题`;
    },
    done: (asked, tried, hasPresets) =>
      `共 ${String(asked)} 题。${
        tried === undefined
          ? `已证明：其余问题无论怎样回答，选择都不会改变${hasPresets ? '；但改写场景预设的内容仍可能改变选择' : ''}。`
          : `考察 ${String(tried.points)} 个点后仍未能证明；随机抽取的 ${String(tried.completions)} 组完整回答都不改变选择。`
      }`,
    next: (title) => `下一题：${title}`,
    takes: { one: '任选其一', many: '可选多项', figure: '一个数值' },
  },
};
