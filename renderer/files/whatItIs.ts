// What a file is that cannot be imported here: named as what it is, with the place where it belongs.
import { isRecord } from '../../shared/files/json/isRecord.ts'
import { nameForeignList } from '../../shared/files/sample/foreignListName.ts'
import { kindOf } from '../../shared/files/fileKind.ts'
import { fail, type Result } from '../../shared/result.ts'

const isList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && value.length > 0 && value.every((row) => isRecord(row))

/** A list of objects, or the only one in an object: that is how other systems export tickets. */
function listIn(json: unknown): readonly unknown[] | undefined {
  if (isList(json)) return json
  const [list, ...others] = isRecord(json) ? Object.values(json).filter(isList) : []
  return others.length === 0 ? list : undefined
}

/** Two lines with the same separator in each; longer lines are not looked at whole. */
const looksLikeTable = (text: string): boolean => {
  const [head = '', row = ''] = text.slice(0, 20_000).split(/\r?\n/).filter(Boolean)
  return [',', ';', '\t'].some((separator) => head.includes(separator) && row.includes(separator))
}

const noConfiguration = (fileName: string, rows: string): Result<never> =>
  fail('file-foreign', `${fileName} is a list of ${rows}, not a configuration.`, {
    next: 'Tickets are for a preview: open that of a relationship and drop them there, or choose Import file in its menu of samples.',
  })

/** Undefined where it may be meant as a configuration after all: then the reason it was refused stands. */
export function whatItIs(fileName: string, text: string): Result<never> | undefined {
  try {
    const json: unknown = JSON.parse(text)
    const list = kindOf(json) === null ? listIn(json) : undefined
    return list && noConfiguration(fileName, nameForeignList(list))
  } catch {
    const begins = text.trimStart()[0]
    return begins !== '{' && begins !== '[' && looksLikeTable(text)
      ? noConfiguration(fileName, 'tickets')
      : undefined
  }
}
