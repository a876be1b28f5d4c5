// Holds one large sample beside the page and judges it there, with the same pure code.
import type { AppError } from '../../../shared/result.ts'
import { addPart, partOf, type SampleTickets } from '../../../shared/preview/sample/tickets.ts'
import { compareWith } from './comparison.ts'
import { entriesOf } from './entries.ts'
import { type OpenedSample, parseSample } from './parseSample.ts'
import type { RemoteAnswer, Ask, WorkerCalls } from './remote.ts'
import { asFlow, createWriter, ticketsFromText } from './ticketText.ts'
import { openSession, type Session, type JudgedWith } from './judgingSession.ts'

let held: SampleTickets = { flow: 'inbound', tickets: [] }
let written = createWriter(held, false)
let reference: JudgedWith['reference'] = null
/** A file whose columns are being asked about. */
let opened: OpenedSample | null = null
const notOpen: AppError = { code: 'internal', message: 'No sample is open.' }
let current: { settings: JudgedWith; session: Session } | null = null

const calls: WorkerCalls = {
  add(more) {
    if (!addPart(held, more)) held = more
    return held.tickets.length
  },
  addText: ({ from, flow, text }) => calls.add(asFlow(flow, ticketsFromText(from, text))),
  async open({ use, file, reading }) {
    const parsed = parseSample(use, new Uint8Array(await file.arrayBuffer()), reading)
    if (!parsed.ok) return { ok: false, problem: parsed.error }
    opened = parsed.value
    return { ok: true, overview: opened.overview }
  },
  read(assignment) {
    const parsed = opened?.read(assignment ?? undefined)
    if (!parsed?.ok) return { ok: false, problem: parsed?.error ?? notOpen }
    opened = null
    const { data, ...said } = parsed.value
    held = data
    return { ok: true, count: held.tickets.length, ...said }
  },
  entries: ({ from, size }) => entriesOf(partOf(held, from, size)),
  text({ from, anonymous }) {
    if (from === 0) written = createWriter(held, anonymous)
    return written(from)
  },
  reference(input) {
    reference = input
    return null
  },
  judge({ relationship, since }) {
    const settings: JudgedWith = { relationship, reference, since }
    const session = openSession(held, settings)
    current = { settings, session }
    return session.judge()
  },
  detail: (index) => current?.session.detail(index) ?? null,
  detailUnder: ({ relationship, index }) =>
    current && openSession(held, { ...current.settings, relationship }).detail(index),
  compare: (saved) => current && compareWith(held, current.settings, saved),
}

async function answer({ id, name, input }: Ask): Promise<RemoteAnswer> {
  try {
    return { id, value: (await calls[name](input)) as never }
  } catch {
    return { id, error: 'The preview could not be computed.' }
  }
}

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  void answer(data).then((message) => postMessage(message))
})
