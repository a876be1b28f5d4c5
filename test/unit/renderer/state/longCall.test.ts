// A long call: what it reports is seen while it runs, it can be stopped, and it keeps nothing of what was sent.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { longCalls } from '../../../../renderer/state/longCall.ts'
import type { Channel } from '../../../../shared/ipc/channels.ts'
import type { Output } from '../../../../shared/ipc/contract.ts'
import type { Progress } from '../../../../shared/ipc/progress.ts'
import { fail, ok, type Result } from '../../../../shared/result.ts'

const target = { connectionId: 'c1', overrideOf: null }
const read: Output<'samples:read'> = { sampleId: 's1', rows: 2, partial: false }

/** A main that answers when it is told to, and takes note of what it is asked. */
function standIn() {
  const asked: { channel: Channel; input: unknown }[] = []
  const answers = Promise.withResolvers<Result<unknown>>()
  const listeners = new Set<(progress: Progress) => void>()
  const calls = new Proxy(
    {},
    {
      get: (_calls, channel: Channel | 'onProgress') =>
        channel === 'onProgress'
          ? (listener: (progress: Progress) => void) => {
              listeners.add(listener)
              return () => listeners.delete(listener)
            }
          : (input: unknown) => {
              asked.push({ channel, input })
              return channel === 'calls:cancel' ? Promise.resolve(ok({})) : answers.promise
            },
    },
  )
  vi.stubGlobal('window', { api: calls })
  return {
    asked,
    answer: answers.resolve,
    report: (progress: Progress) => listeners.forEach((listener) => listener(progress)),
    listening: () => listeners.size,
  }
}

/** A reading of tickets under the key `r1`, with the id it was given. */
function begin(finish?: (result: Output<'samples:read'>) => Promise<void>) {
  const main = standIn()
  const calls = longCalls<'samples:read', string>('samples:read')
  const ids: string[] = []
  const ended = calls.start('r1', {
    about: 'the first one',
    input: (callId) => {
      ids.push(callId)
      return { callId, target, boards: [], since: null, limit: 10 }
    },
    ...(finish && { finish }),
  })
  return { main, calls, ended, callId: ids[0] ?? '', run: () => calls.latest.get().get('r1') }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a long call', () => {
  it('shows what it reports, and nothing of what others report', async () => {
    const { main, run, callId, ended } = begin()
    main.report({ callId: 'another', report: { kind: 'tickets', done: 90, total: 100 } })
    main.report({ callId, report: { kind: 'tickets', done: 1, total: 2 } })
    expect(run()).toMatchObject({ running: true, progress: { tickets: { done: 1, total: 2 } } })
    main.answer(ok(read))
    expect(await ended).toMatchObject({ running: false, result: read, error: null, about: 'the first one' })
    expect(run()).toMatchObject({ running: false, result: read })
    expect(main.listening()).toBe(0)
  })

  it('runs once at a time under one key', async () => {
    const { main, calls, ended } = begin()
    const again = {
      about: 'the second one',
      input: (callId: string) => ({ callId, target, boards: [], since: null, limit: 1 }),
    }
    expect(await calls.start('r1', again)).toBeUndefined()
    main.answer(ok(read))
    await ended
    expect(main.asked).toHaveLength(1)
  })

  it('is stopped by its own id, and ends with what main then says', async () => {
    const { main, calls, run, callId, ended } = begin()
    calls.stop('r1')
    expect(main.asked.at(-1)).toEqual({ channel: 'calls:cancel', input: { callId } })
    expect(run()).toMatchObject({ running: true, stopped: true })
    main.answer(fail('cancelled', 'Stopped.'))
    expect(await ended).toMatchObject({ running: false, stopped: true, error: { code: 'cancelled' } })
  })

  it('goes on until what follows the answer is done', async () => {
    const rest = Promise.withResolvers<void>()
    const { main, run, ended } = begin(() => rest.promise)
    main.answer(ok(read))
    await Promise.resolve()
    expect(run()?.running).toBe(true)
    rest.reject(new Error('The worker is gone.'))
    expect(await ended).toMatchObject({ running: false, result: null, error: { code: 'internal' } })
  })

  it('leaves nothing behind once it was put away', async () => {
    const { main, calls, run, ended } = begin()
    calls.put('r1', null)
    main.answer(ok(read))
    await ended
    expect(run()).toBeUndefined()
  })

  it('keeps nothing of a private key it was sent with', async () => {
    const main = standIn()
    const calls = longCalls<'connections:test', string>('connections:test')
    const credentials = { site: 'cw.example.test', companyId: 'harbour', publicKey: '', clientId: '' }
    const needs = { role: 'target', timeEntries: false, attachments: false, reverseSync: false } as const
    const ended = calls.start('t1', {
      about: 'a test',
      input: (callId) => ({ callId, credentials, privateKey: 'PlantedKey', target: null, needs }),
    })
    main.answer(fail('timeout', 'No answer.'))
    await ended
    expect(JSON.stringify(main.asked)).toContain('PlantedKey')
    expect(JSON.stringify([...calls.latest.get()])).not.toContain('Planted')
  })
})
