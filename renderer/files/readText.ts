// Reads a chosen file in the page: size and encoding are checked before anything travels to main.
import { sayMegabytes } from '../../shared/bounds.ts'
import { bundleExtension } from '../../shared/files/bundle.ts'
import { decodeText } from '../../shared/files/text/decodeText.ts'
import { fileKinds } from '../../shared/files/fileKind.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { filesOf, isFolder } from './incomingFiles.ts'

const unreadable = (fileName: string): Result<never> =>
  fail('file-unreadable', `${fileName} cannot be read.`, {
    next: 'Nothing was changed. Check that it still exists and may be opened.',
  })

/** No file that can be imported is larger (bytes). */
export const largestImport = fileKinds['syncwright.bundle'].bounds.bytes
/** Of text, only reference data may be as large. */
const largestText = fileKinds['syncwright.relationships'].bounds.bytes

/** A file that is too large to be read at all. */
export const tooLargeToRead = (fileName: string, most: number = largestImport): Result<never> =>
  fail('file-too-large', `${fileName} is larger than the ${sayMegabytes(most)} such a file may have.`, {
    next: 'Nothing was changed. Choose another file.',
  })

/**
 * The files of a drop or of a choice. The dropzone's own way asks each for a handle, which Chromium refuses without a word
 * for what lies in a temporary or a system folder, such as a file dragged out of a mail; the drop would never end.
 */
export async function droppedFiles(event: object): Promise<(File | DataTransferItem)[]> {
  if ('dataTransfer' in event && event.dataTransfer instanceof DataTransfer) {
    const isDropped = 'type' in event && event.type === 'drop'
    // What is still being dragged has no files yet, only their number and kind.
    return isDropped
      ? filesOf(event.dataTransfer)
      : [...event.dataTransfer.items].filter(({ kind }) => kind === 'file')
  }
  const target = 'target' in event ? event.target : null
  return target instanceof HTMLInputElement ? [...(target.files ?? [])] : []
}

/** A field bundle begins with the mark of a zip or of a locked file, whatever it is called. */
const bundleMarks = ['PK\x03\x04', 'age-encryption.org/']

/** What a chosen file is: a field bundle as bytes, anything else as text. Errors: those of `readText`. */
export async function readChosen(file: File): Promise<Result<{ text: string } | { bytes: Uint8Array }>> {
  if (isFolder(file))
    return fail('file-foreign', `${file.name} is a folder.`, {
      next: 'Nothing was changed. Open it, and drop the files that are in it.',
    })
  if (file.size > largestImport) return tooLargeToRead(file.name)
  let most = largestText
  try {
    const beginning = await file.slice(0, 1000).arrayBuffer()
    const mark = new TextDecoder('latin1').decode(beginning)
    if (mark.includes('"syncwright.reference"')) most = largestImport
    const isBundle = file.name.endsWith(bundleExtension) || bundleMarks.some((each) => mark.startsWith(each))
    if (isBundle) return ok({ bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch {
    return unreadable(file.name)
  }
  const text = await readText(file, most)
  return text.ok ? ok({ text: text.value }) : text
}

/** The text of a file. Errors: `file-too-large`, `file-unreadable`, `file-damaged`. */
export async function readText(file: File, most: number = largestText): Promise<Result<string>> {
  if (file.size > most) return tooLargeToRead(file.name, most)
  try {
    const text = decodeText(new Uint8Array(await file.arrayBuffer()))
    return text.ok ? text : { ok: false, error: text.error }
  } catch {
    return unreadable(file.name)
  }
}
