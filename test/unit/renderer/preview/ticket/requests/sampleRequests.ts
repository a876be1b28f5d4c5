// Requests as a preview lists them, with names that a shell would read otherwise.
import type { PreviewRequest } from '../../../../../../shared/preview/result/previewResult.ts'

export const patch = {
  method: 'PATCH',
  path: '/service/tickets/7',
  body: [{ op: 'replace', path: 'priority', value: { id: 7 } }],
} satisfies PreviewRequest

export const document = {
  method: 'POST',
  path: '/system/documents',
  multipart: {
    recordType: 'Ticket',
    recordId: '{id}',
    title: '@it’s.txt',
    file: { fileName: 'a"b\'c.txt', contentType: 'text/plain', size: 3 },
  },
} satisfies PreviewRequest

export const note = {
  method: 'POST',
  path: '/service/tickets/{id}/notes',
  body: { text: 'Hello', internalAnalysisFlag: true },
} satisfies PreviewRequest
