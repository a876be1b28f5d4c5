// Every call: sender checked, input parsed, errors as data, output cut to the contract.
import { describe, expect, test } from 'vitest'
import type { Sender } from '../../../../main/electron/ipc.ts'
import { channels } from '../../../../shared/ipc/channels.ts'
import { contract } from '../../../../shared/ipc/contract.ts'
import { fail, ok } from '../../../../shared/result.ts'
import { gone, senderWith, setUp } from './sender.ts'

test('the list of channels the page works with is the contract’s', () => {
  expect(Object.keys(contract).toSorted()).toEqual([...channels].toSorted())
})

describe('a sender that is not the app’s own page is refused before anything else', () => {
  const trusted = senderWith()
  test.each<[string, Sender, boolean]>([
    ['no frame', { ...trusted.event, senderFrame: null }, true],
    ['a frame inside the page', senderWith({ parent: {} }).event, true],
    ['another origin', senderWith({ url: 'https://example.test/' }).event, true],
    ['another host of the scheme', senderWith({ url: 'app://other/index.html' }).event, true],
    ['a look-alike', senderWith({ url: 'app://bundle.example.test/' }).event, true],
    ['an empty page', senderWith({ url: '' }).event, true],
    ['about:blank', senderWith({ url: 'about:blank' }).event, true],
    ['a window that is not ours', trusted.event, false],
    ['a frame that is gone', gone(), true],
  ])('%s', async (_case, event, ours) => {
    const { answer, handled } = setUp({ 'connections:list': () => ok([]) }, () => ours)
    for (const channel of channels) {
      expect(await answer(channel, event, {})).toMatchObject({ ok: false, error: { code: 'untrusted' } })
    }
    expect(handled).toEqual([])
  })

  test('the app’s own page is answered', async () => {
    const { answer } = setUp({ 'connections:list': () => ok([]) })
    expect(await answer('connections:list', trusted.event, {})).toEqual({ ok: true, value: [] })
  })
})

test('between the work and its answer the window has a turn', async () => {
  let turns = 0
  const { answer } = setUp({
    'connections:list': () => {
      setImmediate(() => (turns += 1))
      return ok([])
    },
  })
  await answer('connections:list', senderWith().event, {})
  expect(turns).toBe(1)
})

describe('output', () => {
  const connection = {
    id: 'a',
    name: 'Acme',
    environment: 'sandbox' as const,
    site: 'acme.example.test',
    companyId: 'acme',
    publicKey: 'p',
    clientId: 'c',
    key: 'saved' as const,
    demo: false,
    revision: 1,
    fetchedAt: null,
  }
  test('what the schema does not name cannot leave', async () => {
    const { answer } = setUp({ 'connections:list': () => ok([{ ...connection, privateKey: 'secret' }]) })
    expect(await answer('connections:list', senderWith().event, {})).toEqual({
      ok: true,
      value: [connection],
    })
  })

  test('an answer that does not fit is logged by its places and told as internal', async () => {
    const { answer, log } = setUp({
      'connections:list': () => ok([{ ...connection, name: 7 as unknown as string }]),
    })
    expect(await answer('connections:list', senderWith().event, {})).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    })
    expect(log.lines.join('\n')).toContain('value.0.name')
  })

  test('a failure passes with its code, its sentence and nothing else', async () => {
    const failure = fail('conflict', 'A sentence.', { next: 'Do this.' })
    const { answer } = setUp({
      'relationships:get': () => Object.assign({ stack: 'secret' }, failure),
    })
    expect(await answer('relationships:get', senderWith().event, { id: 'a' })).toEqual(failure)
  })
})

test('a handler that throws is logged and answers a sentence without its message', async () => {
  const { answer, log } = setUp({
    'connections:list': () => {
      throw new Error('details of the inside')
    },
    'relationships:list': () => Promise.reject(new Error('details of the inside')),
  })
  for (const channel of ['connections:list', 'relationships:list'] as const) {
    const result = await answer(channel, senderWith().event, {})
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(result)).not.toContain('details')
  }
  expect(log.lines.filter((line) => line.includes('details of the inside'))).toHaveLength(2)
})

describe('a long call', () => {
  const target = { connectionId: 'a', overrideOf: null }
  test('is cancelled by its id, and only then is the id free again', async () => {
    const { answer, calls } = setUp({
      'reference:refresh': (_input, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(fail('cancelled', 'Stopped.')))
        }),
      'calls:cancel': ({ callId }) => {
        calls.cancel(callId)
        return ok({})
      },
    })
    const running = answer('reference:refresh', senderWith().event, { callId: 'one', target })
    expect(await answer('reference:refresh', senderWith().event, { callId: 'one', target })).toMatchObject({
      error: { code: 'invalid-input' },
    })
    expect(await answer('calls:cancel', senderWith().event, { callId: 'other' })).toEqual({
      ok: true,
      value: {},
    })
    expect(await answer('calls:cancel', senderWith().event, { callId: 'one' })).toEqual({
      ok: true,
      value: {},
    })
    expect(await running).toMatchObject({ error: { code: 'cancelled' } })
    const again = answer('reference:refresh', senderWith().event, { callId: 'one', target })
    calls.cancelAll()
    expect(await again).toMatchObject({ error: { code: 'cancelled' } })
  })

  const report = (sent: unknown[], destroyed: boolean) => {
    const from = senderWith({ destroyed })
    const { answer } = setUp({
      'samples:read': (_input, call) => {
        call.report({ kind: 'tickets', done: 1, total: null })
        call.report({ kind: 'tickets', done: 2, total: 3, privateKey: 'secret' } as Parameters<
          typeof call.report
        >[0])
        call.report({ kind: 'tickets', done: 'many', total: 3 } as unknown as Parameters<
          typeof call.report
        >[0])
        return ok({ sampleId: 'two', rows: 0, partial: false })
      },
    })
    return answer('samples:read', from.event, {
      callId: 'two',
      target,
      boards: [],
      since: null,
      limit: 10,
    }).then(() => sent.push(...from.sent))
  }
  test('reports progress under its id, cut to the contract', async () => {
    const sent: unknown[] = []
    await report(sent, false)
    expect(sent).toEqual([
      ['progress', { callId: 'two', report: { kind: 'tickets', done: 1, total: null } }],
      ['progress', { callId: 'two', report: { kind: 'tickets', done: 2, total: 3 } }],
    ])
  })

  test('reports nothing to a window that is gone', async () => {
    const sent: unknown[] = []
    await report(sent, true)
    expect(sent).toEqual([])
  })
})
