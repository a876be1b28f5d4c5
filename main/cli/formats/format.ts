// Which form a result takes: `--format`, or `--json` for short.
import { type Command, Option } from 'commander'
import { type CommandInput, unusableInput } from '../terminal/outcome.ts'

export type FormatOptions<Format extends string> = { format?: Format; json?: boolean }

/** Adds both options to a command. */
export const withFormats = (command: Command, formats: readonly string[]): Command =>
  command
    .addOption(new Option('--format <format>', 'form of the result, text unless given').choices(formats))
    .option('--json', 'write the result as JSON')

/** The form that is wanted; `--json` beside another one is a contradiction. */
export function formatOf<Format extends string>({
  format,
  json,
}: FormatOptions<Format>): CommandInput<Format | 'text' | 'json'> {
  if (json !== true) return { ok: true, value: format ?? 'text' }
  return format === undefined || format === 'json'
    ? { ok: true, value: 'json' }
    : unusableInput('--json and --format ask for two forms of the same result; give one of them.')
}
