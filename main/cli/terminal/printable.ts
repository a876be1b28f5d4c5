// Text of files and servers as it may stand on a terminal and in the log of a pipeline, where some signs are commands.
import { replaceEachBy } from '../../../shared/text/replaceEach.ts'

/** Controls move a terminal's cursor, direction signs turn what is read; line breaks and tabs may stay. */
const withoutControls = (text: string): string =>
  replaceEachBy(text, /[[\p{Cc}\p{Bidi_Control}]--[\n\t]]+/gv, '\uFFFD')

/** What begins a command of Azure's pipelines (`##vso[`) or of TeamCity (`##teamcity[`) wherever it stands: its first sign. */
export const commandSign = /#(?=#[a-z]{0,20}\[)/gi

/** The same without what begins a command wherever it stands. */
export const withoutCommands = (text: string): string => withoutControls(text).replace(commandSign, '$& ')

/**
 * GitHub runs a line that begins with two colons, Azure one with `##vso[` anywhere, TeamCity `##teamcity[` (actions/runner,
 * `ActionCommand.cs`; microsoft/azure-pipelines-agent, `Command.cs`; TeamCity, Service Messages): a blank between the two
 * signs makes it text.
 */
export const printable = (text: string): string =>
  withoutCommands(text).replace(/^[^\S\n\r\u2028\u2029]*:(?=:)/gm, '$& ')
