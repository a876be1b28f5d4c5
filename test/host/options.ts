// The host's command line: what is for the host is taken out, everything else is the app's own.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type HostOptions = { folder: string; port: number; userData: string | null; argv: string[] }

const own = { app: { type: 'string' }, port: { type: 'string' }, 'user-data': { type: 'string' } } as const

/** Reads `--app DIR`, `--port N` (0 takes a free one) and `--user-data DIR`; throws a sentence when one is unusable. */
export const readOptions = (args: string[], projectFolder: string): HostOptions => {
  const { values, tokens } = parseArgs({ args, options: own, strict: false, tokens: true })
  const takesValue = (name: string) => Object.hasOwn(own, name)
  for (const token of tokens) {
    if (token.kind === 'option' && takesValue(token.name) && !token.value)
      throw new Error(`${token.rawName} needs a value`)
  }
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not ${String(values.port)}`)
  const userData = values['user-data']
  return {
    folder: resolve(typeof values.app === 'string' ? values.app : projectFolder),
    port,
    userData: typeof userData === 'string' ? resolve(userData) : null,
    argv: tokens.flatMap((token) => {
      if (token.kind === 'positional') return [token.value]
      if (token.kind !== 'option' || takesValue(token.name)) return []
      return token.value === undefined ? [token.rawName] : [`${token.rawName}=${token.value}`]
    }),
  }
}
