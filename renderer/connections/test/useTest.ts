// Runs one connection test: stages stream in, it can be stopped, and it stops when its screen is left.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiTarget } from '../../../shared/connection/connection.ts'
import { call, cancel, newCallId, onProgressOf } from '../../api.ts'
import { begunRun, type TestRun, type TestSubject, withStage } from './testRun.ts'

const keyOf = (target: ApiTarget) => ['test', target]

/** Keeps a finished test in memory for its connection, so that leaving the screen does not lose it. */
export const rememberTest = (client: QueryClient, target: ApiTarget, run: TestRun): void => {
  client.setQueryData(keyOf(target), run)
}

/** The test of `target`: the last one of this session, or none. A null target is a connection not saved yet. */
export function useTest(target: ApiTarget | null) {
  const client = useQueryClient()
  const [run, setRun] = useState<TestRun | null>(() =>
    target ? (client.getQueryData<TestRun>(keyOf(target)) ?? null) : null,
  )
  const callId = useRef<string | null>(null)

  const stop = useCallback(() => {
    if (callId.current) void cancel(callId.current)
  }, [])
  useEffect(() => stop, [stop])

  /** Answers with the finished run, or nothing while another one goes on. */
  const start = async (subject: TestSubject): Promise<TestRun | undefined> => {
    if (callId.current) return undefined
    const id = newCallId()
    callId.current = id
    let latest = begunRun(subject, new Date().toISOString())
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
