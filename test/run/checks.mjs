// The quick gate's static checks: name and command, run in this order.
const bin = (/** @type {string} */ file) => [process.execPath, `node_modules/${file}`]

/** @type {{ name: string, command: string[] }[]} */
export const CHECKS = [
  { name: 'format and lint', command: [...bin('@biomejs/biome/bin/biome'), 'ci', '--error-on-warnings'] },
  // route types and the declarations for style sheets, which tsc needs and git does not hold
  { name: 'route types', command: [...bin('next/dist/bin/next'), 'typegen'] },
  { name: 'types', command: [...bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'dead code', command: [...bin('knip/bin/knip.js'), '--no-progress'] },
  {
    name: 'migrations match the schema',
    command: [process.execPath, 'prisma/make-migration.mjs', '--check'],
  },
]
