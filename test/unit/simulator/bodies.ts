// Bodies a demo ConnectWise takes, and how its refusals read in a test.
import { createSimulator, type Simulator, type SimulatorOptions } from '../../simulator/simulator.ts'
import type { Asked } from './ask.ts'

const now = new Date('2026-11-23T10:00:00Z')
/** A demo of its own, for a test that writes. */
export const fresh = (options: SimulatorOptions = {}) => createSimulator({ now: () => now, ...options })

/** The least a ticket, and a note, and a time entry can be. */
export const minimal = {
  summary: 'Printer offline',
  company: { id: 250 },
  board: { id: 4 },
  status: { id: 31 },
}
export const note = { text: 'Rebooted the print server.', detailDescriptionFlag: true }
/** A ticket on the help desk in a status that takes time. */
export const open = (demo: Simulator) =>
  demo.world.tickets.rows.find((row) => row.summary === 'Parent: head office move')?.id ?? 0
export const entry = (demo: Simulator) => ({
  chargeToId: open(demo),
  chargeToType: 'ServiceTicket',
  member: { id: 42 },
  timeStart: '2026-03-02T09:00:00Z',
  timeEnd: '2026-03-02T09:30:00Z',
})

/** Status, code, and the first thing that was wrong. */
export const refusal = ({ status, body }: Asked) => {
  const { code, message, errors } = body as {
    code: string
    message: string
    errors: { field: string; message: string }[] | null
  }
  return [status, code, errors?.[0] ? `${errors[0].field}: ${errors[0].message}` : message]
}
