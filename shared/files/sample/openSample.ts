// Opens a sample file of any system: what it is, how it is read, and which flow its rows are of.
import type { Flow } from '../../preview/result/previewResult.ts'
import { bounds, sayMegabytes } from '../../bounds.ts'
import { isMail } from '../json/jsonFault.ts'
import { firstSignOf } from '../json/firstSign.ts'
import { parseJson } from '../json/parseJson.ts'
import { type Parsed, refusedFile } from '../reading/parsed.ts'
import { foreignBytes } from '../text/foreignBytes.ts'
import { foreignEncodings, guessText, type GuessedText } from '../text/guessText.ts'
import { listSource } from './listSource.ts'
import { isRecord } from '../json/isRecord.ts'
import type { SampleReading, SampleSource } from './source.ts'
import { tableSource } from './tableSource.ts'

const chooseAnother = 'Nothing was changed. Choose another file.'

/** What a sample file may weigh, in bytes. */
export const largestSample = bounds.files.sample.bytes

/** Said of a sample that is refused unread. */
export const sampleTooLarge = refusedFile(
  'file-too-large',
  `The file is larger than a sample may be (${sayMegabytes(largestSample)}).`,
  chooseAnother,
)

/** What cannot be a table: JSON, a page, zero bytes. Each is then told as what it is. */
const isNoTable = /^(?:[[{<]|\0|$)/

const opened = (guessed: GuessedText, separator?: string): Parsed<SampleSource> => {
  const { text } = guessed
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text
  const beginning = firstSignOf(plain)
  if (isMail(plain))
    return refusedFile(
      'file-foreign',
      'The file is an e-mail.',
      'Nothing was changed. Save its attachment and choose that.',
    )
  if (!isNoTable.test(beginning)) return described(tableSource(plain, separator), guessed)
  return described(/^[[{]/.test(beginning) ? listSource(plain) : noJson(plain), guessed)
}

const noJson = (text: string): Parsed<never> => {
  const json = parseJson(text, bounds.files.sample)
  return json.ok ? refusedFile('file-foreign', 'The file is no sample of tickets.', chooseAnother) : json
}

const described = (
  source: Parsed<Omit<SampleSource, 'encoding'>>,
  { encoding, guess }: GuessedText,
): Parsed<SampleSource> => {
  if (!source.ok) return source
  const name = foreignEncodings[encoding]
  return {
    ok: true,
    value: {
      ...source.value,
      encoding,
      facts: [...source.value.facts, guess === null ? name : `${name}, ${guess}`],
      guesses: guess === null ? [] : [`The file is read as ${name}, ${guess}.`],
    },
  }
}

/** Opens the bytes of a file: JSON or a table, in any encoding, separator and dialect people have, or as somebody chose. */
export function openSample(
  bytes: Uint8Array,
  { encoding, separator }: SampleReading = {},
): Parsed<SampleSource> {
  if (bytes.length > largestSample) return sampleTooLarge
  const is = foreignBytes(bytes)
  return is
    ? refusedFile('file-foreign', `The file is ${is}.`, chooseAnother)
    : opened(guessText(bytes, encoding), separator)
}

/** The same for text that was pasted or is known already. */
export const openSampleText = (text: string): Parsed<SampleSource> =>
  text.length > largestSample ? sampleTooLarge : opened({ text, encoding: 'utf-8', guess: null })

const marks = ['board', 'recordType', '_info']

/** Whether an entry is a ticket as ConnectWise returns it. */
const isConnectWise = (entry: unknown): boolean =>
  isRecord(entry) && 'id' in entry && 'summary' in entry && marks.some((name) => name in entry)

/** Which flow the rows are of, where nothing else says so. */
export const flowOf = ({ entries }: SampleSource): Flow =>
  entries?.some(isConnectWise) ? 'outbound' : 'inbound'
