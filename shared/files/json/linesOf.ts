// The line on which each value of a JSON text begins, so that what is said of a value leads to it.
import { bounds } from '../../bounds.ts'
import { scanJson } from './scanJson.ts'

/** Finds the line of a path such as `relationships[0].settings.status`; of what is not there, that of the nearest value above. */
export type LineOf = (path: string) => number

const parentOf = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0))

/** Reads the places once; the text is JSON already read. */
export function linesOf(file: string): LineOf {
  const text = file.startsWith('\uFEFF') ? file.slice(1) : file
  const lines = new Map<string, number>()
  let line = 1
  let seen = 0
  scanJson(text, bounds.files.relationships, (path, at) => {
    for (; seen < at; seen += 1) {
      const sign = text.charCodeAt(seen)
      if (sign === 0x0a || (sign === 0x0d && text.charCodeAt(seen + 1) !== 0x0a)) line += 1
    }
    lines.set(path, line)
  })
  return (path) => {
    for (let known = path; known !== ''; known = parentOf(known)) {
      const found = lines.get(known)
      if (found !== undefined) return found
    }
    return 1
  }
}
