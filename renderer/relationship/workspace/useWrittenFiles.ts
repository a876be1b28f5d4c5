// The files a relationship is taken along in: its export, and the handover sheet in three formats.
import type { Permission } from '../../../shared/connection/connection.ts'
import { exportedWords, sheetWords } from '../../files/filesFront.ts'
import { requestValue } from '../../state/queries.ts'
import { useWritten, writeFor } from '../../ui/screen/WrittenNotice.tsx'

export type SheetFormat = 'html' | 'markdown' | 'pdf'

type Given = {
  id: string
  /** Whether the form has changes that are not saved, and whether it is ready. */
  dirty: boolean
  ready: boolean
  /** The permission map of the last test; empty without one. */
  permissions: readonly Permission[]
}

export function useWrittenFiles({ id, dirty, ready, permissions }: Given) {
  const [, setWritten] = useWritten(id)
  return {
    exportFile: () =>
      void writeFor(setWritten, 'Not exported', async () => {
        const written = await requestValue('files:export', { ids: [id] })
        return written && { ...written, verb: 'Exported', about: exportedWords({ ready, dirty }) }
      }),
    writeSheet: (format: SheetFormat) =>
      void writeFor(setWritten, 'The handover sheet was not written', async () => {
        const written = await requestValue('files:handover', {
          id,
          format,
          permissions: [...permissions],
        })
        return written && { ...written, about: sheetWords({ dirty }) }
      }),
  }
}
