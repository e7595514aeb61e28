import type { Expected, Tried } from '../../explore/interview/plan.js';
import type { Lang } from '../../language/format.js';

/** What an interview on the command line says. */
export interface AskWords {
  readonly why: string;
  readonly how: string;
  readonly dontKnow: string;
  readonly back: string;
  readonly figure: string;
  readonly yourself: (examples: readonly string[]) => string;
  readonly keys: string;
  readonly keysOfMany: string;
  readonly fromScenario: (items: string) => string;
  readonly fromList: string;
  readonly none: string;
  readonly chooseAny: (title: string) => string;
  readonly keysOfFigure: (back: boolean) => string;
  readonly expected: (expected: Expected) => string;
  readonly left: string;
  readonly done: (asked: number, tried: Tried | undefined, hasPresets: boolean) => string;
  readonly saveAs: string;
  readonly overwrite: (name: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly written: (name: string) => string;
  readonly next: (title: string) => string;
  readonly takes: Readonly<Record<'one' | 'many' | 'figure', string>>;
}

/** What a workload is written to where nothing else is said. */
export const WORKLOAD_FILE = 'workload.yaml';

/** Whether the most that can be asked is so far above the least that it tells a reader nothing. */
const saysLittle = ({ atLeast, atMost }: Extract<Expected, { exact: false }>): boolean =>
  atMost > 20 && atMost > 3 * atLeast;

const count = (n: number): string => String(Math.round(n * 10) / 10);

export const ASK_WORDS: Readonly<Record<Lang, AskWords>> = {
  en: {
    why: 'Why: ',
    how: 'How to find out: ',
    dontKnow: "don't know",
    back: 'back to the question before',
    figure: 'another figure',
    yourself: (examples) => `such as ${examples.join(', ')}`,
    keys: '↑ ↓ to move, Enter to reply, Ctrl-C to leave',
    keysOfMany:
      '↑ ↓ to move, Space to choose any number, Enter to reply, or with none chosen to go back; Ctrl-C to leave',
    fromScenario: (items) => `as the scenario has it: ${items}`,
    fromList: 'choose from a list…',
    none: 'none',
    chooseAny: (title) => `${title}: which of these?`,
    keysOfFigure: (back) => `Enter a figure; ? if you don't know${back ? ', < to go back' : ''}, Ctrl-C to leave`,
    expected: (expected) => {
      if (expected.exact) return `${count(expected.questions)} questions expected, ${String(expected.most)} at most`;
      const least = `at least ${String(expected.atLeast)}`;
      return saysLittle(expected) ? `${least} more` : `${least} and at most ${String(expected.atMost)} more`;
    },
    left: 'Left without writing anything.',
    done: (asked, tried, hasPresets) =>
      `${asked === 1 ? '1 question' : `${String(asked)} questions`}. ${
        tried === undefined
          ? `Proven: no reply to any other question can change what is chosen${hasPresets ? '; stating otherwise than the scenario presets may' : ''}.`
          : `Not proven within ${String(tried.points)} points: none of ${String(tried.completions)} full sets of replies that were drawn changes what is chosen.`
      }`,
    saveAs: 'Write the workload to',
    overwrite: (name) => `${name} is there already. Overwrite it?`,
    yes: 'yes',
    no: 'no',
    written: (name) => `Workload written to ${name}`,
    next: (title) => `Next question: ${title}`,
    takes: { one: 'one of', many: 'any of', figure: 'a figure' },
  },
  zh: {
    why: '为什么问：',
    how: '如何得知：',
    dontKnow: '不知道',
    back: '返回上一题',
    figure: '另填数值',
    yourself: (examples) => `例如 ${examples.join('、')}`,
    keys: '↑ ↓ 移动，回车确认，Ctrl-C 退出',
    keysOfMany: '↑ ↓ 移动，空格选择（可多选），回车确认（未选任何项则返回），Ctrl-C 退出',
    fromScenario: (items) => `沿用场景默认：${items}`,
    fromList: '从列表中选择……',
    none: '没有',
    chooseAny: (title) => `${title}：有哪些？`,
    keysOfFigure: (back) => `请输入数值；不知道请输入 ?${back ? '，返回请输入 <' : ''}，Ctrl-C 退出`,
    expected: (expected) => {
      if (expected.exact) return `预计还有 ${count(expected.questions)} 题，至多 ${String(expected.most)} 题`;
      return saysLittle(expected)
        ? `至少还有 ${String(expected.atLeast)} 题`
        : `还有 ${String(expected.atLeast)} 至 ${String(expected.atMost)} 题`;
    },
    left: '已退出，没有写入任何文件。',
    done: (asked, tried, hasPresets) =>
      `共 ${String(asked)} 题。${
        tried === undefined
          ? `已证明：其余问题无论怎样回答，选择都不会改变${hasPresets ? '；但改写场景预设的内容仍可能改变选择' : ''}。`
          : `考察 ${String(tried.points)} 个点后仍未能证明；随机抽取的 ${String(tried.completions)} 组完整回答都不改变选择。`
      }`,
    saveAs: '把工作负载写入',
    overwrite: (name) => `${name} 已经存在，要覆盖吗？`,
    yes: '是',
    no: '否',
    written: (name) => `工作负载已写入 ${name}`,
    next: (title) => `下一题：${title}`,
    takes: { one: '任选其一', many: '可选多项', figure: '一个数值' },
  },
};
