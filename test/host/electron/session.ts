// Electron's protocol and session: the app's own handlers answer the window's requests; guards are kept so that tests can ask them.
import type { Protocol, Session } from 'electron'
import { EventEmitter } from 'node:events'
import { onlyThese, onlyWhenReady } from './missing.ts'
import type { Offered } from './offered.ts'

type ProtocolHandler = (request: Request) => Response | Promise<Response>
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean
type PermissionRequest = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void
/** 0 trusts the server, whatever its certificate says. */
type VerifyCertificate = (request: object, decide: (verdict: number) => void) => void

type Record = (api: string, ...args: unknown[]) => void

/** One session: its own handlers and guards. Electron looks for spelling dictionaries and grants what nobody denies. */
function createOneSession(name: string, isReady: () => boolean, record: Record) {
  const handlers = new Map<string, ProtocolHandler>()
  let check: PermissionCheck | null = null
  let request: PermissionRequest | null = null
  let verify: VerifyCertificate | null = null

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
  } satisfies Offered<Protocol>)
  const session = onlyThese(
    name,
    Object.assign(new EventEmitter(), {
      protocol,
      setPermissionCheckHandler: (handler: PermissionCheck | null) => {
        check = handler
      },
      setPermissionRequestHandler: (handler: PermissionRequest | null) => {
        request = handler
      },
      setDevicePermissionHandler: () => {},
      setCertificateVerifyProc: (handler: VerifyCertificate | null) => {
        verify = handler
      },
      webRequest: { onBeforeRequest: () => {} },
      spellCheckerEnabled: true,
      setSpellCheckerEnabled: (on: boolean) => {
        session.spellCheckerEnabled = on
        record('session.setSpellCheckerEnabled', on)
      },
      setSpellCheckerDictionaryDownloadURL: (url: string) =>
        record('session.setSpellCheckerDictionaryDownloadURL', url),
    } satisfies Offered<Session>),
  )
  return {
    session,
    protocol,
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
    trusts: (): boolean => {
      let verdict = -3
      verify?.({}, (decided) => (verdict = decided))
      return verdict === 0
    },
  }
}

export type HostSession = ReturnType<typeof createOneSession>

/** `protocol` and `session` for the bundle, and every session by its object for the host. */
export const createSessions = (
  isReady: () => boolean,
  record: Record,
  created: (session: object) => void,
) => {
  const main = createOneSession('session.defaultSession', isReady, record)
  const partitions = new Map<string, HostSession>()
  const partition = (name: string): HostSession => {
    const known = partitions.get(name)
    if (known) return known
    const made = createOneSession(`session of ${name}`, isReady, record)
    partitions.set(name, made)
    created(made.session)
    return made
  }
  const offered = { defaultSession: main.session, fromPartition: (name: string) => partition(name).session }
  return {
    main,
    session: onlyWhenReady('session', isReady, onlyThese('session', offered)),
    /** The session of a window that names a partition, or none. */
    of: (name: unknown): HostSession => (typeof name === 'string' ? partition(name) : main),
    /** Whether requests over this session trust any server. */
    trusts: (session: unknown): boolean =>
      [...partitions.values()].some((each) => each.session === session && each.trusts()),
  }
}

export type HostSessions = ReturnType<typeof createSessions>
