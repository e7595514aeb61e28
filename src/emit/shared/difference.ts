import type { Lang } from '../../language/format.js';
import type {
  Because,
  Cause,
  Difference,
  DifferenceSide,
  RoleDifference,
  WorkloadDifference,
} from '../../language/schema/results/difference.js';
import { listed } from '../../language/text/text.js';
import { EVIDENCE_WORDS } from './evidence.js';

/** The fixed words of a difference, in text and in Markdown. */
export interface DifferenceWords {
  readonly summary: (counts: Difference['counts']) => string;
  readonly asOf: (date: string) => string;
  readonly lesser: string;
  readonly folded: (count: number) => string;
  readonly readable: string;
  readonly absent: string;
  readonly aspects: Readonly<Record<'opinion' | 'guide' | 'rules' | 'verdict' | 'fitBest', string>>;
  readonly opinions: Readonly<Record<'guide' | 'fit' | 'none', string>>;
  readonly nothing: string;
  readonly unreadable: Readonly<Record<'from' | 'to', string>>;
  readonly because: (proof: Because['proof'], count: number) => string;
  readonly more: (count: number) => string;
  readonly findings: Readonly<Record<'appeared' | 'gone', Readonly<Record<'error' | 'warning', string>>>>;
  readonly document: (number: number) => string;
  readonly columns: Readonly<Record<'workload' | 'role' | 'before' | 'after' | 'because' | 'what', string>>;
}

const workloads = (count: number): string => (count === 1 ? '1 workload' : `${String(count)} workloads`);

export const DIFFERENCE_WORDS: Readonly<Record<Lang, DifferenceWords>> = {
  en: {
    summary({ workloads: all, changed, unreadable, lesser }) {
      const parts = [
        ...(changed > 0
          ? [`${String(changed)} of ${workloads(all)} ${changed === 1 ? 'is' : 'are'} answered otherwise`]
          : []),
        ...(unreadable > 0
          ? [
              `${changed > 0 ? String(unreadable) : `${String(unreadable)} of ${workloads(all)}`} can be read by one of the two alone`,
            ]
          : []),
      ];
      const same = all === 1 ? 'The workload is answered as before' : `All ${workloads(all)} are answered as before`;
      const grounds = `${parts.length === 0 ? '' : 'of the others, '}${String(lesser)} ${lesser === 1 ? 'has' : 'have'} the same answers on other grounds`;
      return `${[parts.length === 0 ? same : listed(parts, 'en', 'and'), ...(lesser > 0 ? [grounds] : [])].join('; ')}.`;
    },
    asOf: (date) => `, as of ${date}`,
    lesser: 'Same answers, other grounds',
    folded: (count) => `What else differs: ${workloads(count)}`,
    readable: 'can be read',
    absent: 'not part of the stack',
    aspects: {
      opinion: 'decided by',
      guide: 'the guide answers',
      rules: 'by the rules',
      verdict: 'the facts say of it',
      fitBest: 'the facts rank first',
    },
    opinions: { guide: 'the guide', fit: 'the facts', none: 'neither opinion' },
    nothing: 'nothing',
    unreadable: {
      from: 'only the newer knowledge can read it',
      to: 'the newer knowledge cannot read it',
    },
    because(proof, count) {
      if (proof === 'minimal') return count === 1 ? 'because' : 'because, all together';
      if (proof === 'enough') return 'because of some of these; which was not proven';
      return count === 0 ? 'because: no cause was proven' : 'no cause was proven; this changed and bears on it';
    },
    more: (count) => `and ${String(count)} more`,
    findings: {
      appeared: { error: 'new error', warning: 'new warning' },
      gone: { error: 'former error', warning: 'former warning' },
    },
    document: (number) => `document ${String(number)}`,
    columns: { workload: 'Workload', role: 'Role', before: 'Before', after: 'After', because: 'Because', what: 'What' },
  },
  zh: {
    summary({ workloads: all, changed, unreadable, lesser }) {
      const parts = [
        ...(changed > 0 ? [`${String(all)} 个工作负载中有 ${String(changed)} 个的答案改变`] : []),
        ...(unreadable > 0
          ? [`${changed > 0 ? '' : `${String(all)} 个工作负载中`}有 ${String(unreadable)} 个只有其中一个版本能读取`]
          : []),
      ];
      const same = `全部 ${String(all)} 个工作负载的答案不变`;
      const grounds = `${parts.length === 0 ? '其中' : '另有'} ${String(lesser)} 个答案不变但依据不同`;
      return `${[...(parts.length === 0 ? [same] : parts), ...(lesser > 0 ? [grounds] : [])].join('，')}。`;
    },
    asOf: (date) => `，截至 ${date}`,
    lesser: '答案不变，依据不同',
    folded: (count) => `其他不同之处：${String(count)} 个工作负载`,
    readable: '可以读取',
    absent: '不在技术栈中',
    aspects: {
      opinion: '决定者',
      guide: '指南的答案',
      rules: '依据的规则',
      verdict: '事实核对',
      fitBest: '事实排名第一',
    },
    opinions: { guide: '指南', fit: '事实', none: '两者均未作答' },
    nothing: '无',
    unreadable: { from: '只有新版知识能读取它', to: '新版知识无法读取它' },
    because(proof, count) {
      if (proof === 'minimal') return count === 1 ? '原因' : '原因（共同作用）';
      if (proof === 'enough') return '原因在以下各项之中，未能证明是哪些';
      return count === 0 ? '未能证明原因' : '未能证明原因；与之相关的改动有';
    },
    more: (count) => `以及另外 ${String(count)} 项`,
    findings: {
      appeared: { error: '新增错误', warning: '新增警告' },
      gone: { error: '已消除的错误', warning: '已消除的警告' },
    },
    document: (number) => `第 ${String(number)} 个文档`,
    columns: { workload: '工作负载', role: '角色', before: '原来', after: '现在', because: '原因', what: '内容' },
  },
};

/** One respect in which the grounds of an answer differ, in words. */
export interface Ground {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What stands behind an answer and is otherwise. */
export function groundsOf({ differs, before, after }: RoleDifference, lang: Lang): Ground[] {
  const words = DIFFERENCE_WORDS[lang];
  const of = (side: DifferenceSide | null): Readonly<Record<keyof DifferenceWords['aspects'], string>> => ({
    opinion: words.opinions[side?.opinion ?? 'none'],
    guide: side?.guide.text ?? words.absent,
    rules: clauseList(side?.guide.rules, words.nothing),
    verdict: side?.verdict === undefined ? words.nothing : VERDICTS[lang][side.verdict],
    fitBest: side?.fitBestText ?? words.nothing,
  });
  const [old, now] = [of(before), of(after)];
  return GROUNDS.flatMap((aspect) =>
    differs.includes(aspect) ? [{ what: words.aspects[aspect], before: old[aspect], after: now[aspect] }] : [],
  );
}

const clauseList = (names: readonly string[] | undefined, nothing: string): string =>
  names === undefined || names.length === 0 ? nothing : names.join(', ');

const GROUNDS = ['opinion', 'guide', 'rules', 'verdict', 'fitBest'] as const;

const VERDICTS: Readonly<Record<Lang, Readonly<Record<NonNullable<DifferenceSide['verdict']>, string>>>> = {
  en: { meets: 'meets all', conditional: 'meets under conditions', unknown: 'unknown', fails: 'fails' },
  zh: { meets: '全部满足', conditional: '有条件满足', unknown: '未知', fails: '不满足' },
};

/** A place of the stack: `Storage (ledger)`. */
export const placeOf = ({ title, name }: Pick<RoleDifference, 'title' | 'name'>, lang: Lang): string =>
  name === undefined ? title : lang === 'zh' ? `${title}（${name}）` : `${title} (${name})`;

/** Where a workload is written; undefined where that is its title already. */
export function originOf({ title, file, document }: WorkloadDifference, lang: Lang): string | undefined {
  if (document !== undefined)
    return [...(file === undefined ? [] : [file]), DIFFERENCE_WORDS[lang].document(document)].join(
      lang === 'zh' ? '，' : ', ',
    );
  return file === title ? undefined : file;
}

/** `file:line:column` of a cause, and of what it was where that stands elsewhere. */
export function placesOf({ place, was }: Cause): string[] {
  return [
    ...new Set(
      [was, place].flatMap((one) =>
        one === undefined ? [] : [`${one.file}:${String(one.line)}:${String(one.column)}`],
      ),
    ),
  ];
}

/** Which two versions are compared: by digest too where they are called the same. */
export function basisOf({ from, to, asOf, lang }: Difference): string {
  const called = from.version === to.version && from.digest !== to.digest;
  const [old, now] = [from, to].map(({ version, digest }) => (called ? `${version} (${digest.slice(0, 8)})` : version));
  return `${old ?? ''} → ${now ?? ''}${DIFFERENCE_WORDS[lang].asOf(asOf)}`;
}

/** The colon of a language. */
export const colonOf = (lang: Lang): string => EVIDENCE_WORDS[lang].colon;
