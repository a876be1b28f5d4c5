// The network of the command line: Node's fetch through the proxy of the environment, trusting what the system trusts.
import { spawnSync } from 'node:child_process'
import type { Fetch } from '../../connectwise/transport/client.ts'
import type { Io } from './io.ts'
import { readPastContinue } from './pastContinue.ts'

/** Loaded by the commands that need them: they take as long to load as half the program. */
const loadBuiltins = async () => ({
  http: (await import('node:http')).default,
  tls: (await import('node:tls')).default,
})
type Builtins = Awaited<ReturnType<typeof loadBuiltins>>

type Env = Readonly<Record<string, string | undefined>>

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']
const isProxied = (env: Env): boolean => proxyVariables.some((name) => env[name])

/** A proxy is often named by host and port alone. Throws the sentence the command ends with. */
function addressOf(name: string, proxy: string): string {
  const address = proxy.includes('://') ? proxy : `http://${proxy}`
  if (!URL.canParse(address))
    throw new Error(`${name} is not an address such as http://proxy.example.test:8080`)
  return address
}

/** The environment as Node's proxy takes it. This computer itself is never behind the proxy. */
const proxied = (env: Env): Record<string, string | undefined> => {
  const own = ['127.0.0.1', env.NO_PROXY ?? env.no_proxy].filter(Boolean).join(',')
  const given = proxyVariables.flatMap((name) => {
    const proxy = env[name]
    return proxy ? [[name, addressOf(name, proxy)]] : []
  })
  return { ...env, ...Object.fromEntries(given), NO_PROXY: own, no_proxy: own }
}

/** What this release of Node is told at its start only, because it has no function for it. */
function startSwitches(
  { http, tls }: Builtins,
  { env, execArgv, allowedNodeEnvironmentFlags: known }: NodeJS.Process,
): string[] {
  const wanted = [
    ...('setGlobalProxyFromEnv' in http || !isProxied(env) || env.NODE_USE_ENV_PROXY
      ? []
      : ['--use-env-proxy']),
    ...('setDefaultCACertificates' in tls ? [] : ['--use-system-ca']),
  ]
  return wanted.filter((name) => known.has(name) && !execArgv.includes(name))
}

/**
 * Node 22 takes some switches at its start only: then the same command runs once more with them, on the same terminal,
 * and this one ends with its exit code. Answers false when there is nothing to do.
 */
export async function restartForNetwork(process: NodeJS.Process): Promise<boolean> {
  const switches = startSwitches(await loadBuiltins(), process)
  if (switches.length === 0) return false
  // Node 22 calls its proxy experimental on standard error, which is for people here.
  const quiet = '--disable-warning=UNDICI-EHPA'
  // Ctrl+C is for the command that does the work; this one waits for its end.
  process.on('SIGINT', () => {})
  const args = [...process.execArgv, ...switches, quiet, ...process.argv.slice(1)]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env: proxied(process.env) })
  process.exitCode = status ?? 2
  return true
}

const uncheckedTls = 'NODE_TLS_REJECT_UNAUTHORIZED'

/**
 * Prepares Node once per run and answers its fetch. A release too old for the proxy says so. Throws where Node was told
 * to check no certificate: keys would go to whoever answers.
 */
export async function openNetwork({ env, say }: Io): Promise<Fetch> {
  if (env[uncheckedTls] === '0') {
    throw new Error(`${uncheckedTls}=0 turns the check of certificates off, so nothing was sent; unset it`)
  }
  const { http, tls } = await loadBuiltins()
  if ('setDefaultCACertificates' in tls) {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  }
  if ('setGlobalProxyFromEnv' in http) http.setGlobalProxyFromEnv(proxied(env))
  else if (isProxied(env) && !process.execArgv.includes('--use-env-proxy') && !env.NODE_USE_ENV_PROXY) {
    say(
      'This Node cannot go through a proxy, so it asks directly; Node 22 can from 22.21 on, Node 24 from 24.5 on.',
    )
  }
  return readPastContinue((request) => fetch(request))
}
