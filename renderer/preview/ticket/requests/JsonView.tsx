// JSON to read: numbered lines, coloured tokens, and beside them what a value means.
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMemo } from 'react'
import { jsonLines, type Token } from './jsonLines.ts'
import classes from './Json.module.css'
import type { LineNote } from './lineNotes.ts'
import { formatCount } from '../../../../shared/text/counts.ts'

const mostLines = 600
const mostCharacters = 2000

/** A very long text is shown by its beginning; copying gives all of it. */
function TokenText({ token }: { token: Token }) {
  const rest = token.text.length - mostCharacters
  return (
    <span className={classes[token.kind]}>
      {rest > 0 ? token.text.slice(0, mostCharacters) : token.text}
      {rest > 0 && <i className={classes.more}> … {formatCount(rest)} more characters</i>}
    </span>
  )
}

type JsonViewProps = { value: unknown; notes?: ReadonlyMap<string, LineNote> }

export function JsonView({ value, notes }: JsonViewProps) {
  const lines = useMemo(() => jsonLines(value), [value])
  const rest = lines.length - mostLines
  return (
    <div className={classes.json} data-notes={notes ? '' : undefined} data-whole>
      {lines.slice(0, mostLines).map((line, index) => {
        const note = line.path === '' ? undefined : notes?.get(line.path)
        return (
          <div key={`${index} ${line.path}`} className={classes.line}>
            <span className={classes.gutter} aria-hidden>
              {index + 1}
            </span>
            <code className={classes.code} style={{ paddingInlineStart: `${line.indent * 14 + 14}px` }}>
              {line.tokens.map((token, position) => (
                <TokenText key={`${position} ${token.kind}`} token={token} />
              ))}
            </code>
            {note && (
              <span className={classes.note} data-warn={note.warn || undefined}>
                {note.warn && <IconAlertTriangle size={13} aria-hidden />}
                <bdi>{note.text}</bdi>
              </span>
            )}
          </div>
        )
      })}
      {rest > 0 && <p className={classes.rest}>{formatCount(rest)} more lines; copying gives all of them.</p>}
    </div>
  )
}
