// Runs a table of odd answers: each is told at its stage with its code, and every later stage is listed as not run.
import { describe, expect, it } from 'vitest'
import { stageNames } from '../../../../../shared/connection/connection.ts'
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

/** What is answered, the stage and code it is told with, and what the sentence says. */
export type Row = readonly [title: string, script: Script, stage: string, code: string, words?: RegExp]

export function describeRows(kind: string, rows: readonly Row[]): void {
  describe(kind, () => {
    for (const [title, script, stage, code, words = /./] of rows)
      it(`${title} is ${code}`, async () => {
        const { failing, result } = await tested(script)
        expect([failing?.stage ?? 'none', failing?.code ?? 'ok']).toEqual([stage, code])
        if (!failing) return
        expect(`${failing.message} ${failing.next}`).toMatch(words)
        expect(failing.next).not.toBe('')
        const after = result.stages.slice(stageNames.indexOf(failing.stage) + 1)
        expect(after.every((later) => later.ok === null && later.code === 'not-run')).toBe(true)
      })
  })
}
