// The writing routes, outside the product: they exist to prove that the bodies it previews would be taken.
import type { Hono } from 'hono'
import { forbiddenAnswer } from '../../../main/demo/answers.ts'
import { listEndpoints } from '../../../main/demo/lists.ts'
import type { Env } from '../../../main/demo/reads.ts'
import type { State } from '../../../main/demo/state.ts'
import { createDocument } from './documents.ts'
import { createNote } from './notes.ts'
import { changeTicket, createTicket } from './tickets.ts'
import { createTimeEntry } from './timeEntries.ts'

/** Registers the four create calls and the ticket change. Deleting is a level that no key pair has. */
export const mountWrites = (app: Hono<Env>, state: State, uploadLimit: number) => {
  app.post('/service/tickets', createTicket(state))
  app.patch('/service/tickets/:id{[0-9]+}', changeTicket(state))
  app.post('/service/tickets/:parent{[0-9]+}/notes', createNote(state))
  app.post('/time/entries', createTimeEntry(state))
  for (const { path, right } of listEndpoints) {
    if (right)
      app.delete(`${path.toLowerCase().replace(':parent', ':parent{[0-9]+}')}/:id{[0-9]+}`, forbiddenAnswer)
  }
  app.post('/system/documents', createDocument(state, uploadLimit))
}
