// The network of the command line: Node's fetch through the proxy of the environment, trusting what the system trusts.
import http from 'node:http'
import tls from 'node:tls'
import type { Fetch } from '../connectwise/client.ts'

/** Prepares Node once per run and answers its fetch. Older releases of Node lack a part; what is there is used. */
export function openNetwork(env: Readonly<Record<string, string | undefined>>): Fetch {
  const has = (owner: object, name: string) => name in owner
  if (has(tls, 'setDefaultCACertificates')) {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  }
  if (has(http, 'setGlobalProxyFromEnv')) {
    // This computer itself is never behind the proxy.
    const own = ['127.0.0.1', env.NO_PROXY ?? env.no_proxy].filter(Boolean).join(',')
    http.setGlobalProxyFromEnv({ ...env, NO_PROXY: own, no_proxy: own })
  }
  return (request) => fetch(request)
}
