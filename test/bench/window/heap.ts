// The memory a page and its workers hold after collecting garbage, as the browser's inspector counts it.
import type { CDPSession, Page } from '@playwright/test'

type Usage = { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number }
type Reply = { id: number; result?: Usage }

const bytesOf = ({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: Usage): number =>
  usedSize + embedderHeapUsedSize + backingStorageSize

/** Asks a worker, which the inspector reaches through the page only. */
function askWorker(session: CDPSession, sessionId: string, id: number, method: string): Promise<Reply> {
  return new Promise((resolve) => {
    session.on('Target.receivedMessageFromTarget', ({ sessionId: from, message }) => {
      const reply: Reply = JSON.parse(message)
      if (from === sessionId && reply.id === id) resolve(reply)
    })
    void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
  })
}

/** Bytes of script values, of what they hold in the browser, and of array buffers. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const workers: string[] = []
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId)
  })
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  // Twice, because some of it can go only after what held it is gone.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  let bytes = bytesOf(await session.send('Runtime.getHeapUsage'))
  for (const worker of workers) {
    await askWorker(session, worker, 1, 'HeapProfiler.collectGarbage')
    const { result } = await askWorker(session, worker, 2, 'Runtime.getHeapUsage')
    bytes += result ? bytesOf(result) : Number.NaN
  }
  await session.detach()
  if (workers.length < page.workers().length) throw new Error('Not every worker could be asked.')
  return bytes
}
