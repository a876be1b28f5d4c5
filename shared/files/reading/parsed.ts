// What reading a file answers: the value, or an error that also lists the places in the file.
import type { AppError, ErrorCode } from '../../result.ts'

/** A place in a file, `relationships[0].settings.status.id`, and what is wrong there. Empty for the file as a whole. */
export type FileProblem = { path: string; message: string }

/** A `Result` whose error also carries the places, and whose value may come with sentences about what was left out. */
export type Parsed<T> =
  | { ok: true; value: T; notices?: readonly string[] }
  | { ok: false; error: AppError; problems: FileProblem[] }

/** Adds notices to what was read. */
export const withNotices = <T>(parsed: Parsed<T>, notices: readonly string[] | undefined): Parsed<T> =>
  parsed.ok && notices && notices.length > 0
    ? { ...parsed, notices: [...notices, ...(parsed.notices ?? [])] }
    : parsed

/** A file that is refused as a whole. */
export const refusedFile = (code: ErrorCode, message: string, next: string): Parsed<never> => ({
  ok: false,
  error: { code, message, next },
  problems: [{ path: '', message }],
})

const asClause = ({ path, message }: FileProblem): string =>
  `${path === '' ? '' : `${path}: `}${message.replace(/\.$/, '')}`

/** A file of the right kind whose content does not fit; the first place is named in the sentence, all in the detail. */
export function invalidFile(title: string, problems: FileProblem[]): Parsed<never> {
  const [first] = problems
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : ''
  return {
    ok: false,
    error: {
      code: 'file-invalid',
      message: `The file is not a valid ${title} (${first ? asClause(first) : 'unknown'}${more}).`,
      next: 'Correct these places, or export the file again.',
      detail: problems.map(asClause).join('\n'),
    },
    problems,
  }
}
