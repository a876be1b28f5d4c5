// A proxy on this computer that lets nothing through without its login (Basic).
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export const proxyLogin = { username: 'kim', password: 'Planted-Proxy-Pass7' }
const wanted = `Basic ${Buffer.from(`${proxyLogin.username}:${proxyLogin.password}`).toString('base64')}`

/** `passed` counts what it let through. */
export async function startAskingProxy() {
  const proxy = { url: '', passed: 0, close: () => server.close() }
  const server = createServer((asked, answer) => {
    const { 'proxy-authorization': login, ...headers } = asked.headers
    if (login !== wanted) {
      asked.resume()
      return answer.writeHead(407, { 'proxy-authenticate': 'Basic realm="Contoso gateway"' }).end()
    }
    proxy.passed += 1
    const onward = request(asked.url ?? '', { method: asked.method ?? 'GET', headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    onward.on('error', () => answer.writeHead(502).end())
    asked.pipe(onward)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  proxy.url = `http://127.0.0.1:${port}`
  return proxy
}
