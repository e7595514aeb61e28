import type { DefinedEntry, DefinedSection } from '../../language/schema/results/definition.js';
import type { KnowledgeBase } from '../../load/knowledge.js';
import { Describer } from '../describe.js';
import { DEFINITION_TEXTS } from './texts/index.js';
import type { DefinitionTexts, SectionId } from './texts/texts.js';
import type { Lang } from '../../language/format.js';

/** What a kind of thing says of itself: the text, a link, and the sections; those without entries are left out. */
export interface DefinitionBody {
  readonly text?: string | undefined;
  readonly url?: string | undefined;
  readonly sections: readonly (DefinedSection | undefined)[];
}

/** What the definitions of one piece of knowledge in one language share. */
export class DefinitionContext {
  readonly describe: Describer;
  readonly texts: DefinitionTexts;

  constructor(
    readonly knowledge: KnowledgeBase,
    readonly lang: Lang,
  ) {
    this.describe = new Describer(knowledge, lang);
    this.texts = DEFINITION_TEXTS[lang];
  }

  /** A section; undefined where there is nothing in it. */
  section(id: SectionId, entries: readonly DefinedEntry[]): DefinedSection | undefined {
    const [first, ...others] = entries;
    return first === undefined ? undefined : { id, title: this.texts.sections[id], entries: [first, ...others] };
  }

  /** A section of one text; undefined where there is none. */
  paragraph(id: SectionId, text: string | undefined): DefinedSection | undefined {
    return this.section(id, text === undefined ? [] : [{ text }]);
  }

  /** A section of things with an id and a title. */
  list(id: SectionId, all: Iterable<Titled>): DefinedSection | undefined {
    return this.section(
      id,
      Array.from(all, (one) => this.entry(one)),
    );
  }

  /** The section of the clause that a thing comes from. */
  clause(source: string | undefined): DefinedSection | undefined {
    if (source === undefined) return undefined;
    const text = this.knowledge.clauses.get(source)?.[this.lang];
    return this.section('clause', [{ id: source, ...(text !== undefined && { text }) }]);
  }

  entry({ id, title }: Titled): DefinedEntry {
    return { id, title: title[this.lang] };
  }
}

interface Titled {
  readonly id: string;
  readonly title: Readonly<Record<Lang, string>>;
}
