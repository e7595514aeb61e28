import { canonical } from '../../src/language/values/json-text.js';

/** The part of JSON Schema that the schemas of the documents use. */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: string | number | boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** A property whose type is not that of its schema, or that documents get only when they are loaded. */
export interface TypedProperty {
  readonly type: string;
  readonly description: string;
}

/** Properties by the name of the type that has them, then by their own. */
export type TypedProperties = Readonly<Record<string, Readonly<Record<string, TypedProperty>>>>;

const WIDTH = 120;
/** The longest object type that is written on one line. */
const MAX_INLINE = 60;

/** The schemas of documents by who writes these, in the order in which their types are wanted. */
export interface DocumentSchemas {
  /** What people write: its lists are read-only, so that a constant may be given. */
  readonly written: readonly JsonSchema[];
  /** What the library returns. */
  readonly returned: readonly JsonSchema[];
}

/**
 * Writes the TypeScript types of documents. Each schema with a `title` becomes a type of that name with its description as docstring: an interface where
 * it is an object, an alias otherwise. What has no title is written where it is used. The types that a document is made of follow it.
 *
 * @param typed properties, always optional, that replace or complete those of the schemas
 * @returns the source of a module
 * @throws {Error} when two different schemas have one title, or a document has none
 */
export function declareDocuments({ written, returned }: DocumentSchemas, typed: TypedProperties = {}): string {
  const declarations = new Declarations(typed);
  return [...declarations.all(written, 'readonly '), ...declarations.all(returned, '')].join('\n');
}

/** A format as the registry lists it. */
export interface ListedFormat {
  readonly accepts: readonly string[];
  readonly load: () => Promise<{ readonly options: JsonSchema }>;
}

/**
 * Writes the types of the output formats: what each accepts, and the options that it takes.
 *
 * @returns the source of a module
 */
export async function declareFormats(formats: Readonly<Record<string, ListedFormat>>): Promise<string> {
  const entries = await Promise.all(
    Object.entries(formats).map(async ([id, { accepts, load }]) => {
      const { options } = await load();
      const isPlain = Object.keys(options.properties ?? {}).length === 0;
      const type = new Declarations({}).all([{ title: 'Options', ...options }], 'readonly ')[0] ?? '';
      const members = type.slice(type.indexOf('{'), type.lastIndexOf('}') + 1).replaceAll('\n', '\n    ');
      return `  ${propertyName(id)}: {\n    kind: ${accepts.map(literal).join(' | ')};\n    options: ${isPlain ? 'Record<string, never>' : members};\n  };\n`;
    }),
  );
  const doc = docstring('The kinds of document that each output format accepts, and the options that it takes.', '');
  return `${doc}export interface Formats {\n${entries.join('')}}\n`;
}

class Declarations {
  /** The schema of each title that was met, in the order of writing; a type may be met while another is written. */
  private readonly named = new Map<string, JsonSchema>();
  private readonly finished = new Set<string>();
  /** The titles of the schemas that refer to one another within a document, by their ids. */
  private readonly references = new Map<string, string>();
  private lists: 'readonly ' | '' = '';

  constructor(private readonly typed: TypedProperties) {}

  all(schemas: readonly JsonSchema[], lists: 'readonly ' | ''): string[] {
    this.lists = lists;
    for (const schema of schemas) {
      if (schema.title === undefined) throw new Error(`a document's schema has no title: ${canonical(schema)}`);
      this.name(schema, schema.title);
    }
    const sources: string[] = [];
    // Writing a type may name others, which a Map visits in turn.
    for (const [title, schema] of this.named) {
      if (this.finished.has(title)) continue;
      this.finished.add(title);
      sources.push(this.declaration(title, schema));
    }
    return sources;
  }

  private declaration(title: string, schema: JsonSchema): string {
    const doc = docstring(schema.description, '');
    if (schema.properties === undefined) return `${doc}export type ${title} = ${this.expression(schema, '')};\n`;
    const members = this.members(schema, '', this.typed[title]).join('');
    return this.isUniform(schema)
      ? `${doc}export type ${title} = {\n${members}};\n`
      : `${doc}export interface ${title} {\n${members}}\n`;
  }

  /** Whether all properties have one type: an alias of such an object can be used as a mapping, which an interface cannot. */
  private isUniform({ properties = {}, required = [] }: JsonSchema): boolean {
    const all = Object.values(properties);
    return required.length === all.length && new Set(all.map((property) => this.use(property, ''))).size === 1;
  }

  /** The type of a schema where it is used: its name, or what it is made of. */
  private use(schema: JsonSchema, indent: string): string {
    return schema.title === undefined ? this.expression(schema, indent) : this.name(schema, schema.title);
  }

  private name(schema: JsonSchema, title: string): string {
    const known = this.named.get(title);
    if (known === undefined) this.named.set(title, schema);
    else if (shapeOf(known) !== shapeOf(schema)) throw new Error(`two schemas are called ${title}`);
    return title;
  }

  private expression(schema: JsonSchema, indent: string): string {
    if (schema.$defs !== undefined) {
      for (const [id, definition] of Object.entries(schema.$defs)) {
        this.references.set(id, this.use(definition, indent));
      }
    }
    if (schema.$ref !== undefined) return this.references.get(schema.$ref) ?? 'unknown';
    if (schema.const !== undefined) return literal(schema.const);
    if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ');
    if (schema.anyOf !== undefined) return schema.anyOf.map((branch) => this.use(branch, indent)).join(' | ');
    switch (schema.type) {
      case 'array': {
        const { items = {} } = schema;
        const isBare =
          items.title !== undefined ||
          (items.anyOf === undefined && items.enum === undefined && items.type !== 'array');
        const item = this.use(items, indent);
        return `${this.lists}${isBare ? item : `(${item})`}[]`;
      }
      case 'object': {
        if (schema.properties !== undefined) return this.inline(schema, indent);
        const [value = {}] = Object.values(schema.patternProperties ?? {});
        return `Record<string, ${this.use(value, indent)}>`;
      }
      case 'integer':
        return 'number';
      default:
        return schema.type ?? 'unknown';
    }
  }

  private members(schema: JsonSchema, indent: string, typed: TypedProperties[string] = {}): string[] {
    const inner = `${indent}  `;
    const required = new Set(schema.required);
    const own = Object.entries(schema.properties ?? {})
      .filter(([key]) => typed[key] === undefined)
      .map(([key, property]) => {
        const type = this.use(property, inner);
        const described = property.title === undefined ? property.description : this.otherDescription(property);
        return `${docstring(described, inner)}${inner}${propertyName(key)}${required.has(key) ? '' : '?'}: ${type};\n`;
      });
    const added = Object.entries(typed).map(
      ([key, { type, description }]) => `${docstring(description, inner)}${inner}${propertyName(key)}?: ${type};\n`,
    );
    return [...own, ...added];
  }

  private inline(schema: JsonSchema, indent: string): string {
    const members = this.members(schema, indent);
    const line = `{ ${members.map((member) => member.trim().replace(/;$/, '')).join('; ')} }`;
    const fits = !line.includes('\n') && !line.includes('/**') && line.length <= MAX_INLINE;
    return fits ? line : `{\n${members.join('')}${indent}}`;
  }

  /** The description of a named schema where it is used, if it is not that of its type. */
  private otherDescription({ title = '', description }: JsonSchema): string | undefined {
    return description === this.named.get(title)?.description ? undefined : description;
  }
}

const shapeOf = (schema: JsonSchema): string => canonical({ ...schema, description: undefined });

/** A value as a literal type, quoted as the formatter of the project quotes. */
export const literal = (value: string | number | boolean): string =>
  typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'` : String(value);

/** A key as it is written in a type. */
export const propertyName = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key));

/** A docstring of one line or of several, with the line break after it; empty where there is nothing to document. */
export function docstring(text: string | undefined, indent: string): string {
  if (text === undefined) return '';
  const safe = text.replaceAll('*/', String.raw`*\/`);
  if (!safe.includes('\n') && indent.length + safe.length + 7 <= WIDTH) return `${indent}/** ${safe} */\n`;
  const lines = safe.split('\n').flatMap((line) => wrapped(line, WIDTH - indent.length - 3));
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

function wrapped(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    if (space <= 0) break;
    lines.push(rest.slice(0, space));
    rest = rest.slice(space + 1);
  }
  return [...lines, rest];
}
