import type { Command } from 'commander';
import { TEXTS } from '../texts.js';
import { pad, paragraph, width } from '../view/layout.js';
import { canvas, command, print, settings, type KnowledgeOptions, type Context } from './common.js';

/** `whichstack technologies`: what there is, by role. */
export function technologiesCommand(context: Context): Command {
  const t = TEXTS[context.lang];
  return command(
    'technologies',
    t.technologies,
    ['whichstack technologies', 'whichstack technologies --json'],
    context,
  ).action(async (options: KnowledgeOptions) => {
    const { lang } = context;
    const { knowledge } = await settings(options);
    const list = [...knowledge.technologies.values()].map(({ id, title, role, family, summary }) => ({
      id,
      title: title[lang],
      role,
      ...(family !== undefined && { family }),
      summary: summary[lang],
    }));
    print(options.json, list, () => {
      const { columns, paint } = canvas();
      const column = Math.max(...list.map(({ id }) => width(id))) + 2;
      return knowledge.roles.flatMap(({ id, title }, n) => {
        const own = list.filter(({ role }) => role === id);
        if (own.length === 0) return [];
        const lines = own.flatMap((one) =>
          paragraph(one.summary, columns, lang, `  ${pad(one.id, column)}`, ' '.repeat(column + 2)),
        );
        return [...(n === 0 ? [] : ['']), paint.heading(title[lang]), ...lines];
      });
    });
  });
}
