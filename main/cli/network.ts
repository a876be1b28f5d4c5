// The network of the command line: Node's fetch through the proxy of the environment, trusting what the system trusts.
import http from 'node:http'
import tls from 'node:tls'
import type { Fetch } from '../connectwise/client.ts'
import type { Io } from './io.ts'

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

/** Prepares Node once per run and answers its fetch. Node 22 lacks parts of this: what is missing is said. */
export function openNetwork({ env, say }: Io): Fetch {
  if ('setDefaultCACertificates' in tls) {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  }
  if ('setGlobalProxyFromEnv' in http) {
    // This computer itself is never behind the proxy.
    const own = ['127.0.0.1', env.NO_PROXY ?? env.no_proxy].filter(Boolean).join(',')
    http.setGlobalProxyFromEnv({ ...env, NO_PROXY: own, no_proxy: own })
  } else if (proxyVariables.some((name) => env[name]) && !env.NODE_USE_ENV_PROXY) {
    say('This Node goes through the proxy only with NODE_USE_ENV_PROXY=1; set it, or use Node 24.')
  }
  return (request) => fetch(request)
}
