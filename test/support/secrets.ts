// Looks for a secret in anything that was written, sent or shown, in every spelling it can travel in.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A key nothing else contains: made anew for every run, with signs that percent- and base64-encoding change. */
export const canaryKey = (): string => `Canary+${crypto.randomUUID()}/=${crypto.randomUUID().slice(0, 8)}`

/** Base64 groups three bytes: the middle of a text has three spellings, depending on what stands before it. */
const base64Spellings = (text: string): string[] =>
  [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.from(`${'x'.repeat(before)}${text}`).toString('base64')
    const inner = encoded.slice(4, -4)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })

const hexSpellings = (text: string): string[] => {
  const hex = Buffer.from(text).toString('hex')
  return [hex, hex.toUpperCase()]
}

/** The spellings by what they are called. The long middle of the key stands for it, so that a cut one is found too. */
export function spellings(key: string): [string, string][] {
  const middle = key.slice(4, -4)
  return [
    ['plain', middle],
    ['percent-encoded', encodeURIComponent(middle)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(middle)).slice(3, -3)],
    ['UTF-16', Buffer.from(middle, 'utf16le').toString('latin1')],
    ...base64Spellings(key).map((text): [string, string] => ['base64', text]),
    ...hexSpellings(middle).map((text): [string, string] => ['hexadecimal', text]),
  ]
}

/** Where the key was found: `<place>: <spelling>`; nothing is the good answer. */
export function hits(key: string, places: Record<string, string>): string[] {
  const wanted = spellings(key)
  return Object.entries(places).flatMap(([place, content]) =>
    wanted.filter(([, text]) => content.includes(text)).map(([spelling]) => `${place}: ${spelling}`),
  )
}

/** Nothing, where the file has gone meanwhile; one that cannot be read is no good answer. */
const contentOf = (path: string): string => {
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    if (existsSync(path)) throw error
    return ''
  }
}

/** Every file below the folders, byte by byte, as places to look in; one that has gone meanwhile holds nothing. */
export const filesBelow = (...folders: string[]): Record<string, string> =>
  Object.fromEntries(
    folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
        .map((path) => [path, contentOf(path)]),
    ),
  )
