import { listed, numberText, spaced } from '../../../language/text/text.js';
import type { SharedTexts } from './texts.js';

const figure = (count: number): string => numberText(count, 'zh');

export const zh: SharedTexts = {
  evidence: {
    kinds: {
      measurement: '实测',
      benchmark: '基准测试',
      paper: '论文',
      documentation: '文档',
      'vendor-claim': '厂商宣称',
    },
    confidences: { high: '可信度高', medium: '可信度中', low: '可信度低' },
    verdicts: { meets: '满足', conditional: '有条件满足', unknown: '未证实', fails: '不满足' },
    stale: '已过期',
    derived: '推算值',
    undated: '无日期',
    read: (date) => `${date} 查阅`,
    unknownAge: '测量时间不明',
    onlyWith: (technologies) => `仅限与 ${technologies} 搭配`,
    nothing: '–',
    doubts: {
      'vendor-claim': '仅有厂商宣称',
      'no-limit-known': '没有已知上限',
      'bound-only': '仅有界限',
      'part-only': '仅测了一部分',
      stale: '证据已过期',
      undated: '证据时间不明',
      'low-confidence': '证据较弱',
      conflict: '来源不一致',
      partly: '仅部分范围',
      conditions: '另有测试条件',
    },
    noEvidence: '没有证据',
  },
  answer: {
    stack: '技术栈',
    findings: '核实',
    fit: '证据核验',
    untitled: '工作负载',
    open: '待定',
    notNeeded: '不需要',
    none: '当前环境无可用选项',
    basis: ({ version, reviewed }, asOf) =>
      `知识库 ${version}${reviewed === undefined ? '' : `，核对于 ${reviewed}`}，评估日期 ${asOf}`,
    by: (name, by) => `${name}（由 ${by} 提供）`,
    orElse: (others) => spaced(`或${others}`),
    columns: { role: '角色', choice: '选择', verdict: '证据结论', others: '或', rules: '规则' },
    severities: { error: '错误', warning: '警告', info: '说明' },
    risks: '所选技术的风险',
    inputs: '输入',
    inputColumns: { factor: '因素', value: '取值', origin: '来源' },
    origins: { stated: '已指定', figure: '以数值指定', scenario: '场景预设', typical: '场景典型值，不参与决策' },
    constraints: { forbid: '禁止', require: '要求采用', omit: '不选用任何技术的位置' },
    claims: '指南的数据及其依据',
    claimVerdicts: {
      confirmed: '已证实',
      conditional: '在一定条件下证实',
      unconfirmed: '未证实',
      unsourced: '未找到来源',
    },
    tensions: '指南中的分歧',
    reading: '我们的理解',
    trends: '趋势',
  },
  summary: {
    why: '理由',
    changes: '变化',
    always: '默认',
    whatever: (titles) => `无论${listed(titles, 'zh', 'and')}为何值`,
    and: '，且',
    proven: (count) => `${figure(count)} 项要求均已证实`,
    andOthers: (about, count) => `${about}；另有 ${figure(count)} 项`,
    assuming: (condition) => `前提：${condition}`,
    holdsIf: (condition) => `前提是${condition}，但未说明`,
    wanted: (outcome) => `指南建议 ${outcome}`,
    undecided: '已指定的内容不足以决定',
    unmet: '已知技术都不能同时满足所指定的要求',
    byEvidence: '由证据选出',
    change: (factor, value, place, chosen) => spaced(`${factor}：${value} → ${place}改为${chosen}`),
    marks: { meets: '已证实', conditional: '有条件', unknown: '未证实', fails: '不满足', open: '当前环境不可用' },
    verdictOn: {
      conditional: (demand) => `仅在一定条件下满足“${demand}”`,
      unknown: (demand) => `没有证据表明满足“${demand}”`,
      fails: (demand) => `不满足“${demand}”`,
    },
    notNeededPlaces: (titles) => `不需要：${listed(titles, 'zh', 'and')}`,
    found: '实际',
    whyNot: '为何不选',
    rivals: '为何不选其他',
  },
  profile: {
    facts: '事实',
    licence: '许可证',
    lifecycle: '生命周期',
    needs: '依赖条件',
    compatibility: '兼容性',
    hazards: '风险',
    alternatives: '仍在维护的替代',
    runsOn: '运行于',
    realises: '提供以下接口',
    realisedBy: '由以下技术提供',
    namedBy: '指南中提到它的条目',
    released: (date) => `${date} 发布`,
    ends: (date) => `支持至 ${date}`,
    endedOn: (date) => `已于 ${date} 结束`,
    endedWith: (release) => `已被 ${release} 移除`,
    instead: (what) => `改用 ${what}`,
  },
  definition: {
    aliases: '可由这些词找到',
    alsoNamed: '该名称还可以指',
  },
  whatIf: {
    kept: (titles) => `保持不变：${listed(titles, 'zh', 'and')}（由 --keep 与 --all-factors 决定）。`,
    columns: { place: '位置', now: '当前选择', then: '变为', when: '仅当' },
  },
  verification: {
    title: (version) => `验证 ${version}`,
    counts: (decisions, rules) => `${figure(decisions)} 个决策，${figure(rules)} 条规则。`,
    questions: ({ interviews, proven = 0, expected, most, inOrder }) =>
      interviews === undefined
        ? `问答预计需要 ${figure(expected)} 个问题，至多 ${figure(most)} 个（由动态规划精确得出）；依次询问所有因素需要 ${figure(inOrder)} 个。`
        : `问答平均需要 ${figure(expected)} 个问题（由 ${figure(interviews)} 个随机工作负载估计，其中 ${figure(proven)} 个得到证明）；任何一次都不超过 ${figure(most)} 个；依次询问所有因素需要 ${figure(inOrder)} 个。`,
    severities: { error: '错误', warning: '警告', note: '提示' },
    more: (count) => `以及另外 ${figure(count)} 处`,
    acknowledged: '已确认的问题',
    group: (tension, count, reading) => `${tension}（${figure(count)} 个问题）：${reading}`,
    section: (id, relation) =>
      relation === 'own'
        ? `您的知识包 ${id}`
        : relation === 'changed'
          ? `知识包 ${id}，由您的知识包引起`
          : `知识包 ${id}，没有您的知识包也存在`,
    noProblem: '没有错误或警告。',
    alike: (title, count, decisions) =>
      `${title}：${
        decisions.length === 0
          ? ''
          : `${listed(
              decisions.map((id) => `\`${id}\``),
              'zh',
              'and',
            )} 中`
      }共 ${figure(count)} 处`,
    moreAlike: (count) => `以及另外 ${figure(count)} 个同类问题；用 \`--all\` 逐一列出`,
    omitted: ({ alike, notes, inherited, freshness }) =>
      `未列出：${listed(
        [
          ...(alike > 0 ? [`${figure(alike)} 个与上文同类的问题`] : []),
          ...(notes > 0 ? [`${figure(notes)} 条提示`] : []),
          ...(inherited > 0 ? [`${figure(inherited)} 个下层知识包自身的问题`] : []),
          ...(freshness > 0 ? [`${figure(freshness)} 条时效信息`] : []),
        ],
        'zh',
        'and',
      )}。用 \`--all\` 列出全部。`,
    verdict: (errors, warnings, known) =>
      `${figure(errors)} 个错误，${figure(warnings)} 个警告；${figure(known)} 个已确认。`,
  },
  interview: {
    why: '为什么问：',
    how: '如何确定：',
    done: (asked, tried, hasPresets) =>
      `共 ${figure(asked)} 个问题。${
        tried === undefined
          ? `已证明：其余问题无论怎样回答，选择都不会改变${hasPresets ? '；但改变场景预设值仍可能改变选择' : ''}。`
          : `考察 ${figure(tried.points)} 个点后未能证明；随机抽取的 ${figure(tried.completions)} 组完整回答都不改变选择。`
      }`,
    next: (title) => `下一个问题：${title}`,
  },
  comparison: {
    facts: '事实',
    nothing: '没有带出处的数据',
    attribute: '属性',
    fit: (place) => `证据核验：${place}`,
    candidate: (title, verdict, rank, score) => `${title}：${verdict}；在该角色中排第 ${figure(rank)}，距离 ${score}`,
    required: '要求',
    verdict: '结论',
    rank: (rank) => `在该角色中排第 ${figure(rank)}`,
    cannot: (why) => `当前环境不可用：${why}`,
    sources: '文献',
  },
  difference: {
    summary({ workloads: all, changed, unreadable, lesser }) {
      const parts = [
        ...(changed > 0 ? [`${figure(all)} 个工作负载中有 ${figure(changed)} 个的答案改变`] : []),
        ...(unreadable > 0
          ? [`${changed > 0 ? '' : `${figure(all)} 个工作负载中`}有 ${figure(unreadable)} 个只有其中一个版本能读取`]
          : []),
      ];
      const same = `全部 ${figure(all)} 个工作负载的答案不变`;
      const grounds = `${parts.length === 0 ? '其中' : '另有'} ${figure(lesser)} 个答案不变但依据不同`;
      return `${[...(parts.length === 0 ? [same] : parts), ...(lesser > 0 ? [grounds] : [])].join('，')}。`;
    },
    asOf: (date) => `，评估日期 ${date}`,
    lesser: '答案不变，依据不同',
    folded: (count) => `其他不同之处：${figure(count)} 个工作负载`,
    readable: '可以读取',
    absent: '不在技术栈中',
    aspects: {
      opinion: '决定者',
      guide: '指南的答案',
      rules: '依据的规则',
      verdict: '证据核验',
      fitBest: '证据排名第一',
    },
    verdicts: { meets: '全部满足', conditional: '有条件满足', unknown: '未全部证实', fails: '未全部满足' },
    opinions: { guide: '指南', fit: '证据', none: '两者均未作答' },
    nothing: '无',
    unreadable: { from: '只有新版本能读取', to: '新版本无法读取' },
    because(proof, changes) {
      if (proof === 'minimal') return changes === 'several' ? '原因（共同作用）' : '原因';
      if (proof === 'enough') return '原因在以下各项之中，未能证明具体是哪些';
      return changes === 'none' ? '未能证明原因' : '未能证明原因；与之相关的改动有';
    },
    more: (count) => `以及另外 ${figure(count)} 项`,
    findings: {
      appeared: { error: '新增错误', warning: '新增警告' },
      gone: { error: '已消除的错误', warning: '已消除的警告' },
    },
    document: (number) => `第 ${figure(number)} 个文档`,
    columns: { workload: '工作负载', role: '角色', before: '原来', after: '现在', because: '原因', what: '内容' },
  },
  problem: {
    witness: (text) => `例如：${text}`,
  },
  map: {
    untitled: '工作负载',
    subject: (place, x, y) => `${place}：按${x}（→）和${y}（↓）`,
    legend: '答案',
    cells: (count) => `${figure(count)} 格`,
    own: (x, y) => `本工作负载（${x}；${y}）`,
    stated: (factor, value) => `${factor}：${value}`,
    byFit: '由证据决定；其余由指南决定',
    onlyFit: '由证据决定',
    more: (title, count) => `${title} +${figure(count)}`,
    also: (title, others) => `“${title}”也代表：${others}。`,
    without: (axis, members) => `${axis}：增减以下任何一项都不改变答案：${members}。`,
    andMore: (count) => `等 ${figure(count)} 项`,
    cell: (where, answer) => `${where} → ${answer}`,
    answered: (letter, title, count) => `${letter}，${title}：${figure(count)} 格。`,
  },
};
