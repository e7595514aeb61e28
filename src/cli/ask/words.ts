import type { Lang } from '../../language/format.js';

/** What an interview on the command line says. */
export interface AskWords {
  readonly dontKnow: string;
  readonly back: string;
  readonly figure: string;
  readonly keys: string;
  readonly keysOfMany: string;
  readonly fromScenario: (items: string) => string;
  readonly fromList: string;
  readonly none: string;
  readonly chooseAny: (title: string) => string;
  readonly keysOfFigure: (back: boolean) => string;
  readonly left: string;
  readonly saveAs: string;
  readonly overwrite: (name: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly written: (name: string) => string;
}

/** What a workload is written to where nothing else is said. */
export const WORKLOAD_FILE = 'workload.yaml';

export const ASK_WORDS: Readonly<Record<Lang, AskWords>> = {
  en: {
    dontKnow: "don't know",
    back: 'back to the question before',
    figure: 'another figure',
    keys: '↑ ↓ to move, Enter to reply, Ctrl-C to leave',
    keysOfMany:
      '↑ ↓ to move, Space to choose any number, Enter to reply, or with none chosen to go back; Ctrl-C to leave',
    fromScenario: (items) => `as the scenario has it: ${items}`,
    fromList: 'choose from a list…',
    none: 'none',
    chooseAny: (title) => `${title}: which of these?`,
    keysOfFigure: (back) => `Enter a figure; ? if you don't know${back ? ', < to go back' : ''}, Ctrl-C to leave`,
    left: 'Left without writing anything.',
    saveAs: 'Write the workload to',
    overwrite: (name) => `${name} is there already. Overwrite it?`,
    yes: 'yes',
    no: 'no',
    written: (name) => `Workload written to ${name}`,
  },
  zh: {
    dontKnow: '不知道',
    back: '返回上一题',
    figure: '另填数值',
    keys: '↑ ↓ 移动，回车确认，Ctrl-C 退出',
    keysOfMany: '↑ ↓ 移动，空格选择（可多选），回车确认（未选任何项则返回），Ctrl-C 退出',
    fromScenario: (items) => `沿用场景默认：${items}`,
    fromList: '从列表中选择……',
    none: '没有',
    chooseAny: (title) => `${title}：有哪些？`,
    keysOfFigure: (back) => `请输入数值；不知道请输入 ?${back ? '，返回请输入 <' : ''}，Ctrl-C 退出`,
    left: '已退出，没有写入任何文件。',
    saveAs: '把工作负载写入',
    overwrite: (name) => `${name} 已经存在，要覆盖吗？`,
    yes: '是',
    no: '否',
    written: (name) => `工作负载已写入 ${name}`,
  },
};
