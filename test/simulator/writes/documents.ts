// Uploading documents: multipart only.
import { forbiddenAnswer, invalidObject, refusalAnswer } from '../../../main/demo/answers.ts'
import { type DemoCall, demoId } from '../../../main/demo/reads.ts'
import { type JsonObject, nextId, textOf } from '../../../main/demo/model/storedRows.ts'
import type { State } from '../../../main/demo/state.ts'
import { recordInfo } from '../../../main/demo/world/references.ts'
import { created } from './body.ts'
import { createResolver } from './resolve.ts'
import { bumpTicket, stamp } from './stamp.ts'

const type = 'Document'
const parts = ['recordType', 'recordId', 'file', 'url', 'title', 'privateFlag', 'readOnlyFlag', 'isAvatar']
const spelling = new Map(parts.map((name) => [name.toLowerCase(), name]))

/** A name whose closing quote was forgotten is read to the end of its line (ConnectWiseManageAPI, New-CWMDocument). */
const openName = /^(content-disposition: form-data; name="[^"\r\n]*)$/gim

const repaired = async (request: Request): Promise<Response> => {
  const body = Buffer.from(await request.arrayBuffer()).toString('latin1')
  const type = request.headers.get('content-type') ?? ''
  return new Response(Buffer.from(body.replace(openName, '$1"'), 'latin1'), {
    headers: { 'content-type': type },
  })
}

const readForm = async (request: Request): Promise<FormData | Response> => {
  if (!/^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '')) {
    return refusalAnswer(415, 'UnsupportedMediaType', 'The request entity is not multipart/form-data.')
  }
  try {
    const sent = await repaired(request).then((each) => each.formData())
    const form = new FormData()
    // Names are taken in any case.
    for (const [name, value] of sent) form.append(spelling.get(name.toLowerCase()) ?? name, value)
    return form
  } catch {
    return refusalAnswer(400, 'ConnectWiseApi', 'The multipart body cannot be read.')
  }
}

/** `POST /system/documents`: `recordType`, `recordId`, and a `file` or a `url`; answers the DocumentInfo. */
export const createDocument = (state: State, uploadLimit: number) => async (call: DemoCall) => {
  const { caller } = call.env
  if (caller.role.level('Companies > Manage Attachments', 'add') === 'None') return forbiddenAnswer()
  const form = await readForm(call.req.raw)
  if (form instanceof Response) return form
  const stranger = [...form.keys()].find((name) => !parts.includes(name))
  if (stranger !== undefined)
    return refusalAnswer(
      400,
      'ConnectWiseApi',
      `Could not find member '${stranger}' on object of type '${type}'.`,
    )

  const said = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const file = form.get('file')
  const url = said('url')
  const resolver = createResolver(type, {})
  if (said('recordType') === undefined)
    resolver.refuse('recordType', 'recordType is required.', 'MissingRequiredField')
  else if (said('recordType') !== 'Ticket') resolver.refuse('recordType', 'Enum value supplied was invalid')
  const ticket = state.world.tickets.find(demoId(said('recordId')) ?? 0)
  if (said('recordId') === undefined)
    resolver.refuse('recordId', 'recordId is required.', 'MissingRequiredField')
  else if (!ticket) resolver.refuse('recordId', `Ticket ${said('recordId')} not found`, 'NotFound')
  if (!(file instanceof File) && url === undefined)
    resolver.refuse('file', 'A file or a url is required.', 'MissingRequiredField')
  if (file instanceof File && file.size > uploadLimit) {
    resolver.refuse('file', `The file is larger than ${uploadLimit} bytes`)
  }
  if (!ticket || resolver.problems.length > 0) return invalidObject(type, resolver.problems)

  const { documents, ticketOfDocument } = state.world.details()
  const at = stamp(state)
  const by = textOf(caller.member.identifier)
  const id = nextId(documents)
  const content: JsonObject =
    file instanceof File
      ? { fileName: file.name, size: file.size, linkFlag: false, urlFlag: false }
      : { fileName: url, size: 0, linkFlag: true, urlFlag: true }
  const document = documents.add({
    id,
    title: said('title') ?? content.fileName,
    ...content,
    owner: by,
    publicFlag: said('privateFlag')?.toLowerCase() !== 'true',
    imageFlag: file instanceof File && file.type.startsWith('image/'),
    readOnlyFlag: false,
    guid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    _info: recordInfo(at, by, at, by),
  })
  ticketOfDocument.set(id, ticket.id)
  bumpTicket(state, ticket, by)
  return created(call.req.raw, document)
}
