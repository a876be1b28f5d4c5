// Pages to compare the app with, built by the same tools and shown by the same main process, host and browser.
import { cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { removeFolder, temporaryFolder } from '../processes.ts'
import { type Opened, withWindow } from './open.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Builds `test/bench/peers/<name>` in place of the app's page and opens it. */
export async function withPeer<T>(
  name: 'shell' | 'list' | 'picker',
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const app = temporaryFolder()
  try {
    for (const part of ['main', 'preload'])
      cpSync(join(root, 'out', part), join(app, 'out', part), { recursive: true })
    writeFileSync(
      join(app, 'package.json'),
      JSON.stringify({ name, version: '0.0.0', type: 'module', main: 'out/main/index.cjs' }),
    )
    await build({
      configFile: false,
      root: resolve(import.meta.dirname, '../peers', name),
      base: './',
      logLevel: 'error',
      plugins: [react()],
      build: {
        outDir: join(app, 'out/renderer'),
        target: 'chrome140',
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2000,
      },
    })
    return await withWindow({ app }, work)
  } finally {
    removeFolder(app)
  }
}
