import { cpus, loadavg, totalmem } from 'node:os';

/** A part of the results: a heading and Markdown below it. @typedef {{ title: string, text: string }} Part */

/**
 * A table in Markdown, with its columns in line.
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  const widths = head.map((title, n) =>
    Math.max(3, ...[title, ...rows.map((row) => row[n] ?? '')].map(({ length }) => length)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${widths.map((width, n) => (n === 0 ? (cells[n] ?? '').padEnd(width) : (cells[n] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, n) => (n === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** A figure with no more digits than mean something. */
export function figure(/** @type {number} */ value) {
  if (value >= 100) return Math.round(Number(value.toPrecision(3))).toLocaleString('en');
  return String(Number(value.toPrecision(2)));
}

/** A ratio, as the thing to quote. */
export const ratio = (/** @type {number} */ value) => `**${figure(value)} ×**`;

/** On what this is measured, and what else it does at the moment: above 0, others take from what is measured. */
export function machine() {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1) ?? 'unknown';
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${gigabytes} GB of memory, ${process.platform} ${process.arch}, Node ${process.version}, load average ${load} before`;
}
