// Documents of a ticket: list, count, record and download, asked for by record type and id.
import type { Hono } from 'hono'
import { invalidObject, jsonAnswer, notFound, problemAnswer } from './answers.ts'
import { countAnswer, filterOf, listAnswer } from './listing.ts'
import { documentModel } from './model/desk.ts'
import { projection } from './project.ts'
import { type DemoCall, type Env, demoId, visibility } from './reads.ts'
import { type Collection, createCollection, textOf } from './model/storedRows.ts'
import type { State } from './state.ts'
import { documentsOf } from './world/details.ts'

const right = 'Companies > Manage Attachments'

const documentsAskedFor = (state: State, call: DemoCall): Collection | Response => {
  const recordId = demoId(call.req.query('recordId'))
  const recordType = call.req.query('recordType')
  if (recordType === undefined || recordId === undefined) {
    const field = recordType === undefined ? 'recordType' : 'recordId'
    return invalidObject('Document', [
      problemAnswer('Document', 'MissingRequiredField', `${field} is required.`, field),
    ])
  }
  const ofTicket = recordType.toLowerCase().endsWith('ticket')
  return createCollection(documentModel, ofTicket ? documentsOf(state.world.details(), recordId) : [])
}

const list = (state: State, kind: 'list' | 'count') => (call: DemoCall) => {
  const seen = visibility(call.env.caller, right)
  if (seen instanceof Response) return seen
  const rows = documentsAskedFor(state, call)
  if (rows instanceof Response) return rows
  const filter = filterOf(new URL(call.req.url).searchParams)
  return kind === 'count' ? countAnswer(rows, filter, seen) : listAnswer(call.req.raw, rows, filter, seen)
}

const record = (state: State, download: boolean) => (call: DemoCall) => {
  const seen = visibility(call.env.caller, right)
  if (seen instanceof Response) return seen
  const id = demoId(call.req.param('id')) ?? 0
  const row = state.world.details().documents.find(id)
  const hidden = row !== undefined && seen.visible?.test(row) === false
  if (!row || hidden || (download && (row.urlFlag === true || row.linkFlag === true)))
    return notFound('Document', id)
  if (!download) return jsonAnswer(projection(call.req.query('fields') ?? null)(row))
  const name = textOf(row.fileName)
  return new Response(`${name}\n`, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${encodeURIComponent(name)}"`,
    },
  })
}

/** Registers the reading routes of documents. */
export const mountDocuments = (app: Hono<Env>, state: State) => {
  app.get('/system/documents', list(state, 'list'))
  app.get('/system/documents/count', list(state, 'count'))
  app.get('/system/documents/:id{[0-9]+}', record(state, false))
  app.get('/system/documents/:id{[0-9]+}/download', record(state, true))
}
