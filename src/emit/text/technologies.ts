import type { TechnologyList } from '../../language/schema/results/lists.js';
import { pad, paragraph, width } from './layout.js';
import type { TextView } from './view.js';

/** A list of technologies as lines of text, by role. */
export function technologyLines({ roles, technologies, lang }: TechnologyList, { columns, paint }: TextView): string[] {
  const column = Math.max(...technologies.map(({ id }) => width(id))) + 2;
  return roles.flatMap(({ id, title }, n) => {
    const own = technologies.filter(({ role }) => role === id);
    if (own.length === 0) return [];
    const lines = own.flatMap((one) =>
      paragraph(one.summary, columns, lang, `  ${pad(one.id, column)}`, ' '.repeat(column + 2)),
    );
    return [...(n === 0 ? [] : ['']), paint.heading(title), ...lines];
  });
}
