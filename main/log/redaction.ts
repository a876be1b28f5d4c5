// Keeps secrets out of the log: every key seen is registered, and anything that looks like a credential is masked.
import { inspect } from 'node:util'
import { createMask } from '../mask/mask.ts'

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

/** Shorter ones are left alone, they would mask ordinary words. */
const shortestSecret = 6

/** Remembers secrets and masks them in every spelling they travel in, the header of a request included. */
export function createRedactor(): Redactor {
  const secrets = new Set<string>()
  let maskSecrets = createMask([], mask)
  return {
    hide: (secret) => {
      if (secret.length < shortestSecret || secrets.has(secret)) return
      secrets.add(secret)
      maskSecrets = createMask([...secrets], mask)
    },
    redact: (value) => {
      let text = typeof value === 'string' ? value : inspect(value, { depth: 5, breakLength: Infinity })
      text = maskSecrets(text)
      for (const [pattern, replacement] of suspicious) text = text.replace(pattern, replacement)
      return text
    },
  }
}
