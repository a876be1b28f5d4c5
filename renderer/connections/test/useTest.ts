// Runs one connection test: stages stream in, it can be stopped, and it stops when its screen is left.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import { call, cancel, newCallId, onProgressOf } from '../../api.ts'
import { keyMark } from './keyMark.ts'
import { begunRun, type TestRun, type TestSubject, withStage } from './testRun.ts'

const keyOf = (target: ApiTarget) => ['test', target]

/** Keeps a finished test in memory for its connection, so that leaving the screen does not lose it. */
export const rememberTest = (client: QueryClient, target: ApiTarget, run: TestRun): void => {
  client.setQueryData(keyOf(target), run)
}

/** The last finished test of a connection in this session. */
export const rememberedTest = (client: QueryClient, target: ApiTarget | null): TestRun | null =>
  (target && client.getQueryData<TestRun>(keyOf(target))) ?? null

/** The typed key is the saved one now, and a test of it stays a test of it. */
export function keepTestOfSavedKey(
  client: QueryClient,
  target: ApiTarget,
  typed: string | null,
  savedKeyId: string | undefined,
): void {
  const run = rememberedTest(client, target)
  if (run && typed && run.key === keyMark(typed, null))
    rememberTest(client, target, { ...run, key: keyMark(null, savedKeyId ?? null) })
}

/** The test of `target`: the last one of this session, or none. A null target is a connection not saved yet. */
export function useTest(target: ApiTarget | null) {
  const client = useQueryClient()
  const [run, setRun] = useState<TestRun | null>(() => rememberedTest(client, target))
  const callId = useRef<string | null>(null)

  const stop = useCallback(() => {
    if (callId.current) void cancel(callId.current)
  }, [])
  useEffect(() => stop, [stop])
  const name = target && JSON.stringify(target)
  useEffect(() => {
    if (name === null) return undefined
    const remembered: ApiTarget = JSON.parse(name)
    return client.getQueryCache().subscribe(() => {
      const latest = rememberedTest(client, remembered)
      if (latest && callId.current === null) setRun(latest)
    })
  }, [client, name])

  /** Answers with the finished run, or nothing while another one goes on. */
  const start = async (subject: TestSubject, key = ''): Promise<TestRun | undefined> => {
    if (callId.current) return undefined
    const id = newCallId()
    callId.current = id
    let latest = begunRun(subject, key, new Date().toISOString())
    const show = (next: TestRun) => {
      latest = next
      setRun(next)
    }
    show(latest)
    const unsubscribe = onProgressOf(id, (report) => {
      if (report.kind === 'stage') show(withStage(latest, report.stage))
    })
    const answer = await call('connections:test', { callId: id, ...subject })
    unsubscribe()
    callId.current = null
    show({
      ...latest,
      running: false,
      ...(answer.ok ? { result: answer.value } : { error: answer.error }),
    })
    if (target) rememberTest(client, target, latest)
    return latest
  }

  return { run, start, stop, clear: () => setRun(null) }
}
