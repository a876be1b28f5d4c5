// Slow is not dead: silence ends a stage, answers that keep coming do not, and the site is called slow.
import { describe, expect, it } from 'vitest'
import { testConnection } from '../../../../../main/connectwise/connectionTest/testConnection.ts'
import { type Asked, companyInfo, createFakeClock, createPeer, json, keys } from '../fakes.ts'

const needs = { role: 'target', timeEntries: true, attachments: true, reverseSync: true } as const

/** A company whose answers take as long as told; everything a test says of it. */
async function paced(
  seconds: (asked: Asked) => number,
  answer: (asked: Asked) => Response = () => json([{ id: 1, name: 'One' }]),
) {
  const clock = createFakeClock()
  const late =
    (respond: (asked: Asked) => Response) =>
    (asked: Asked): Promise<Response> =>
      new Promise((resolve) => void clock.after(seconds(asked) * 1000, () => resolve(respond(asked))))
  const { fetch } = createPeer(late(answer), () => json(companyInfo))
  const testing = testConnection({
    fetch,
    keys,
    needs,
    allowLoopbackHttp: false,
    signal: new AbortController().signal,
    onStage: () => {},
    clock,
  })
  await clock.advance(10 * 60_000)
  const result = await testing
  return { result, failing: result.stages.find(({ ok }) => ok === false) }
}

describe('a site', () => {
  it('that answers at once is not called slow', async () => {
    const { result } = await paced(() => 0)
    expect(result.ok).toBe(true)
    expect(JSON.stringify(result)).not.toContain('slow')
  })

  it('whose answers take four seconds each passes, and is called slow', async () => {
    const { result } = await paced(() => 4)
    expect(result.ok).toBe(true)
    expect(result.stages[6]?.ms).toBeGreaterThan(10_000)
    expect(result.stages[6]?.message).toContain('The site is slow: an answer took 4.0 s.')
  })

  it('that goes on answering for more than a minute is told as slow, not as dead', async () => {
    const boards = Array.from({ length: 10 }, (_, index) => ({ id: index + 1 }))
    const message = 'You do not have security permission to perform this action.'
    const { failing, result } = await paced(
      () => 9.5,
      ({ path }) =>
        path.endsWith('/statuses') && path.includes('/boards/')
          ? json({ code: 'Security', message }, { status: 403 })
          : json(boards),
    )
    expect(failing).toMatchObject({ stage: 'access', code: 'timeout', ms: 60_000 })
    expect(failing?.message).toContain('is slow: it kept answering')
    expect(result.permissions.some(({ state }) => state === 'granted')).toBe(true)
  })

  it('that says nothing for ten seconds is given up there', async () => {
    const { failing } = await paced(({ path }) => (path.endsWith('/service/priorities') ? 3600 : 1))
    expect(failing).toMatchObject({ stage: 'access', code: 'timeout' })
    expect(failing?.ms).toBeLessThan(20_000)
    expect(failing?.message).toContain('did not answer in time')
  })

  it('that says nothing to calls with keys is given up at the keys, not at the company it told of', async () => {
    const { failing, result } = await paced(() => 3600, undefined)
    expect(failing).toMatchObject({ stage: 'keys', code: 'timeout' })
    expect(result.stages[2]).toMatchObject({ stage: 'company', ok: true })
  })

  it('whose answer trickles is waited for', async () => {
    const clock = createFakeClock()
    const { fetch } = createPeer(({ path }) => {
      if (!path.endsWith('/companies')) return json([{ id: 1 }])
      const parts = ['[{"id"', ':1', '}', ']'].map((part) => new TextEncoder().encode(part))
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) =>
          new Promise(
            (resolve) =>
              void clock.after(6_000, () => {
                const part = parts.shift()
                if (part) controller.enqueue(part)
                else controller.close()
                resolve()
              }),
          ),
      })
      return new Response(body)
    })
    const testing = testConnection({
      fetch,
      keys,
      needs,
      allowLoopbackHttp: false,
      signal: new AbortController().signal,
      onStage: () => {},
      clock,
    })
    await clock.advance(10 * 60_000)
    expect((await testing).ok).toBe(true)
  })
})
