// Documents of one kind, a file each in one folder: found by their names, opened once.
import { readdirSync } from 'node:fs'
import { createDocument, type Document, type DocumentOptions, type StoreContext } from '../disk/document.ts'

type FolderDocuments<File> = {
  /** The names that stand in the folder; none where there is no folder yet. */
  readonly names: () => string[]
  readonly open: (name: string) => Document<File>
  /** The next one to open it finds it anew. */
  readonly forget: (name: string) => void
}

type Options<File> = Omit<DocumentOptions<File>, 'name' | 'label'> & {
  /** Takes the name from a file's name; what does not fit is somebody else's. */
  readonly ownFile: RegExp
  readonly labelOf: (name: string) => string
}

export function createFolderDocuments<File extends { version: number }>(
  context: StoreContext,
  { ownFile, labelOf, ...options }: Options<File>,
): FolderDocuments<File> {
  const documents = new Map<string, Document<File>>()
  return {
    names: () => {
      try {
        return [...new Set(readdirSync(options.folder).flatMap((file) => ownFile.exec(file)?.[1] ?? []))]
      } catch {
        return []
      }
    },
    open: (name) => {
      const document =
        documents.get(name) ?? createDocument<File>(context, { ...options, name, label: labelOf(name) })
      documents.set(name, document)
      return document
    },
    forget: (name) => void documents.delete(name),
  }
}
