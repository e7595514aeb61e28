import type { Better } from '../../finding-codes.js';
import { listed, sentences, withNames } from '../../../text/text.js';
import type { FindingTexts } from '../../finding-codes.js';

const all = (parts: readonly string[]): string => withNames(sentences(parts, 'zh'));
const quoted = (statements: readonly string[]): string =>
  listed(
    statements.map((one) => `\`${one}\``),
    'zh',
    'and',
  );
const inBrackets = (sources: readonly string[]): string => (sources.length === 0 ? '' : `（${sources.join('；')}）`);
const better = ({ candidate, verdict }: Better): string =>
  ({
    meets: `${candidate} 满足所有已指定的要求。`,
    conditional: `${candidate} 在一定条件下满足。`,
    unknown: `${candidate} 没有不满足的要求，但并非全部得到证实。`,
  })[verdict];
const compatibility = (one: { technology: string; text: string; isNeed: boolean }): string =>
  one.isNeed ? `${one.technology} 需要：${one.text}` : `${one.technology}：${one.text}`;
const seriesOf = (list: readonly { name: string; ends?: string }[]): string =>
  list.map(({ name, ends }) => (ends === undefined ? name : `${name}（${ends}）`)).join('、');

export const findings: FindingTexts = {
  unsatisfiable: {
    title: '不能同时成立的要求',
    message: ({ place, statements, forbidden }) => {
      const what = place === undefined ? '要求采用的技术不在任何答案之中' : `${place}没有可选项`;
      return all([
        statements.length > 1
          ? `${what}：${quoted(statements)} 不能同时成立。请去掉或修改其中一项。`
          : `${what}：${quoted(statements)} 无法满足。请去掉或修改它。`,
        ...forbidden.map((outcome) => `${outcome} 被知识包禁止。`),
      ]);
    },
    help: '请去掉或修改其中一项；列出的是相互冲突的最小集合。',
  },
  'departs-from-scenario': {
    title: '偏离场景预设的值',
    message: ({ scenario, factor, preset, stated, hasDecisions }) =>
      all([
        `工作负载偏离了它的场景：${scenario}预设${factor}为${preset}，而所述为${stated}。`,
        hasDecisions ? '场景决策树中以该预设为前提的分支不适用。' : '',
      ]),
    help: '请确认场景是否选对；去掉该因素即采用场景的预设。',
  },
  'hit-policy': {
    title: '因多条规则命中而没有结果的决策',
    message: ({ decision, policy }) => `“${decision}”没有结果：有多条规则命中，不符合其命中策略 \`${policy}\`。`,
    help: '请对知识运行 `whichstack check`：它会以 `overlap` 报告这些规则，并给出使其同时命中的输入。',
  },
  'guide-silent': {
    title: '指南没有结果的位置',
    message: ({ place, remaining, chosen, possible }) => {
      const guide =
        remaining === undefined
          ? `对于所述情况，没有规则涉及${place}`
          : `没有规则为${place}给出具体技术；所述情况下可选${remaining}`;
      if (chosen !== undefined) return `${guide}，由事实决定：${chosen}。`;
      const left = possible === undefined ? '' : `；仍有可能：${listed(possible, 'zh')}`;
      return `${guide}，此项待定${left}。`;
    },
    help: '请补充指定：推荐结果中的未定因素列出了哪些会改变它。',
  },
  'second-choice': {
    title: '改用规则的备选',
    message: ({ place, chosen, answer }) => `${place}：约束排除了 ${answer}；改选同一规则列出的备选 ${chosen}。`,
    help: '若应采用指南的答案，请去掉该约束。',
  },
  'required-joined': {
    title: '与答案结合的指定技术',
    message: ({ place, chosen }) => `${place}：${chosen} 把要求采用的技术与规则的答案合在一起。`,
    help: '无需处理：两者可以同时使用。',
  },
  'required-over-guide': {
    title: '取代答案的指定技术',
    message: ({ place, chosen, answer }) =>
      `${place}：${chosen} 是工作负载要求采用的；${answer === undefined ? '没有规则提到它' : `规则的答案是 ${answer}`}。`,
    help: '若应采用指南的答案，请去掉该指定。',
  },
  incompatible: {
    title: '在当前环境不可用，或与其余部分不兼容',
    message: (one) => {
      switch (one.form) {
        case 'replaced':
          return all([
            one.byGuide
              ? `${one.place}：指南建议 ${one.answer}，但${one.couldRun ? '达不到所提要求' : '当前环境不可用'}。`
              : `${one.place}：${one.answer} ${one.couldRun ? '达不到所提要求' : '在当前环境不可用'}。`,
            ...one.reasons,
            one.replacement === undefined
              ? ''
              : one.replacement === 'nothing'
                ? '没有可替代的选项。'
                : one.replacement.isOtherAnswer
                  ? `${one.couldRun ? '改用' : ''}指南的另一答案 ${one.replacement.candidate}${one.couldRun ? '' : ' 可行'}。`
                  : one.couldRun
                    ? `最接近的替代是 ${one.replacement.candidate}。`
                    : `最接近且可行的是 ${one.replacement.candidate}。`,
          ]);
        case 'alternative':
          return all([`${one.place}：指南也给出 ${one.answer}，但它无法与其余部分一起运行。`, ...one.reasons]);
        case 'reminder':
          return compatibility(one);
      }
      return one satisfies never;
    },
    help: '若应采用指南的答案，请更改原因中提到的内容，例如指定的部署环境。',
  },
  'realisation-open': {
    title: '尚未确定实现的接口',
    message: ({ technology, realisations, taken }) =>
      taken === undefined
        ? `${technology} 是一种接口，可由 ${listed(realisations, 'zh')} 提供。指定部署环境（位置、是否为隔离网络、已有技术）即可确定。`
        : `${technology} 是一种接口，已指定的内容不足以区分 ${taken} 与 ${listed(realisations, 'zh')}。指定部署环境（云服务商、已有技术）或要求采用其中之一即可确定。`,
    help: '请指定工作负载的部署位置，或指定其中一种实现。',
  },
  'needs-condition': {
    title: '部署环境须满足的条件',
    message: compatibility,
    help: '请确认部署环境满足该条件，并予以指定。',
  },
  pointless: {
    title: '同时使用没有意义的技术',
    message: compatibility,
    help: '请去掉其中之一。',
  },
  'requirement-failed': {
    title: '所选技术不满足的要求',
    message: ({ place, chosen, requirement, found, sources, better: other }) =>
      all([
        `${place}：${chosen} 不满足“${requirement}”：实际为 ${found}${inBrackets(sources)}。`,
        other === undefined ? '' : other === 'nothing' ? '可在此运行的选项中没有更好的。' : better(other),
      ]),
    help: '请放宽该要求，指定更好的选项，或在自己的硬件上测量。',
  },
  'requirement-unproven': {
    title: '没有事实证明的要求',
    message: ({ place, chosen, requirements, better: other }) =>
      all([
        `${place}：没有证据表明 ${chosen} 满足${requirements.map((one) => `“${one}”`).join('')}。`,
        other === undefined ? '' : better(other),
      ]),
    help: '请实际测量，或在知识中补上有来源的事实。',
  },
  'requirement-conditional': {
    title: '仅在一定条件下满足的要求',
    message: ({ place, chosen, requirements, reasons }) =>
      all([
        `${place}：${chosen} 仅在一定条件下满足${requirements.map((one) => `“${one}”`).join('')}。`,
        reasons.length === 0 ? '' : `原因：${reasons.join('；')}。`,
      ]),
    help: '请对照自己的条件；条件不同时请实际测量。',
  },
  lifecycle: {
    title: '已不再维护的技术',
    message: ({ technology, found, sources, maintained }) =>
      all([
        `${technology} ${found}${inBrackets(sources)}。`,
        maintained.length === 0 ? '' : `仍在维护的替代：${listed(maintained, 'zh')}。`,
      ]),
    help: '请选用仍在维护的替代。',
  },
  'lifecycle-ending': {
    title: '已停止或即将停止的支持',
    message: ({ technology, ended, ending, newest, instead }) =>
      `${technology}：${[
        ...(newest === undefined
          ? []
          : newest === 'none'
            ? ['没有已知的版本系列会继续获得支持']
            : [`仍受支持的最新系列为 ${seriesOf([newest])}`]),
        ...(ended.length === 0 ? [] : [`已停止支持：${seriesOf(ended)}`]),
        ...(ending.length === 0 ? [] : [`即将停止支持：${seriesOf(ending)}`]),
        ...(instead.length === 0 ? [] : [`请改用 ${instead.join('、')}`]),
      ].join('；')}。`,
    help: '请使用仍在支持的版本系列；若没有已知的系列，请查找更新的版本或改用其他技术。',
  },
  'knowledge-old': {
    title: '相对于所用日期已经陈旧的知识',
    message: ({ package: name, reviewed, asOf, lookUp }) =>
      all([
        `知识包“${name}”最近一次核对是在 ${reviewed}，距 ${asOf} 已超过六个月。`,
        lookUp.length === 0
          ? '所选技术在此期间没有到期的内容，但仍请查看最新版本。'
          : `请核对此后已到期的内容：${lookUp
              .map(
                ({ technology, series, facts }) =>
                  `${technology}（${[...(series ? ['版本系列'] : []), ...(facts ? ['事实'] : [])].join('、')}）`,
              )
              .join('、')}。`,
      ]),
    help: '请使用更新的知识库，或按其出处核对所列内容。',
  },
  hazard: {
    title: '所选技术的已知风险',
    message: ({ technology, text }) => `${technology}：${text}`,
    help: '请确认该风险是否适用，并做好预案。',
  },
  'item-kind-open': {
    title: '未说明类型的项',
    message: ({ item, factor }) => `\`${item}\` 未说明${factor}，因此只按它的数值和等级选择，而不考虑技术适用于哪一类`,
    help: '请说明该项的类型：指南按类型作决定，而多数技术只适用于某些类型。',
  },
  advisory: {
    title: '关于工作负载本身的提醒',
    message: ({ text }) => text,
    help: '请在确定技术栈之前阅读：无论选择什么，它都成立。',
  },
};
