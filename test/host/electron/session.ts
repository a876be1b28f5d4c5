// Electron's protocol and session: the app's own handlers answer the window's requests; guards are kept so that tests can ask them.
import { EventEmitter } from 'node:events'
import { onlyThese, onlyWhenReady } from './missing.ts'

type ProtocolHandler = (request: Request) => Response | Promise<Response>
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean
type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void

/** `protocol` and `session` for the bundle; `fetch` asks the handler of the request's scheme. */
export const createSession = (isReady: () => boolean, record: (api: string, ...args: unknown[]) => void) => {
  const handlers = new Map<string, ProtocolHandler>()
  let check: PermissionCheck | null = null
  let request: PermissionRequest | null = null

  const protocol = onlyThese('protocol', {
    registerSchemesAsPrivileged: (schemes: object[]) => {
      if (isReady())
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      record('protocol.registerSchemesAsPrivileged', schemes)
    },
    handle: (scheme: string, handler: ProtocolHandler) => {
      if (!isReady()) throw new Error('protocol.handle can only be used after app is ready')
      handlers.set(scheme, handler)
    },
    unhandle: (scheme: string) => void handlers.delete(scheme),
    isProtocolHandled: (scheme: string) => handlers.has(scheme),
  })
  const defaultSession = onlyThese(
    'session.defaultSession',
    Object.assign(new EventEmitter(), {
      protocol,
      setPermissionCheckHandler: (handler: PermissionCheck | null) => {
        check = handler
      },
      setPermissionRequestHandler: (handler: PermissionRequest | null) => {
        request = handler
      },
      setDevicePermissionHandler: () => {},
      spellCheckerEnabled: true,
      setSpellCheckerEnabled: (on: boolean) => {
        defaultSession.spellCheckerEnabled = on
        record('session.setSpellCheckerEnabled', on)
      },
      setSpellCheckerDictionaryDownloadURL: (url: string) =>
        record('session.setSpellCheckerDictionaryDownloadURL', url),
    }),
  )

  return {
    protocol,
    defaultSession,
    session: onlyWhenReady('session', isReady, onlyThese('session', { defaultSession })),
    fetch: async (asked: Request): Promise<Response> => {
      const handler = handlers.get(new URL(asked.url).protocol.slice(0, -1))
      return handler ? handler(asked) : new Response('No handler for this scheme.', { status: 404 })
    },
    /** What the app's own permission handlers say, check and request in this order. Without a handler Electron grants. */
    permissions: async (contents: unknown, permission: string) => ({
      check: check ? check(contents, permission, 'app://bundle', {}) : true,
      request: await new Promise<boolean>((resolve) => {
        if (request) request(contents, permission, resolve, {})
        else resolve(true)
      }),
    }),
  }
}
