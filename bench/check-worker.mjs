// The verification of one damaged table in a process of its own, so that the memory is that of this one.
import { compileKnowledge, verify } from '../dist/index.js';
import { damagedDocuments } from '../test/support/documents.mjs';
import { serve } from './lib/process.mjs';

const SEED = 4;

serve({
  /** Compiles a damaged table and checks it once, as a command does. */
  check(/** @type {number} */ rows, /** @type {number} */ columns) {
    const documents = damagedDocuments(rows, columns, SEED);
    const knowledge = compileKnowledge(new Map([['damaged.yaml', documents.join('\n---\n')]]));
    const start = performance.now();
    const { verification } = verify(knowledge, { lang: 'en', asOf: '2026-11-23' });
    const time = performance.now() - start;
    const boxes = (/** @type {string} */ code) =>
      verification.problems.filter((problem) => problem.code === code).reduce((sum, problem) => sum + problem.boxes, 0);
    const count = (/** @type {string} */ code) =>
      verification.problems.filter((problem) => problem.code === code).length;
    return {
      time,
      rules: verification.rules,
      gaps: boxes('gap'),
      overlaps: count('overlap'),
      masked: count('masked'),
      witnessed: verification.problems.every(({ code, witness }) => code === 'redundant' || witness !== undefined),
      // Of the whole life of the process, the compilation included; Linux counts in kilobytes.
      peak: process.resourceUsage().maxRSS * 1024,
    };
  },
});
