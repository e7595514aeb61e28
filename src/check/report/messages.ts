import type { Lang } from '../../language/format.js';
import type { ProblemCode } from '../../language/diagnostics/problem-codes.js';

/** What may be left to find where cases are too many. */
export const UNPROVEN: Readonly<Record<Lang, Readonly<Partial<Record<ProblemCode, string>>>>> = {
  en: {
    gap: 'inputs without an answer',
    overlap: 'rules that hit together and must not',
    ambiguous: 'answers at once that do not go together',
    masked: 'rules that never answer',
    unreachable: 'rules that never hit',
    'delegate-has-no-result': 'rules that ask what never answers there',
    redundant: 'rules that change nothing',
    'empty-intersection': 'inputs for which nothing is left',
    disagreement: 'inputs for which the two contradict each other',
    'non-monotonic': 'levels that ask for more and get less',
  },
  zh: {
    gap: '没有答案的输入',
    overlap: '不应同时命中的规则',
    ambiguous: '无法并存的答案',
    masked: '永远轮不到作答的规则',
    unreachable: '永远不会命中的规则',
    'delegate-has-no-result': '询问后得不到答案的规则',
    redundant: '没有作用的规则',
    'empty-intersection': '没有任何剩余选项的输入',
    disagreement: '两者相互矛盾的输入',
    'non-monotonic': '要求更高反而得到更少的等级',
  },
};

/** What a message is made of, in words. */
interface Parts {
  readonly decision: string;
  readonly other: string;
  readonly rules: string;
  readonly first: string;
  readonly others: string;
  readonly factor: string;
  readonly levels: readonly string[];
  readonly technology: string;
  readonly criterion: string;
  readonly says: readonly string[];
  /** The same, joined. */
  readonly saying: string;
  /** How many rules are in question. */
  readonly count: number;
  /** Whether the first of them has no conditions. */
  readonly catchesAll: boolean;
  readonly policy: string;
  readonly id: string;
  readonly unproven: string;
  /** What a tension acknowledges: the kind of problem, and what it names. */
  readonly acknowledged: string;
}

/** What is wrong, in a sentence. */
export const MESSAGES: Readonly<Record<Lang, Readonly<Record<ProblemCode, (p: Parts) => string>>>> = {
  en: {
    gap: (p) => `${p.decision} has no answer for some inputs, and nothing answers in its place`,
    'gap-with-fallback': (p) => `${p.decision} is silent for some inputs; others answer in its place`,
    overlap: (p) =>
      `${p.count > 2 ? `${p.first} hits together with ${p.others}` : `${p.rules} hit together`}, which the hit policy \`${p.policy}\` of ${p.decision} does not allow${p.catchesAll ? `; ${p.first} has no conditions: as the last rule, the hit policy \`first\` would make it the default` : ''}`,
    ambiguous: (p) => `${p.decision} gives two answers at once: ${p.rules} hit for the same inputs and say ${p.saying}`,
    masked: (p) =>
      `${p.first} of ${p.decision} never answers: all of its inputs are hit by ${p.others}${p.policy === 'unique' ? ' too, which the hit policy `unique` does not allow' : ''}`,
    unreachable: (p) =>
      `${p.first} of ${p.decision} never hits: its condition contradicts itself or what stands above it, or waits for an answer that is never given`,
    'delegate-has-no-result': (p) =>
      `${p.first} of ${p.decision} never answers: wherever it would, ${p.other}, which it asks, has no answer`,
    redundant: (p) =>
      `${p.first} of ${p.decision} changes nothing: wherever it decides, ${p.others === '' ? 'the answer is the same without it' : `the same is said by ${p.others}`}`,
    'empty-intersection': (p) => `nothing is left for some inputs of ${p.decision}: ${p.rules} have nothing in common`,
    disagreement: (p) =>
      `${p.decision} and ${p.other} contradict each other: ${p.says[0] ?? ''} against ${p.says[1] ?? ''}`,
    'contradicted-by-facts': (p) =>
      `by the facts, ${p.technology} fails “${p.criterion}”${p.levels.length === 0 ? '' : ` for ${p.factor}: ${p.levels.join(', ')}`}; it is named by ${p.rules} of ${p.decision}`,
    'unsupported-by-facts': (p) =>
      `no fact shows that ${p.technology} meets “${p.criterion}” for ${p.factor}: ${p.levels.join(', ')}, as is assumed by ${p.rules} of ${p.decision}`,
    'non-monotonic': (p) =>
      `asking more of ${p.factor} gets less in ${p.decision}: ${p.levels[0] ?? ''} gets ${p.says[0] ?? ''}, ${p.levels[1] ?? ''} gets ${p.says[1] ?? ''}, which by the facts reaches a lower level`,
    'forbidden-outcome': (p) =>
      `${p.first} of ${p.decision} answers only ${p.says.join('')}, which the package \`${p.id}\` forbids: nothing is left to choose`,
    'undefined-output': (p) => `${p.decision} never answers, although its like do for the other scenarios`,
    'level-without-result': (p) =>
      `“${p.factor}: ${p.levels.join(', ')}” by itself gets no answer from ${p.decision}, while other levels do`,
    'irrelevant-factor': (p) => `${p.decision} ignores “${p.factor}”: every rule accepts every value of it`,
    'unused-factor': (p) => `no rule and no criterion uses the factor “${p.factor}” [${p.id}]`,
    'indistinguishable-levels': (p) => `nothing tells these values of “${p.factor}” apart: ${p.levels.join(', ')}`,
    'unused-decision': (p) => `nothing asks ${p.decision}: no role, no scenario, and no decision that is asked`,
    'unused-outcome': (p) => `nothing ever answers ${p.technology} [${p.id}]`,
    inconclusive: (p) =>
      `${p.decision}${p.other === '' ? '' : ` and ${p.other}`}: too many cases to try all of them; what is told of them is so, but there may be more: ${p.unproven}`,
    'unused-suppression': (p) => `tension \`${p.id}\` acknowledges ${p.acknowledged}, but no such problem exists`,
  },
  zh: {
    gap: (p) => `${p.decision}对部分输入没有答案，也没有其他决策补上`,
    'gap-with-fallback': (p) => `${p.decision}对部分输入不作答，由其他决策接着回答`,
    overlap: (p) =>
      `${p.count > 2 ? `${p.first} 会与${p.others}同时命中` : `${p.rules}会同时命中`}，违反了${p.decision}的命中策略 \`${p.policy}\`${p.catchesAll ? `；${p.first} 没有条件：若放在最后并改用命中策略 \`first\`，它就是默认规则` : ''}`,
    ambiguous: (p) => `${p.decision}同时给出两个答案：${p.rules}对相同的输入命中，分别为${p.saying}`,
    masked: (p) =>
      `${p.decision}的 ${p.first} 永远轮不到作答：它的所有输入都被${p.others}命中${p.policy === 'unique' ? '，而命中策略 `unique` 不允许同时命中' : ''}`,
    unreachable: (p) =>
      `${p.decision}的 ${p.first} 永远不会命中：其条件自相矛盾、与上层节点矛盾，或等待一个从不会给出的答案`,
    'delegate-has-no-result': (p) =>
      `${p.decision}的 ${p.first} 永远不会作答：凡轮到它时，它所询问的${p.other}都没有答案`,
    redundant: (p) =>
      `${p.decision}的 ${p.first} 没有作用：凡由它决定之处，${p.others === '' ? '去掉它' : p.others + '的'}答案都相同`,
    'empty-intersection': (p) => `${p.decision}对部分输入没有任何剩余选项：${p.rules}没有交集`,
    disagreement: (p) => `${p.decision}与${p.other}相互矛盾：前者为${p.says[0] ?? ''}，后者为${p.says[1] ?? ''}`,
    'contradicted-by-facts': (p) =>
      `${p.decision}的${p.rules}提到${p.technology}，但事实表明它不满足“${p.criterion}”${p.levels.length === 0 ? '' : `（${p.factor}：${p.levels.join('、')}）`}`,
    'unsupported-by-facts': (p) =>
      `${p.decision}的${p.rules}认为${p.technology}满足“${p.criterion}”（${p.factor}：${p.levels.join('、')}），但没有事实能够证明`,
    'non-monotonic': (p) =>
      `在${p.decision}中，对${p.factor}要求越高反而得到越少：${p.levels[0] ?? ''}得到${p.says[0] ?? ''}，${p.levels[1] ?? ''}得到${p.says[1] ?? ''}，而事实表明后者达到的等级更低`,
    'forbidden-outcome': (p) =>
      `${p.decision}的 ${p.first} 只给出${p.says.join('')}，而知识包 \`${p.id}\` 禁用了它：没有可选的了`,
    'undefined-output': (p) => `${p.decision}从不作答，而其他场景的同类决策都会作答`,
    'level-without-result': (p) => `仅说明“${p.factor}：${p.levels.join('、')}”时，${p.decision}没有答案，其他等级则有`,
    'irrelevant-factor': (p) => `${p.decision}忽略了“${p.factor}”：每条规则都接受它的任意取值`,
    'unused-factor': (p) => `没有任何规则或准则用到因素“${p.factor}”[${p.id}]`,
    'indistinguishable-levels': (p) => `“${p.factor}”的这些取值没有任何区别：${p.levels.join('、')}`,
    'unused-decision': (p) => `没有任何角色、场景或被用到的决策询问${p.decision}`,
    'unused-outcome': (p) => `没有任何规则会给出${p.technology}[${p.id}]`,
    inconclusive: (p) =>
      `${p.decision}${p.other === '' ? '' : `与${p.other}`}：情形过多，无法全部验证；已报告的问题属实，但可能还有未发现的${p.unproven}`,
    'unused-suppression': (p) => `张力 \`${p.id}\` 所确认的${p.acknowledged}并不存在（或已消失）`,
  },
};
