// How much a passphrase is worth, in words: a bundle with credentials is as safe as the phrase that locks it.

/** Fewer characters than this lock nothing. */
export const shortestPassphrase = 12
export const longestPassphrase = 1000

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

export const strengthWords: Record<Strength, string> = {
  short: `Too short: at least ${shortestPassphrase} characters.`,
  weak: 'Weak: somebody who has the file could guess it. Use more and different words.',
  fair: 'Fair: good for a file that stays in the house.',
  strong: 'Strong.',
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]
const sizes = [26, 26, 10, 33]

/** Runs such as `aaaa`, `1234` and `qwert` add little. */
const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const follows = (one: string, other: string): boolean =>
  one === other || rows.some((row) => row.includes(`${one}${other}`) || row.includes(`${other}${one}`))

/** A rough count of bits: the signs that could not be foreseen from the one before, times the alphabet they come from. */
function bits(text: string): number {
  const signs = Array.from(text.toLowerCase())
  const surprising = signs.filter((sign, index) => !follows(signs[index - 1] ?? ' ', sign)).length
  const alphabet = kinds.reduce((sum, kind, index) => sum + (kind.test(text) ? (sizes[index] ?? 0) : 0), 1)
  const variety = Math.min(1, new Set(signs).size / 8)
  return surprising * Math.log2(alphabet) * variety
}

/** Judges a passphrase as it is typed. */
export function strengthOf(text: string): Strength {
  if (Array.from(text).length < shortestPassphrase) return 'short'
  const worth = bits(text)
  if (worth < 50) return 'weak'
  return worth < 80 ? 'fair' : 'strong'
}
