// What a file is that cannot be imported here: named as what it is, with the place where it belongs.
import { isRecord } from '../../shared/files/json/isRecord.ts'
import { kindOf } from '../../shared/files/fileKind.ts'
import { fail, type Result } from '../../shared/result.ts'

const isList = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isRecord(row))

/** A list of objects, or an object that holds exactly one: that is how other systems export tickets. */
const holdsTickets = (json: unknown): boolean =>
  isList(json) || (isRecord(json) && Object.values(json).filter(isList).length === 1)

/** Two lines with the same separator in each; longer lines are not looked at whole. */
const looksLikeTable = (text: string): boolean => {
  const [head = '', row = ''] = text.slice(0, 20_000).split(/\r?\n/).filter(Boolean)
  return [',', ';', '\t'].some((separator) => head.includes(separator) && row.includes(separator))
}

const sample = (fileName: string): Result<never> =>
  fail('file-foreign', `${fileName} is a list of tickets, not a configuration.`, {
    next: 'Open the preview of a relationship and drop it there, or choose Import file in its menu of samples.',
  })

/** Undefined where it may be meant as a configuration after all: then the reason it was refused stands. */
export function whatItIs(fileName: string, text: string): Result<never> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    return kindOf(json) === null && holdsTickets(json) ? sample(fileName) : undefined
  } catch {
    const begins = text.trimStart()[0]
    return begins !== '{' && begins !== '[' && looksLikeTable(text) ? sample(fileName) : undefined
  }
}
