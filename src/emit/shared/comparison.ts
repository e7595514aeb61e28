import type { Lang } from '../../language/format.js';

/** The fixed words of a comparison, in text and in Markdown. */
export interface ComparisonWords {
  readonly facts: string;
  readonly nothing: string;
  readonly attribute: string;
  readonly fit: (place: string) => string;
  readonly candidate: (title: string, verdict: string, rank: number, score: string) => string;
  readonly required: string;
  readonly verdict: string;
  readonly rank: (rank: number) => string;
  readonly cannot: (why: string) => string;
  readonly sources: string;
}

export const COMPARISON_WORDS: Readonly<Record<Lang, ComparisonWords>> = {
  en: {
    facts: 'Facts side by side',
    nothing: 'no figure with a source',
    attribute: 'Attribute',
    fit: (place) => `Fit with the workload: ${place}`,
    candidate: (title, verdict, rank, score) =>
      `${title}: ${verdict}; number ${String(rank)} of its role, distance ${score}`,
    required: 'Required',
    verdict: 'Verdict',
    rank: (rank) => `number ${String(rank)} of its role`,
    cannot: (why) => `cannot run here: ${why}`,
    sources: 'Sources',
  },
  zh: {
    facts: '事实对照',
    nothing: '没有带出处的数据',
    attribute: '属性',
    fit: (place) => `与工作负载的契合：${place}`,
    candidate: (title, verdict, rank, score) => `${title}：${verdict}；在该角色中排第 ${String(rank)}，距离 ${score}`,
    required: '要求',
    verdict: '结论',
    rank: (rank) => `在该角色中排第 ${String(rank)}`,
    cannot: (why) => `无法在此运行：${why}`,
    sources: '文献',
  },
};
