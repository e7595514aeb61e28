import type { Lang } from '../../language/format.js';
import type { FactRow } from '../../language/schema/results/profile.js';

/** The words for facts and what they are worth. */
export interface EvidenceWords {
  readonly kinds: Readonly<Record<FactRow['kind'], string>>;
  readonly confidences: Readonly<Record<FactRow['confidence'], string>>;
  readonly verdicts: Readonly<Record<'meets' | 'conditional' | 'unknown' | 'fails', string>>;
  readonly stale: string;
  readonly derived: string;
  readonly undated: string;
  readonly nothing: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
}

export const EVIDENCE_WORDS: Readonly<Record<Lang, EvidenceWords>> = {
  en: {
    kinds: {
      measurement: 'measured',
      benchmark: 'benchmark',
      paper: 'paper',
      documentation: 'documentation',
      'vendor-claim': 'vendor claim',
    },
    confidences: { high: 'high confidence', medium: 'medium confidence', low: 'low confidence' },
    verdicts: { meets: 'meets', conditional: 'conditional', unknown: 'unknown', fails: 'fails' },
    stale: 'past its expiry',
    derived: 'worked out by us',
    undated: 'undated',
    nothing: '–',
    comma: ', ',
    semicolon: '; ',
    colon: ': ',
  },
  zh: {
    kinds: {
      measurement: '实测',
      benchmark: '基准测试',
      paper: '论文',
      documentation: '文档',
      'vendor-claim': '厂商宣称',
    },
    confidences: { high: '可信度高', medium: '可信度中', low: '可信度低' },
    verdicts: { meets: '满足', conditional: '有条件满足', unknown: '未知', fails: '不满足' },
    stale: '已过期',
    derived: '由我们推算',
    undated: '无日期',
    nothing: '–',
    comma: '，',
    semicolon: '；',
    colon: '：',
  },
};

/** What a fact is worth: `benchmark, high confidence, 2026-08-21`. */
export function worth({ kind, confidence, date, stale, derived }: FactRow, words: EvidenceWords): string {
  return [
    words.kinds[kind],
    words.confidences[confidence],
    date ?? words.undated,
    ...(derived ? [words.derived] : []),
    ...(stale ? [words.stale] : []),
  ].join(words.comma);
}
