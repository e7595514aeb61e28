import type { Command } from 'commander';
import { freshness } from '../../check/freshness.js';
import { TEXTS } from '../texts.js';
import { viewFreshness } from '../view/freshness.js';
import { canvas, command, print, settings, type CommonOptions, type Context } from './common.js';

/** `whichstack check`: what of the knowledge has grown old. It warns and never fails: the calendar is nobody's fault. */
export function checkCommand(context: Context): Command {
  const t = TEXTS[context.lang];
  return command(
    'check',
    t.check,
    ['whichstack check', 'whichstack check --as-of 2027-06-01', 'whichstack check --knowledge our-knowledge'],
    context,
  ).action(async (options: CommonOptions) => {
    const { knowledge, asOf } = await settings(options);
    const report = freshness(knowledge, { lang: context.lang, asOf });
    print(options.json, report, () => viewFreshness(report, canvas()));
  });
}
