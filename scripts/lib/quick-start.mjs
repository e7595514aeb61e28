import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Plugins of its bundle that make the command line start faster. */

/**
 * Writes the built-in knowledge to a file next to the bundle. Within the code, Node would scan it as source text first, and store all of the code with two bytes
 * per character because of its Chinese.
 * @returns {import('tsdown').TsdownPlugin}
 */
export function knowledgeAsFile() {
  const fileName = 'knowledge.json';
  return {
    name: 'knowledge-as-file',
    load: {
      filter: { id: /[\\/]src[\\/]generated[\\/]knowledge\.js$/ },
      async handler(id) {
        const { default: knowledge } = /** @type {{ default: unknown }} */ (await import(pathToFileURL(id).href));
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify(knowledge) });
        return `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
export default JSON.parse(readFileSync(join(import.meta.dirname, '${fileName}'), 'utf8'));`;
      },
    },
  };
}

/**
 * Leaves out `node:child_process`, which loads a third of Node's network code: commander imports it to run commands that are separate programs, and there are
 * none here.
 * @returns {import('tsdown').TsdownPlugin}
 */
export function withoutSubprocesses() {
  const stub = '\0no-subprocesses';
  return {
    name: 'without-subprocesses',
    resolveId: {
      filter: { id: /^node:child_process$/ },
      handler: (_id, importer) => (importer?.includes('commander') === true ? stub : undefined),
    },
    load: { filter: { id: new RegExp(stub) }, handler: () => 'export {};' },
  };
}

/**
 * Writes all characters beyond ASCII as escapes, so that Node stores the code with one byte per character, and stamps the main file with a hash of its
 * content, by which its compiled form is stored.
 * @param {string} main
 * @returns {import('tsdown').TsdownPlugin}
 */
export function plainAndStamped(main) {
  return {
    name: 'plain-and-stamped',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue;
        const plain = file.code.replaceAll(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        );
        const hash = createHash('sha256').update(plain).digest('hex');
        file.code = basename(file.fileName) === main ? `/*${hash}*/${plain}` : plain;
      }
    },
  };
}
