import { listed, numberText } from '../../../text/text.js';
import type { InconclusiveCode, ProblemTexts, TechnologyPart } from '../../problem-codes.js';

/** 一条消息最多列出这么多条规则。 */
const MAX_NAMED_RULES = 5;

/** 句中的规则；过多时只列前几条，并注明其余条数。 */
function rulesOf(names: readonly string[]): string {
  const more = names.length - MAX_NAMED_RULES;
  return listed(more < 2 ? names : [...names.slice(0, MAX_NAMED_RULES), `另外 ${String(more)} 条`], 'zh', 'and');
}

/** 可能还有未发现的问题。 */
const KINDS: Readonly<Record<InconclusiveCode, string>> = {
  gap: '没有结果的输入',
  overlap: '违反命中策略而重叠的规则',
  ambiguous: '有两个答案的输入',
  masked: '被遮蔽的规则',
  unreachable: '永远不会命中的规则',
  'delegate-has-no-result': '所委托的决策没有结果的规则',
  redundant: '冗余的规则',
  'empty-intersection': '没有任何剩余选项的输入',
  disagreement: '两者相互矛盾的输入',
  'non-monotonic': '要求更高反而得到更少的等级',
  'against-order': '违反所声明顺序的答案',
  'factor-without-effect': '不改变任何答案的因素或界限',
};

/** The parts of a technology, in a sentence. */
const PARTS: Readonly<Record<TechnologyPart, string>> = {
  licence: '许可证',
  lifecycle: '生命周期',
  needs: '依赖条件',
  hazards: '风险',
};
const partsOf = (parts: readonly TechnologyPart[]): readonly string[] => parts.map((part) => PARTS[part]);

export const problems: ProblemTexts = {
  gap: {
    title: '没有结果的输入',
    foundWhen: '所读取的因素均已给出，而该决策及替代它的决策都没有结果。',
    message: ({ decision }) => `${decision}对部分输入没有结果，也没有其他决策补上`,
    help: '请为这些输入补上规则，或在命中策略为 `first` 的表末加一条没有条件的规则。若是有意为之，请用 Tension 确认。',
  },
  'gap-with-fallback': {
    title: '由其他决策回答的输入',
    foundWhen: '决策没有结果，而委托它的决策会继续求值。',
    message: ({ decision }) => `${decision}对部分输入没有结果，由后续的规则或决策处理`,
    help: '无需处理：其他规则、其他决策或事实会回答这些输入。若应由该决策自己回答，请补上规则。',
  },
  overlap: {
    title: '违反命中策略的重叠规则',
    foundWhen:
      '多条规则命中同一输入，违反命中策略：`unique`，或结果不同的 `any`。每处只报告一次，记在与其他规则重叠的那条规则上，其他规则列在其后。',
    message: ({ decision, rules: [first = '', ...others], policy, catchesAll }) =>
      `${
        others.length > 1 ? `${first} 会与${rulesOf(others)}同时命中` : `${rulesOf([first, ...others])}会同时命中`
      }，违反了${decision}的命中策略 \`${policy}\`${
        catchesAll ? `；${first} 没有条件：若放在最后并改用命中策略 \`first\`，它就是默认规则` : ''
      }`,
    help: '请收窄其中一条规则的条件，或改用按规则次序决定的命中策略 `first`。',
  },
  ambiguous: {
    title: '相同输入有两个答案',
    foundWhen:
      '条件相同的规则在 `list` 中给出不同答案；或命中同一输入的分支、`union` 的规则所给出的组合是否可共同运行未知。',
    message: ({ decision, rules, answers }) =>
      `${decision}对相同的输入有两个答案：${rulesOf(rules)}同时命中，分别为${listed(answers, 'zh', 'and')}`,
    help: '请加上能区分这些规则的条件；若这些结果项可以同时使用，请写入 Combinations 文档。',
  },
  masked: {
    title: '被遮蔽的规则',
    foundWhen:
      '对一条规则的全部输入，其他规则先于它（`first`）或与它同时（`unique`，此时不再报告重叠）命中，并给出它的全部答案。',
    message: ({ decision, rule, others, conflictingPolicy: policy }) =>
      `${decision}的 ${rule} 永远不起作用：它的所有输入都${policy === undefined ? '先' : ''}被${rulesOf(others)}命中${policy === undefined ? '' : `，而命中策略 \`${policy}\` 不允许同时命中`}`,
    help: '请删除该规则，把它移到遮蔽它的规则之前，或收窄那些规则的条件。',
  },
  unreachable: {
    title: '永远不会命中的规则',
    foundWhen: '条件自相矛盾或与上层节点的条件矛盾，或等待永远不会出现的答案或项。',
    message: ({ decision, rule }) =>
      `${decision}的 ${rule} 永远不会命中：其条件自相矛盾、与上层节点矛盾，或要求一个从不出现的答案`,
    help: '请更正条件，或删除该规则。',
  },
  'delegate-has-no-result': {
    title: '所委托的决策没有结果',
    foundWhen: '规则委托给另一决策，而在该规则命中且前面的规则都没有答案之处，那个决策都没有结果。',
    message: ({ decision, rule, delegate }) =>
      `${decision}的 ${rule} 永远不起作用：对它的所有输入，它所委托的${delegate}都没有结果`,
    help: '请为所委托的决策补上规则，改为委托其他决策，或删除该规则。',
  },
  redundant: {
    title: '冗余的规则',
    foundWhen: '去掉该规则后，每个输入的答案都不变；对 `any`、`collect` 和树，报告的规则可一并去掉。',
    message: ({ decision, rule, others }) =>
      `${decision}的 ${rule} 没有作用：凡由它决定之处，${others.length === 0 ? '去掉它' : `${rulesOf(others)}的`}答案都相同`,
    help: '请删除该规则。同一张 `any`、`collect` 表或同一棵树中报告的规则可以一并删除。',
  },
  'empty-intersection': {
    title: '答案的交集为空',
    foundWhen: '交集的各条规则没有共同的选项。',
    message: ({ decision, rules }) => `${decision}对部分输入没有任何剩余选项：${rulesOf(rules)}的答案没有交集`,
    help: '请让这些规则至少容许一个共同选项，或用 Tension 确认此处没有可选项。',
  },
  disagreement: {
    title: '相互矛盾的决策',
    foundWhen:
      '一张表先后求值的两个决策都有结果，而一方的任何组合都不是另一方组合的全部或一部分；或规则在场景的典型等级上与场景如此矛盾。',
    message: ({ decision, other, answer, otherAnswer }) =>
      `${decision}与${other}相互矛盾：前者为${answer}，后者为${otherAnswer}`,
    help: '请更改其中一条规则，或用 Tension 确认并说明以哪一个为准。',
  },
  'contradicted-by-facts': {
    title: '与事实矛盾的规则',
    foundWhen: '依事实，规则的答案或所举技术不满足规则自身要求的等级，或不满足始终要求的条件。',
    message: ({ decision, rules, technology, criterion, demand }) =>
      `${decision}的${rulesOf(rules)}给出${technology}，但事实表明它不满足“${criterion}”${demand === undefined ? '' : `（${demand.factor}：${demand.level}）`}`,
    help: '请更改规则的答案或条件，或更正事实；若各来源说法不一，请用 Tension 确认。',
  },
  'unsupported-by-facts': {
    title: '没有事实支持的答案',
    foundWhen: '没有事实表明规则的答案达到该规则所针对的等级。',
    message: ({ decision, rules, technology, criterion, demand }) =>
      `${decision}的${rulesOf(rules)}给出${technology}，但没有事实表明它满足“${criterion}”${demand === undefined ? '' : `（${demand.factor}：${demand.level}）`}`,
    help: '请补上有来源的事实，或实际测量。',
  },
  'non-monotonic': {
    title: '等级更高而答案更弱',
    foundWhen: '依事实，较高等级的答案反而只达到较低的等级。',
    message: ({ decision, factor, lower, higher }) =>
      `${decision}对${factor}不单调：${lower.level}得到${lower.answer}，${higher.level}得到${higher.answer}，而事实表明后者达到的等级更低`,
    help: '请交换两者的答案，或用 Tension 说明为何更高的等级得到更弱的答案。',
  },
  'against-order': {
    title: '违反所声明顺序的答案',
    foundWhen: '决策的 `order` 声明答案随某因素上升或下降，而两个仅在该因素上不同的输入得到的答案恰好相反。',
    message: ({ decision, factor, lower, higher }) =>
      `${decision}在${factor}上违反其顺序：其余相同时，${lower.level}得到${lower.answer}，${higher.level}得到${higher.answer}`,
    help: '请修改其中一条规则的答案；或更正 `order`，或用 Tension 说明该因素为何例外。',
  },
  'forbidden-outcome': {
    title: '答案全部被禁用的规则',
    foundWhen: '规则的答案全部为知识包所禁止，且没有列出尚可用的备选。',
    message: ({ decision, rule, answer, package: id }) =>
      `${decision}的 ${rule} 只给出${answer}，而知识包 \`${id}\` 禁用了它：没有剩余选项`,
    help: '请为该规则补上备选，在禁用该结果项的知识包中取代该规则，或用 Tension 确认。',
  },
  'undefined-output': {
    title: '唯独该场景没有定义的输出',
    foundWhen: '多数场景填入某一位置的决策会给出某个输出，而此决策从不给出。',
    message: ({ decision }) => `${decision}从无结果，而多数其他场景的同类决策都有`,
    help: '请在该决策的规则中补上该输出，或用 Tension 确认该场景不作规定。',
  },
  'level-without-result': {
    title: '没有结果的等级',
    foundWhen: '单独给出某一等级时，角色没有答案，而其他等级有。',
    message: ({ decision, factor, level }) => `仅说明“${factor}：${level}”时，${decision}没有结果，其他等级则有`,
    help: '请为该等级补上规则，或用 Tension 确认它只在结合其他因素时才起作用。',
  },
  'irrelevant-factor': {
    title: '被表忽略的因素',
    foundWhen: '表中有某因素一列，而每条规则都接受它的所有取值。',
    message: ({ decision, factor }) => `${decision}忽略了“${factor}”：每条规则都接受它的任意取值`,
    help: '请去掉对该因素的检验，或让某条规则区分它的取值。',
  },
  'factor-without-effect': {
    title: '不改变任何答案的因素',
    foundWhen: '决策的规则区分某因素的取值，但无论其他因素如何，它的每个取值都得到相同的答案。',
    message: ({ decision, factor, member, rules }) =>
      `${decision}白白检验了“${factor}”：${
        member === undefined ? '无论取何值' : `无论是否包含${member}`
      }，答案都相同（${rulesOf(rules)}）`,
    help: '请去掉对该因素的检验以及由此变得相同的规则，或更正本应取决于它的答案。',
  },
  'bound-without-effect': {
    title: '不改变任何答案的界限',
    foundWhen: '决策的规则对某个量设有界限，而界限两侧总是得到相同的答案。',
    message: ({ decision, factor, bound, rules }) =>
      `“${factor}”的界限 ${bound} 不改变${decision}的任何答案（${rulesOf(rules)}）`,
    help: '请合并界限两侧的规则，或更正本应在此改变的答案。',
  },
  'unused-factor': {
    title: '没有任何地方用到的因素',
    foundWhen: '没有规则、也没有准则用到该因素。',
    message: ({ factor, id }) => `没有任何规则或准则用到因素“${factor}”[${id}]`,
    help: '请在规则或准则中使用它，或将其删除。',
  },
  'indistinguishable-levels': {
    title: '无从区分的等级',
    foundWhen: '没有规则、也没有准则区分某些等级或取值。',
    message: ({ factor, levels }) => `没有任何规则或准则区分“${factor}”的这些取值：${levels.join('、')}`,
    help: '请合并这些等级，或让规则、准则加以区分。',
  },
  'levels-without-effect': {
    title: '规则区分而答案不区分的等级',
    foundWhen: '规则区分了某些相邻等级或取值，但没有任何决策的答案因此不同，也没有准则、提示或其他条件区分它们。',
    message: ({ factor, levels }) => `规则区分了“${factor}”的这些取值，答案却都不区分：${levels.join('、')}`,
    help: '请合并这些等级，或更正本应有所不同的答案。',
  },
  'unused-decision': {
    title: '从未求值的决策',
    foundWhen: '没有角色、场景或在用的决策引用它；完全没有角色时，所有决策都视为在用。它的空缺不予报告。',
    message: ({ decision }) => `没有任何角色、场景或被求值的决策用到${decision}`,
    help: '请在角色或场景中引用它，由其他规则委托给它，或将其删除。',
  },
  'unused-outcome': {
    title: '没有规则给出的结果项',
    foundWhen: '没有任何可能作答的规则、组合或准则提到该结果项。',
    message: ({ outcome, id }) => `没有任何规则会给出${outcome}[${id}]`,
    help: '请补上给出它的规则，或将其删除。',
  },
  'technology-incomplete': {
    title: '技术缺少内容',
    foundWhen: '一项技术（接口除外）缺少 `licence` 事实、`lifecycle`、`needs` 或 `hazards`，`omits` 中也没有说明原因。',
    message: ({ technology, parts }) => `${technology}缺少${listed(partsOf(parts), 'zh', 'and')}，且未说明原因`,
    help: '请补上其开发方文档载明的内容，每项注明来源；不适用或没有来源时，请在 `omits` 中以同名键说明原因。',
  },
  'omits-contradicted': {
    title: '既给出又声明省略的内容',
    foundWhen: '`omits` 说明了省略某项内容的原因，而该技术其实给出了这项内容。',
    message: ({ technology, parts }) =>
      `${technology}已给出${listed(partsOf(parts), 'zh', 'and')}，\`omits\` 却说明了省略的原因`,
    help: '请删除 `omits` 中的原因，或删除与之矛盾的内容。',
  },
  'undated-figure': {
    title: '没有日期的数值',
    foundWhen: '属性带有 `validFor`，而数值自身没有 `date` 和 `expires`，其来源也没有 `date`；查阅日期不算。',
    message: ({ technology, attributes, source }) =>
      `无从得知${technology}的${listed(attributes, 'zh', 'and')}是何时测得的，只能按过期处理：来源 \`${source}\` 没有日期`,
    help: '请为事实补上测量日期，或为来源补上发布或最近修改的日期；确实无从得知时，请用 Tension 确认。',
  },
  'dated-by-reading': {
    title: '把查阅日期当作日期',
    foundWhen: '来源的 `date`，或引用它的事实的 `date`，就是该来源的查阅日期 `read`。',
    message: ({ technology, source, date }) =>
      technology === undefined
        ? `来源 \`${source}\` 的日期 ${date} 只是查阅日期`
        : `${technology}的一条事实日期为 ${date}，这只是其来源 \`${source}\` 的查阅日期`,
    help: '请写明测量或发布的日期，或删除该日期；内容不再变动的文献不需要 `read`。',
  },
  inconclusive: {
    title: '未能证明到底的部分',
    foundWhen: '情形过多，无法逐一检验；`unproven` 列出可能还有的问题种类。',
    message: ({ decision, other, kinds }) =>
      `${decision}${other === undefined ? '' : `与${other}`}：情形过多，无法全部验证；已报告的问题属实，但可能还有未发现的${listed(
        kinds.map((kind) => KINDS[kind]),
        'zh',
      )}`,
    help: '请把该决策拆成若干个，使每个检验的因素较少。',
  },
  'text-untranslated': {
    title: '缺少所属知识包某种语言的文本',
    foundWhen: '知识包的标题写有某种语言，而其中的文本缺少这种语言；该语言的读者看到的是另一种语言的文字。',
    message: ({ package: name, lang, texts }) =>
      `知识包 \`${name}\` 有 ${numberText(texts, 'zh')} 处文本缺少 \`${lang}\``,
    help: '请补上这种语言的文本；如果不打算提供这种语言，请从 Package 的标题中删去它。',
  },
  'unused-suppression': {
    title: '没有对应问题的确认',
    foundWhen: 'Tension 确认了一个不存在的问题。',
    message: ({ tension, acknowledged }) =>
      `分歧 \`${tension}\` 所确认的 ${acknowledged.map((name) => `\`${name}\``).join(' ')} 并不存在`,
    help: '请删除 `acknowledges` 中的这一项，或更正所指的对象。',
  },
};
