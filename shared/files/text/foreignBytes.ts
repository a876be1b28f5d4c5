// Files that are no text at all, by their first bytes, so that each is called what it is.

const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** What a zip holds, by names that every file of the kind has. */
const zips: readonly [mark: string, words: string][] = [
  ['xl/workbook', 'an Excel workbook (.xlsx); in Excel, save it as CSV'],
  ['opendocument.spreadsheet', 'an OpenDocument spreadsheet (.ods); save it as CSV'],
  ['Index/Document.iwa', 'a Numbers spreadsheet; export it as CSV'],
  ['word/document', 'a Word document (.docx)'],
  ['ppt/presentation', 'a PowerPoint presentation (.pptx)'],
]

const marks: readonly [mark: string, words: string][] = [
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'an old Office file: save an Excel workbook (.xls) as CSV, and of an Outlook message (.msg) its attachment',
  ],
  ['%PDF-', 'a PDF document'],
  ['\x1f\x8b', 'a gzip archive; unpack it first'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive; unpack it first'],
  ['Rar!\x1a\x07', 'a RAR archive; unpack it first'],
  ['\x89PNG\r\n\x1a\n', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['SQLite format 3\0', 'a database (SQLite)'],
  ['MZ\x90\0', 'a program'],
  ['\x7fELF', 'a program'],
  ['age-encryption.org/v1', 'encrypted with age, as a locked field bundle is'],
]

const headBytes = 4096
const tailBytes = 65_536

/** Whether bytes begin as a zip does. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Where a zip names what it holds: the first of it at its head, all of it at its tail. */
const endsOf = (bytes: Uint8Array): string =>
  latin1(bytes.subarray(0, headBytes)) + latin1(bytes.subarray(-tailBytes))

/** The words for an Office or similar document packed as a zip; null for any other zip. */
export function zippedDocument(bytes: Uint8Array): string | null {
  if (!isZip(bytes)) return null
  const ends = endsOf(bytes)
  return zips.find(([mark]) => ends.includes(mark))?.[1] ?? null
}

const zipWords = (bytes: Uint8Array): string =>
  zippedDocument(bytes) ??
  (endsOf(bytes).includes('relationships.syncwright.json')
    ? 'a field bundle'
    : 'a zip archive; unpack it first')

/** What bytes are that are no text of ours: `an Excel workbook (.xlsx); …`. Null when they may be text. */
export function foreignBytes(bytes: Uint8Array): string | null {
  if (isZip(bytes)) return zipWords(bytes)
  const head = latin1(bytes.subarray(0, 32))
  return marks.find(([mark]) => head.startsWith(mark))?.[1] ?? null
}
