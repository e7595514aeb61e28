import { abridged, type CatalogueWords, type DiagnosticWords } from '../texts.js';

export const words: DiagnosticWords = {
  severity: { error: '错误', warning: '警告' },
  suggestion: {
    spelling: (name) => `请写成 \`${name}\`。`,
    word: (name) => `该词可指 \`${name}\`；如果是这个意思，请写 \`${name}\`。`,
    nearness: (name) => `是否想写 \`${name}\`？`,
  },
  cell: ({ row, column, name }) =>
    `第 ${String(row)} 行${column === undefined ? '' : `，第 ${String(column.number)} 列（${column.letters}）`}${name === undefined ? '' : `，\`${name}\``}。`,
};

/** 句中的名称；过多时只列前几个。 */
export const names = (all: readonly string[], word: 'and' | 'or' = 'or'): string => abridged(all, 'zh', word, ' 等');
export const oneOf = (expected: readonly string[]): string => `应为 ${names(expected)}。`;

export const catalogue: CatalogueWords = {
  title: '代码一览',
  intro: 'Whichstack 报告的全部代码、含义及处理办法。`whichstack explain CODE` 可查看其中一个。',
  kinds: {
    problem: { title: '知识的问题', intro: '由 `whichstack check` 报告；有意为之的问题可用 Tension 确认。' },
    finding: { title: '推荐结果的提示', intro: '列在推荐结果的 `findings` 中，最严重的在前。' },
    diagnostic: { title: '诊断', intro: '针对命令行、文件或取值报告，并指明位置。退出码取所报告诊断中最大的一个。' },
  },
  severity: { error: '错误', warning: '警告', note: '提示', info: '信息' },
  exitCode: (code) => `退出码 ${String(code)}`,
  former: (codes) => `原为 ${codes.map((code) => `\`${code}\``).join('、')}`,
  example: '示例',
  libraryExample: '库的示例',
  noExample: {
    'large-input': '没有简短的示例：只有大型输入才会报告此代码。',
    'own-mistake': '没有示例：已知会引起它的错误都已修正。',
  },
  packageNote: (id) => `文件夹 \`${id}\` 还包含一个知识包，可用 \`--format markdown\` 查看。`,
  packages: { title: '示例所用的知识包', intro: '示例中与下列知识包同名的文件夹也包含该知识包。' },
};
