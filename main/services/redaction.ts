// Keeps secrets out of the log: every key seen is registered, and anything that looks like a credential is masked.
import { inspect } from 'node:util'
import { spellingsOf } from '../connectwise/transport/secrets.ts'

const mask = '[hidden]'

/** Shapes of credentials, for those nobody registered. */
const suspicious: readonly [RegExp, string][] = [
  [/\b(Basic|Bearer)\s+[A-Za-z0-9+/=._~-]{12,}/gi, `$1 ${mask}`],
  [/(authorization["']?\s*[:=]\s*["']?)[^\s"',}]+(\s+[^\s"',}]+)?/gi, `$1${mask}`],
  [
    /((?:private[-_ ]?key|public[-_ ]?key|client[-_ ]?id|password)["']?\s*[:=]\s*["']?)[^\s"',}]+/gi,
    `$1${mask}`,
  ],
]

export type Redactor = {
  /** Makes a value unspeakable from now on; short ones are left alone, they would mask ordinary words. */
  readonly hide: (secret: string) => void
  /** Text of any value with everything hidden or suspicious masked. */
  readonly redact: (value: unknown) => string
}

/** Remembers secrets and masks them in every spelling they travel in, the header of a request included. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>()
  return {
    hide: (secret) => {
      if (secret.length < 6) return
      for (const spelling of spellingsOf(secret)) secrets.add(spelling)
    },
    redact: (value) => {
      let text = typeof value === 'string' ? value : inspect(value, { depth: 5, breakLength: Infinity })
      for (const secret of secrets) text = text.replaceAll(secret, mask)
      for (const [pattern, replacement] of suspicious) text = text.replace(pattern, replacement)
      return text
    },
  }
}
