import { nodePackages, portablePackages, typePackages } from './scripts/lib/bundled-packages.mjs';

export const everythingAbove = Symbol('everything above');

/**
 * The rooms of src from bottom to top, and the rooms that each may import besides itself. A room is a folder with all that is in it, or a
 * single file; a room within a room has a line of its own, and whoever may import the outer room may import all of them. Of `emit/*`, every
 * folder is a room, and files directly in src/emit are shared by them. A room that has no line here cannot be imported at all.
 * @type {[room: string, mayImport: string[] | typeof everythingAbove][]}
 */
export const rooms = [
  ['generated', []],
  ['language/format.ts', []],
  ['language/get-or-insert.ts', []],
  ['language/texts', ['language/format.ts']],
  ['language/text', ['language/format.ts', 'language/get-or-insert.ts', 'language/texts']],
  ['language/diagnostics', ['language/format.ts', 'language/get-or-insert.ts', 'language/texts', 'language/text']],
  ['language/outputs', []],
  ['language/schema', ['generated', 'language/format.ts', 'language/diagnostics', 'language/outputs']],
  [
    'language/values',
    [
      'language/format.ts',
      'language/get-or-insert.ts',
      'language/texts',
      'language/text',
      'language/diagnostics',
      'language/schema',
    ],
  ],
  ['language/options.ts', ['language/format.ts', 'language/diagnostics', 'language/values']],
  [
    'language/read',
    ['language/format.ts', 'language/get-or-insert.ts', 'language/diagnostics', 'language/schema', 'language/values'],
  ],
  ['load', ['language', 'generated']],
  ['builtin.ts', ['generated', 'language/schema', 'load']],
  ['tables', ['language', 'load']],
  ['program/ir', ['language', 'load']],
  ['program/eval', ['language', 'load', 'program/ir']],
  ['program/compile', ['language', 'load', 'program/ir', 'program/eval']],
  ['rank', []],
  ['decide/inputs', ['language', 'load', 'program']],
  ['decide/fit', ['language', 'load', 'program', 'rank', 'decide/inputs']],
  ['decide/stack', ['language', 'load', 'program', 'decide/inputs', 'decide/fit']],
  ['report', ['language', 'load', 'program', 'rank', 'decide']],
  ['explore/texts', ['language']],
  ['explore/variants', ['language', 'load', 'program', 'decide', 'report', 'explore/texts']],
  ['explore/bounds', ['language', 'load', 'program', 'decide', 'explore/variants']],
  ['explore/map', ['language', 'load', 'program', 'decide', 'report', 'explore/texts', 'explore/variants']],
  ['explore/what-if', ['language', 'load', 'program', 'decide', 'report', 'explore/texts', 'explore/variants']],
  [
    'explore/open',
    [
      'language',
      'load',
      'program',
      'decide',
      'report',
      'explore/texts',
      'explore/variants',
      'explore/map',
      'explore/what-if',
    ],
  ],
  [
    'explore/interview',
    ['language', 'load', 'program', 'decide', 'report', 'explore/texts', 'explore/variants', 'explore/bounds'],
  ],
  ['diff', ['language', 'load', 'program', 'decide', 'report']],
  ['check/geometry', ['language', 'load', 'program/ir']],
  ['check/cases', ['language', 'program', 'check/geometry']],
  ['check/rules', ['language', 'load', 'program', 'decide', 'check/geometry', 'check/cases']],
  ['check/report', ['language', 'load', 'program', 'report', 'check/geometry', 'check/rules']],
  ['emit/common', ['language']],
  ['emit/*', ['language', 'emit/common']],
  ['emit/registry.ts', ['generated', 'language', 'emit']],
  ['cli', everythingAbove],
];
/** The rooms that run on Node alone. All others, and src/index.ts with them, run in a browser too. */
const nodeRooms = ['cli'];
/** The rooms that need no package either. */
const bareRooms = ['rank'];

const library = '^src/index\\.ts$';
const nodeCode = nodeRooms.map(folder);

/** @param {string} room */
function folder(room) {
  return room.endsWith('.ts') ? `^src/${room}$` : `^src/${room.replace('/*', '')}/`;
}

/**
 * The rooms within a room of many that have a line of their own.
 *
 * @param {string} room
 */
function ownLinesWithin(room) {
  const outer = room.replace('*', '');
  return rooms.flatMap(([name]) => (name !== room && name.startsWith(outer) ? [folder(name)] : []));
}

/** @param {readonly string[]} names */
function packages(names) {
  return `^node_modules/(${names.join('|')})/`;
}

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const borders = rooms.map(([room, mayImport], index) => {
  const others = mayImport === everythingAbove ? rooms.slice(0, index).map(([name]) => name) : mayImport;
  const shared = room.endsWith('/*');
  const own = shared ? [`${folder(room)}[^/]+$`, `${folder(room)}$1/`] : [folder(room)];
  return {
    name: `borders-of-${room.replace('/*', '')}`,
    comment: `src/${room} may import ${['itself', ...others].join(', ')}`,
    severity: 'error',
    // What has a line of its own within such a folder is held by that line.
    from: shared ? { path: `${folder(room)}([^/]+)`, pathNot: ownLinesWithin(room) } : { path: folder(room) },
    to: { path: '^src/', pathNot: [...own, ...others.map(folder)] },
  };
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...borders,
    {
      name: 'borders-of-library',
      severity: 'error',
      from: { path: library },
      to: { path: nodeCode },
    },
    {
      name: 'only-known-rooms',
      comment: 'A new room needs a line in the table of .dependency-cruiser.mjs.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: [...rooms.map(([room]) => folder(room)), library] },
    },
    {
      name: 'no-node-in-portable-rooms',
      severity: 'error',
      from: { path: '^src/', pathNot: nodeCode },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-bundled-packages',
      comment: 'Everything else is a tool: the product has no dependencies besides what the build bundles.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/', pathNot: packages([...portablePackages, ...nodePackages, ...typePackages]) },
    },
    {
      name: 'only-types-of-packages-not-bundled',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: packages(typePackages), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-node-packages-in-portable-rooms',
      severity: 'error',
      from: { path: '^src/', pathNot: nodeCode },
      to: { path: packages(nodePackages) },
    },
    {
      name: 'no-packages-in-bare-rooms',
      severity: 'error',
      from: { path: bareRooms.map(folder) },
      to: { path: 'node_modules/' },
    },
    {
      name: 'nothing-from-outside-src',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        pathNot: ['^src/', 'node_modules/', '^package\\.json$'],
        dependencyTypesNot: ['core'],
        couldNotResolve: false,
      },
    },
    {
      name: 'manifest-only-in-cli',
      severity: 'error',
      from: { path: '^src/', pathNot: folder('cli') },
      to: { path: '^package\\.json$' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: [library, '^src/cli/main\\.ts$', '\\.d\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
