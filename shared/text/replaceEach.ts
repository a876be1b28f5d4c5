// Replaces signs one by one where a pattern finds runs of them: a match costs many times what a sign does.

/** What `each` makes of every sign of every run; `runs` is a global pattern that ends in `+`. */
export const replaceEach = (text: string, runs: RegExp, each: (sign: string) => string): string =>
  text.replace(runs, (run) => Array.from(run, each).join(''))

/** The same with one sign in place of each UTF-16 unit. */
export const replaceEachBy = (text: string, runs: RegExp, sign: string): string =>
  text.replace(runs, (run) => sign.repeat(run.length))

/** `\u0003` for a sign, as JSON and shells write it too. */
export const unicodeEscape = (sign: string): string =>
  `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
