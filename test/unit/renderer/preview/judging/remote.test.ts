// Calls to the worker, one message each way.
import { describe, expect, it } from 'vitest'
import { createRemote } from '../../../../../renderer/preview/judging/remote.ts'

describe('a remote', () => {
  function fakePort() {
    const target = new EventTarget()
    const asked: { id: number; name: string; input: unknown }[] = []
    const port = {
      postMessage: (message: { id: number; name: string; input: unknown }) => asked.push(message),
      terminate: () => {},
      addEventListener: target.addEventListener.bind(target),
    }
    const answer = (data: unknown) => target.dispatchEvent(new MessageEvent('message', { data }))
    return { port, asked, answer, crash: () => target.dispatchEvent(new Event('error')) }
  }

  it('gives each answer to its call', async () => {
    const { port, asked, answer } = fakePort()
    const remote = createRemote(port)
    const [first, second] = [remote.call('detail', 1), remote.call('detail', 2)]
    answer({ id: asked[1]?.id, value: null })
    answer({ id: asked[0]?.id, error: 'The preview could not be computed.' })
    await expect(second).resolves.toBeNull()
    await expect(first).rejects.toThrow('could not be computed')
  })

  it.each(['crash', 'close'] as const)('rejects what waits after a %s', async (end) => {
    const { port, crash } = fakePort()
    const remote = createRemote(port)
    const waiting = remote.call('detail', 1)
    if (end === 'crash') crash()
    else remote.close()
    await expect(waiting).rejects.toThrow('stopped')
    await expect(remote.call('detail', 2), 'what is asked afterwards').rejects.toThrow('stopped')
  })
})
