// Runs one connection test: stages stream in, it can be stopped, and it stops when its screen is left.
import { useEffect, useId } from 'react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import { longCalls, useLongCall } from '../../state/longCall.ts'
import { keyMark } from './keyMark.ts'
import type { Tested, TestRun, TestSubject } from './testRun.ts'

const tests = longCalls<'connections:test', Tested>('connections:test')
const keyOf = (target: ApiTarget): string => JSON.stringify(target)

/** Keeps a finished test in memory for its connection, so that leaving the screen does not lose it. */
export const rememberTest = (target: ApiTarget, run: TestRun): void => tests.put(keyOf(target), run)

/** The last test of a connection in this session. */
export const rememberedTest = (target: ApiTarget | null): TestRun | null =>
  (target && tests.latest.get().get(keyOf(target))) ?? null

/** The typed key is the saved one now, and a test of it stays a test of it. */
export function keepTestOfSavedKey(
  target: ApiTarget,
  typed: string | null,
  savedKeyId: string | undefined,
): void {
  const run = rememberedTest(target)
  if (run && typed && run.about.key === keyMark(typed, null))
    rememberTest(target, { ...run, about: { ...run.about, key: keyMark(null, savedKeyId ?? null) } })
}

/** The test of `target`: the last one of this session, or none. Without one, the test of the calling screen alone. */
export function useTest(target: ApiTarget | null) {
  const own = useId()
  const { run, start, stop, forget } = useLongCall(tests, target ? keyOf(target) : own)
  useEffect(() => stop, [stop])
  const isOwn = target === null
  useEffect(() => (isOwn ? forget : undefined), [isOwn, forget])
  return {
    run,
    /** Answers with the finished run, or nothing while another one goes on. */
    start: (subject: TestSubject, key = ''): Promise<TestRun | undefined> =>
      start({
        about: { credentials: subject.credentials, needs: subject.needs, key },
        input: (callId) => ({ callId, ...subject }),
      }),
    stop,
    clear: forget,
  }
}
