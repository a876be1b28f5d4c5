// The notice of a new version: off until somebody switches it on, never where the policy forbids it, one question that tells nothing.
import { ok, type Result } from '../../../shared/result.ts'
import { z } from '../../../shared/zod.ts'
import type { Fetch } from '../../connectwise/transport/exchange.ts'
import { createDocument, type StoreContext } from '../../disk/document.ts'
import type { ReadPolicy } from './policyFile.ts'

export type VersionNotice = {
  readonly isOn: () => boolean
  /** Errors: `write-failed`. */
  readonly switchTo: (on: boolean) => Result<null>
  /** The number of a newer version; null without one, where nobody wants to know, and where nothing answers. Asked once a start. */
  readonly newer: (signal: AbortSignal) => Promise<string | null>
}

/** Put there by whoever publishes (docs/release.md): `{"version":"1.2.3"}`. */
export const versionAddress = 'https://syncwright.example.test/version.json'

const patience = 10_000
const largest = 10_000

const choiceSchema = z.strictObject({ version: z.literal(1), lookForVersions: z.boolean() })
const answerSchema = z.object({ version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/) })

const isNewer = (version: string, own: string): boolean => {
  const [one, other] = [version, own].map((each) => each.split(/[.-]/).slice(0, 3).map(Number))
  const differing = one?.findIndex((part, index) => part !== other?.[index]) ?? -1
  return differing >= 0 && (one?.[differing] ?? 0) > (other?.[differing] ?? 0)
}

/** Without a cookie, without a key, and under the plain name of the app: every installation asks the same. */
async function askForVersion(fetch: Fetch, signal: AbortSignal): Promise<string | null> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)])
  // Chromium would name its own language, which differs between installations.
  const headers = { accept: 'application/json', 'accept-language': 'en', 'user-agent': 'Syncwright' }
  const { status, body } = await fetch(
    new Request(versionAddress, { headers, redirect: 'manual', signal: limit }),
  )
  if (status !== 200 || body === null) return null
  let text = ''
  const decoder = new TextDecoder()
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > largest) return null
  }
  return answerSchema.parse(JSON.parse(text)).version
}

type Options = {
  readonly context: StoreContext
  readonly folder: string
  readonly policy: ReadPolicy
  readonly fetch: Fetch
  /** Of this app. */
  readonly version: string
}

/** Keeps the choice in `<folder>/settings.json`. */
export function createVersionNotice({ context, folder, policy, fetch, version }: Options): VersionNotice {
  const document = createDocument(context, {
    folder,
    name: 'settings',
    label: 'The settings of this app',
    version: 1,
    schema: choiceSchema,
    empty: { version: 1, lookForVersions: false },
  })
  const isOn = (): boolean => policy.policy.updateCheck && document.read().lookForVersions
  let asked: Promise<string | null> | undefined
  return {
    isOn,
    switchTo: (on) => {
      const written = document.write({ version: 1, lookForVersions: on })
      return written.ok ? ok(null) : written
    },
    newer: async (signal) => {
      if (!isOn()) return null
      asked ??= askForVersion(fetch, signal).catch(() => null)
      const found = await asked
      return found !== null && isNewer(found, version) ? found : null
    },
  }
}
