// One end of a line between two threads: values go over whole, in pieces small enough that neither end stands still.
import { setImmediate } from 'node:timers/promises'
import type { TransferListItem } from 'node:worker_threads'
import { cutIntoPieces, listAt } from './pieces.ts'

/** Worker and parent port alike. */
export type Port = {
  readonly on: (event: 'message', listener: (message: Message) => void) => unknown
  readonly postMessage: (message: Message, transfer?: readonly TransferListItem[]) => void
}

type Message =
  | { kind: 'value'; id: number; about: string; rest: unknown; paths: (readonly (string | number)[])[] }
  | { kind: 'rows'; id: number; list: number; rows: readonly unknown[] }
  /** The piece is taken in; the next may come. Without it all of them would be taken in at one stretch. */
  | { kind: 'next'; id: number }
  | { kind: 'end'; id: number }

type Arriving = { about: string; value: unknown; lists: unknown[][] }

/** A piece may take this long to copy (milliseconds); the number of rows follows from what the last one took. */
const target = 4
const most = 4000

/** `onValue` gets every value that arrived whole; `about` says what it is. */
export function createPost(port: Port, onValue: (id: number, about: string, value: unknown) => void) {
  const arriving = new Map<number, Arriving>()
  const waiting = new Map<number, () => void>()

  port.on('message', (message) => {
    switch (message.kind) {
      case 'value': {
        const { id, about, rest, paths } = message
        arriving.set(id, { about, value: rest, lists: paths.map((path) => listAt(rest, path)) })
        return
      }
      case 'rows': {
        const list = arriving.get(message.id)?.lists[message.list]
        for (const row of message.rows) list?.push(row)
        return port.postMessage({ kind: 'next', id: message.id })
      }
      case 'next':
        return waiting.get(message.id)?.()
      case 'end': {
        const whole = arriving.get(message.id)
        arriving.delete(message.id)
        if (whole) onValue(message.id, whole.about, whole.value)
      }
    }
  })

  const taken = (id: number): Promise<void> => new Promise((resolve) => waiting.set(id, resolve))

  return {
    /** Throws what cannot be copied, such as a function. */
    send: async (
      id: number,
      about: string,
      value: unknown,
      transfer: readonly TransferListItem[] = [],
    ): Promise<void> => {
      const { rest, lists } = cutIntoPieces(value)
      port.postMessage({ kind: 'value', id, about, rest, paths: lists.map(({ path }) => path) }, transfer)
      let size = 100
      for (const [list, { rows }] of lists.entries())
        for (let from = 0; from < rows.length; ) {
          const began = performance.now()
          port.postMessage({ kind: 'rows', id, list, rows: rows.slice(from, from + size) })
          from += size
          const took = Math.max(0.1, performance.now() - began)
          size = Math.max(1, Math.min(most, size * 4, Math.round((size * target) / took)))
          await taken(id)
          await setImmediate()
        }
      waiting.delete(id)
      port.postMessage({ kind: 'end', id })
    },
  }
}
