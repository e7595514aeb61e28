import type { AskTexts } from './texts.js';

export const zh: AskTexts = {
  dontKnow: '不知道',
  back: '返回上一个问题',
  figure: '填写其他数值',
  keys: '↑ ↓ 移动，回车确认，Ctrl-C 退出',
  keysOfMany: '↑ ↓ 移动，空格选择（可多选），回车确认（未选任何项则返回），Ctrl-C 退出',
  fromScenario: (items) => `沿用场景预设：${items}`,
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
};
