// Holds one large sample beside the page and judges it there, with the same pure code.
import { compareWith } from './comparison.ts'
import { entriesOf, type Tickets } from './entries.ts'
import { parseSample } from './parseSample.ts'
import type { Answer, Ask, WorkerCalls } from './remote.ts'
import { openSession, type Session, type Settings } from './session.ts'

let held: Tickets = { flow: 'inbound', tickets: [] }
let reference: Settings['reference'] = null
let current: { settings: Settings; session: Session } | null = null

const joined = (before: Tickets, more: Tickets): Tickets => {
  if (before.flow === 'inbound' && more.flow === 'inbound')
    return { flow: 'inbound', tickets: [...before.tickets, ...more.tickets] }
  if (before.flow === 'outbound' && more.flow === 'outbound')
    return { flow: 'outbound', tickets: [...before.tickets, ...more.tickets] }
  return more
}

const calls: WorkerCalls = {
  add(more) {
    held = joined(held, more)
    return held.tickets.length
  },
  async read({ flow, file }) {
    const parsed = parseSample(flow, await file.text())
    if (!parsed.ok) return { ok: false, message: parsed.error.message, next: parsed.error.next ?? '' }
    held = parsed.value.data
    return { ok: true, count: held.tickets.length, problems: parsed.value.problems }
  },
  entries: ({ from, to }) =>
    entriesOf(
      held.flow === 'inbound'
        ? { flow: 'inbound', tickets: held.tickets.slice(from, to) }
        : { flow: 'outbound', tickets: held.tickets.slice(from, to) },
    ),
  reference(input) {
    reference = input
    return null
  },
  judge({ relationship, since }) {
    const settings: Settings = { relationship, reference, since }
    const session = openSession(held, settings)
    current = { settings, session }
    return session.judge()
  },
  detail: (index) => current?.session.detail(index) ?? null,
  compare: (saved) => current && compareWith(held, current.settings, saved),
}

async function answer({ id, name, input }: Ask): Promise<Answer> {
  try {
    return { id, value: (await calls[name](input)) as never }
  } catch {
    return { id, error: 'The preview could not be computed.' }
  }
}

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  void answer(data).then((message) => postMessage(message))
})
