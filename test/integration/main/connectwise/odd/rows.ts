// Runs a table of odd answers: each is told at its stage with its code, and every later stage is listed as not run.
import { describe, expect, it } from 'vitest'
import { type Stage, stageNames } from '../../../../../shared/connection/connection.ts'
import { type Said, type Script, tested } from './oddServer.ts'

/** Every call with keys is answered so. */
export const keyed =
  (said: Said | 'reset' | 'silence'): Script =>
  ({ path }) =>
    path === 'company' ? undefined : said
/** Calls whose path fits are answered so. */
export const only =
  (wanted: RegExp, said: Said | 'reset' | 'silence'): Script =>
  ({ path }) =>
    wanted.test(path) ? said : undefined

/** What is answered, and what the sentence says. */
type Row = readonly [title: string, script: Script, words?: RegExp]

/** Rows by the stage they are told at and the code: `keys: keys-rejected`. */
export type Rows = Readonly<Record<string, readonly Row[]>>

const outcomeOf = (failing: Stage | undefined): string =>
  failing ? `${failing.stage}: ${failing.code}` : 'none: ok'

export function describeRows(kind: string, rows: Rows): void {
  describe(kind, () => {
    for (const [outcome, [title, script, words = /./]] of Object.entries(rows).flatMap(([told, each]) =>
      each.map((row) => [told, row] as const),
    ))
      it(`${title} is ${outcome}`, async () => {
        const { failing, result } = await tested(script)
        expect(outcomeOf(failing)).toBe(outcome)
        if (!failing) return
        expect(`${failing.message} ${failing.next}`).toMatch(words)
        expect(failing.next).not.toBe('')
        const after = result.stages.slice(stageNames.indexOf(failing.stage) + 1)
        expect(after.every((later) => later.ok === null && later.code === 'not-run')).toBe(true)
      })
  })
}
