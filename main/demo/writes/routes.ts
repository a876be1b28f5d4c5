// The writing routes. The product never calls them: they exist to prove that the bodies it previews would be taken.
import type { Hono } from 'hono'
import type { Env } from '../reads.ts'
import type { State } from '../state.ts'
import { createDocument } from './documents.ts'
import { createNote } from './notes.ts'
import { changeTicket, createTicket } from './tickets.ts'
import { createTimeEntry } from './timeEntries.ts'

/** Registers the four create calls and the ticket change. */
export const mountWrites = (app: Hono<Env>, state: State) => {
  app.post('/service/tickets', createTicket(state))
  app.patch('/service/tickets/:id{[0-9]+}', changeTicket(state))
  app.post('/service/tickets/:parent{[0-9]+}/notes', createNote(state))
  app.post('/time/entries', createTimeEntry(state))
  app.post('/system/documents', createDocument(state))
}
