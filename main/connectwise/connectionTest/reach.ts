// Opens a connection and hangs up: whether anything listens at an address, apart from what it then says.
import { connect } from 'node:net'

export type Reach = (options: {
  /** Name or address without port, IPv6 in brackets. */
  host: string
  port: number
  signal: AbortSignal
}) => Promise<boolean>

/** Nothing is sent. False where nothing listens, and behind a proxy, which alone gets there. */
export const reachHost: Reach = ({ host, port, signal }) =>
  new Promise((resolve) => {
    const socket = connect({ host: host.replace(/^\[|\]$/g, ''), port, signal })
    const finish = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => finish(true))
    socket.on('error', () => finish(false))
  })
