// What a script of main finds in a page: the world its web preferences, guards and permissions make.
import { runInNewContext } from 'node:vm'

type Asked = {
  webPreferences: Readonly<Record<string, unknown>>
  mayOpen: (address: string) => boolean
  isGranted: (permission: string) => Promise<boolean>
}

/** Node is there where it is let in; a preload that is not isolated leaves its own names behind. */
export function runInPage(code: string, { webPreferences, mayOpen, isGranted }: Asked): Promise<unknown> {
  const { sandbox, contextIsolation, nodeIntegration } = webPreferences
  const hasNode = nodeIntegration === true || sandbox === false || contextIsolation === false
  const open = (address: string) => (mayOpen(address) ? {} : null)
  const query = async ({ name }: { name: string }) => ({
    state: (await isGranted(name)) ? 'granted' : 'denied',
  })
  const api = contextIsolation === false ? {} : Object.freeze({})
  return Promise.resolve(
    runInNewContext(code, {
      window: { open, api },
      navigator: { permissions: { query } },
      ...(hasNode && { process: {}, require: () => {}, module: {} }),
    }),
  )
}
