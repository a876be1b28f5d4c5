// The login of a proxy: asked for in the window, kept with the keys where that is wished, given to that proxy alone.
import { ok, type Result } from '../../shared/result.ts'
import type { ProxyAnswer, ProxyQuestion } from '../../shared/connection/proxyLogin.ts'
import { z } from '../../shared/zod.ts'
import type { Vault } from '../store/keys/vault.ts'

export type PendingProxyLogin = { readonly username: string; readonly password: string }

/** The part of Electron's `AuthInfo` that tells one proxy from another, and what it says of itself. */
type Proxy = { readonly host: string; readonly port: number; readonly realm: string; readonly scheme: string }

export type ProxyLogins = {
  /**
   * What to answer the proxy with, `tried` being what it has refused for this request. Requests that wait for the same proxy
   * wait for one question; undefined when the person says no, or nobody waits any more.
   */
  readonly login: (
    proxy: Proxy,
    tried: PendingProxyLogin | undefined,
    signal: AbortSignal,
  ) => Promise<PendingProxyLogin | undefined>
  /** What the person said. Errors: `write-failed`, the login then lasts until quit. */
  readonly answer: (answer: ProxyAnswer) => Promise<Result<null>>
  /** A person starts something: whoever said no may be asked once more. */
  readonly askAgain: () => void
}

type Options = {
  readonly vault: Pick<Vault, 'read' | 'save' | 'removeAll'>
  readonly ask: (question: ProxyQuestion) => void
  /** Makes a value unspeakable in the log. */
  readonly hide: (secret: string) => void
}

const loginSchema = z.strictObject({ username: z.string(), password: z.string() })

type Question = { readonly answered: PromiseWithResolvers<PendingProxyLogin | undefined>; waiting: number }

const nameOf = ({ host, port }: Proxy): string => `${host.includes(':') ? `[${host}]` : host}:${port}`
const proxyKey = (name: string) => ({ kind: 'proxy', id: name, site: `https://${name}` }) as const
const isSame = (one: PendingProxyLogin, other: PendingProxyLogin | undefined): boolean =>
  one.username === other?.username && one.password === other.password

/** Nothing is read before a proxy asks. */
export function createProxyLogins({ vault, ask, hide }: Options): ProxyLogins {
  /** Of this run, by proxy. */
  const given = new Map<string, PendingProxyLogin>()
  const open = new Map<string, Question>()
  const declined = new Set<string>()

  const stored = async (name: string): Promise<PendingProxyLogin | undefined> => {
    const text = await vault.read(proxyKey(name))
    try {
      const login = text === undefined ? undefined : loginSchema.parse(JSON.parse(text))
      if (login) hide(login.password)
      return login
    } catch {
      return undefined
    }
  }
  const put = (question: ProxyQuestion): Question => {
    const asked = { answered: Promise.withResolvers<PendingProxyLogin | undefined>(), waiting: 0 }
    open.set(question.proxy, asked)
    ask(question)
    return asked
  }
  const wait = async (name: string, question: Question, signal: AbortSignal) => {
    const gone = Promise.withResolvers<undefined>()
    const leave = (): void => gone.resolve(undefined)
    signal.addEventListener('abort', leave, { once: true })
    question.waiting += 1
    const login = await Promise.race([question.answered.promise, gone.promise])
    signal.removeEventListener('abort', leave)
    question.waiting -= 1
    // Where nobody waits any more, such as after a reload of the page, the next request asks anew.
    if (question.waiting === 0 && open.get(name) === question) open.delete(name)
    return login
  }
  return {
    login: async (proxy, tried, signal) => {
      const name = nameOf(proxy)
      const known = given.get(name) ?? (await stored(name))
      if (known && !isSame(known, tried)) return known
      if (declined.has(name) || signal.aborted) return undefined
      const { realm, scheme } = proxy
      const question =
        open.get(name) ??
        put({
          proxy: name,
          realm: realm.slice(0, 200),
          isPlain: scheme === 'basic',
          refused: tried !== undefined,
        })
      return wait(name, question, signal)
    },
    answer: async ({ proxy, login }) => {
      const question = open.get(proxy)
      open.delete(proxy)
      if (login === null) {
        declined.add(proxy)
        question?.answered.resolve(undefined)
        return ok(null)
      }
      const { keep, ...entered } = login
      hide(entered.password)
      given.set(proxy, entered)
      question?.answered.resolve(entered)
      return keep ? vault.save(proxyKey(proxy), JSON.stringify(entered)) : vault.removeAll(proxyKey(proxy))
    },
    askAgain: () => declined.clear(),
  }
}
