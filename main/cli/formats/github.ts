// GitHub's workflow commands: a line per annotation, shown beside the file (actions/toolkit, `command.ts`).
import { withoutCommands } from '../terminal/printable.ts'
import type { Annotation, AnnotationLevel } from './annotation.ts'
import { replaceEach } from '../../../shared/text/replaceEach.ts'

const commands: Record<AnnotationLevel, string> = { error: 'error', warning: 'warning', note: 'notice' }

const escapes: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
}

const data = (text: string): string =>
  withoutCommands(replaceEach(text, /[%\r\n]+/g, (sign) => escapes[sign] ?? ''))
const property = (text: string): string =>
  withoutCommands(replaceEach(text, /[%\r\n:,]+/g, (sign) => escapes[sign] ?? ''))

const lineOf = ({ level, code, message, file, line }: Annotation): string =>
  `::${commands[level]} file=${property(file)},line=${line},title=${property(code)}::${data(message)}`

/** Piece by piece, as they are: on the way of text for people they would be no commands any more. */
export const githubAnnotations = (annotations: readonly Annotation[]): string[] =>
  annotations.map((annotation, index) => `${index > 0 ? '\n' : ''}${lineOf(annotation)}`)
