// The host's Electron without its server: for what main does with windows, boxes and the desktop.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createElectron } from './electron/electron.ts'
import { usual } from './options.ts'

/** Ready, with a page behind the app's own address. Import what uses `electron` after `vi.resetModules()` and `vi.doMock('electron', () => fake.electron)`. */
export function startFakeElectron() {
  const folder = mkdtempSync(join(tmpdir(), 'syncwright-fake-'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "toy", "version": "1.0.0", "main": "main.cjs" }')
  const fake = createElectron({
    folder,
    userData: join(folder, 'data'),
    tempFolder: folder,
    argv: [],
    circumstances: usual,
    toPages: () => {},
    exit: () => {},
  })
  fake.start()
  fake.electron.protocol.handle('app', () => new Response(''))
  return {
    ...fake,
    /** What was done through Electron, by the name of its member, since the last look. */
    done: (api: string): unknown[][] => {
      const found = fake.calls.filter((call) => call.api === api).map(({ args }) => args)
      for (const [at, call] of [...fake.calls.entries()].toReversed())
        if (call.api === api) fake.calls.splice(at, 1)
      return found
    },
  }
}
