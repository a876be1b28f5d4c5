// The app with an ear on its network: which host was sent which private key.
import { createSimulator } from '../simulator/simulator.ts'
import { startApp as start } from '../integration/main/handlers/app.ts'
import type { AppOptions } from '../support/app.ts'

/** Starts the app; `sent` fills with every host a request went to, and the private key it carried. */
export function startListening(options: Partial<AppOptions> = {}) {
  const demo = options.demo ?? createSimulator({ size: 'small' })
  const sent: { host: string; key: string | null }[] = []
  const listening = {
    ...demo,
    fetch: (request: Request) => {
      const [, encoded] = request.headers.get('authorization')?.split(' ') ?? []
      const login = encoded === undefined ? null : Buffer.from(encoded, 'base64').toString()
      sent.push({ host: new URL(request.url).host, key: login && login.slice(login.indexOf(':') + 1) })
      return demo.fetch(request)
    },
  }
  const app = start({ ...options, demo: listening })
  /** The hosts that were sent this key since the last time this was asked. */
  const hostsGiven = (key: string): string[] => {
    const hosts = sent.splice(0).flatMap((each) => (each.key === key ? [each.host] : []))
    return [...new Set(hosts)]
  }
  return { app, sent, hostsGiven, key: demo.credentials.privateKey }
}
