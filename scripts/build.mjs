// Builds the five bundles, or those named: main, its worker and preload (CommonJS), renderer, cli (one ES module).
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { dropUnusedStyles } from './drop-unused-styles.mjs'

const root = resolve(import.meta.dirname, '..')
const builtins = builtinModules.flatMap((name) => [name, `node:${name}`])

/** Lists what a bundle took in, for `npm run licences`. */
const license = { fileName: 'licences.json' }

/** One bundle for Node or a sandboxed preload, with every dependency inside. */
const bundle = (name, input, { format, file, target }) => ({
  configFile: false,
  root,
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: `out/${name}`,
    minify: false,
    sourcemap: true,
    license,
    target,
    rolldownOptions: {
      input,
      external: ['electron', /^electron\/.+/, ...builtins],
      output: { format, entryFileNames: file, codeSplitting: false },
    },
  },
})

const renderer = {
  configFile: false,
  root: resolve(root, 'renderer'),
  base: './',
  logLevel: 'warn',
  plugins: [react(), dropUnusedStyles()],
  worker: { format: 'es' },
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    license,
    target: 'chrome140',
    chunkSizeWarningLimit: 2000,
    // The content security policy takes fonts from the app's own origin only, not from data addresses.
    assetsInlineLimit: 0,
    // From this disk a screen's scripts are there at once: dozens of links made for them would take longer than they save.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed) => needed.filter((name) => name.endsWith('.css')),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The first screen checks nothing, so it does not wait for zod.
            { name: 'zod', test: /node_modules\/zod\//, priority: 2 },
            // All it needs arrives with one request: a dozen small files take longer than their bytes.
            { name: 'first', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
}

const bundles = {
  main: bundle('main', 'main/boot/index.ts', { format: 'cjs', file: 'index.cjs', target: 'node24' }),
  worker: bundle('worker', 'main/background/worker.ts', {
    format: 'cjs',
    file: 'index.cjs',
    target: 'node24',
  }),
  preload: bundle('preload', 'preload/index.ts', { format: 'cjs', file: 'index.cjs', target: 'chrome140' }),
  cli: bundle('cli', 'main/cli/index.ts', { format: 'es', file: 'index.js', target: 'node22' }),
  renderer,
}

const named = process.argv.slice(2)
const outcomes = await Promise.allSettled(
  Object.entries(bundles)
    .filter(([name]) => named.length === 0 || named.includes(name))
    .map(([, config]) => build(config)),
)
for (const { reason } of outcomes.filter(({ status }) => status === 'rejected')) {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exitCode = 1
}
