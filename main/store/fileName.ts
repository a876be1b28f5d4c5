// A file name for an id from anywhere: ids that differ only in case must not meet in one file on Windows or macOS.
import { createHash } from 'node:crypto'
import { replaceEachBy } from '../../shared/text/replaceEach.ts'

/** `<prefix>-<id>`; the prefix also keeps reserved names such as `con` away. Ids are letters, digits, `-` and `_`. */
export function fileNameOf(prefix: string, id: string): string {
  const plain = replaceEachBy(id.toLowerCase(), /[^a-z0-9_-]+/g, '_')
  return plain === id
    ? `${prefix}-${id}`
    : `${prefix}-${plain}-${createHash('sha256').update(id).digest('hex').slice(0, 12)}`
}
