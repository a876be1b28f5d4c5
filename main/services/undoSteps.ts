// What an import did, as steps back: looked at all together before the first is taken, then taken last first.
import { setImmediate as nextTurn } from 'node:timers/promises'
import { ok, type Result } from '../../shared/result.ts'

/** `check` says whether the step can still be taken, without taking it. */
export type UndoStep = {
  readonly check?: () => Result<null>
  readonly run: () => Result<null> | Promise<Result<null>>
}

/** Takes every step back, or none of them when one can no longer be taken. */
export async function undoAll(steps: readonly UndoStep[]): Promise<Result<null>> {
  for (const { check } of steps) {
    const possible = check?.()
    if (possible && !possible.ok) return possible
  }
  for (const { run } of steps.toReversed()) {
    const done = await run()
    if (!done.ok) return done
    // Each step writes a file: the window draws and listens between two of them.
    await nextTurn()
  }
  return ok(null)
}
