// The demo's models of what is written know every member that ConnectWise's own model has, and spell its references alike.
import type { components } from 'connectwise-rest/dist/ManageTypes'
import { expect, test } from 'vitest'
import {
  documentModel,
  noteModel,
  ticketNoteModel,
  timeEntryModel,
} from '../../../../../main/demo/model/desk.ts'
import type { Kind, Model } from '../../../../../main/demo/model/kinds.ts'
import { ticketModel } from '../../../../../main/demo/model/ticket.ts'

type Models = components['schemas']

/** The names alone are compared, and by the compiler: a member left out does not type-check. */
const complete: {
  [name in 'Ticket' | 'ServiceNote' | 'ServiceTicketNote' | 'TimeEntry' | 'DocumentInfo']: Model & {
    members: Record<keyof Models[name], Kind>
  }
} = {
  Ticket: ticketModel,
  ServiceNote: noteModel,
  ServiceTicketNote: ticketNoteModel,
  TimeEntry: timeEntryModel,
  DocumentInfo: documentModel,
}

test('models go by the vendor’s names', () => {
  for (const [name, model] of Object.entries(complete)) expect(model.name).toBe(name)
  const references = Object.values(ticketModel.members).flatMap(({ of }: Kind) => of ?? [])
  expect(references).toContain('ServiceStatusReference' satisfies keyof Models)
})
