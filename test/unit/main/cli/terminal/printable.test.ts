// What stands in files and answers is text where it is printed, also in the log of a pipeline that reads commands out of it.
import { expect, it } from 'vitest'
import { jsonText } from '../../../../../main/cli/terminal/jsonText.ts'
import { printable } from '../../../../../main/cli/terminal/printable.ts'

it.each([
  ['::error file=x::no', ': :error file=x::no'],
  ['Contoso\n  ::stop-commands::x', 'Contoso\n  : :stop-commands::x'],
  ['Acme ##vso[task.setvariable variable=x]y', 'Acme # #vso[task.setvariable variable=x]y'],
  ['##[group]Acme', '# #[group]Acme'],
  ["##teamcity[buildProblem description='x']", "# #teamcity[buildProblem description='x']"],
  ['IPv6 of Acme: fd00::1', 'IPv6 of Acme: fd00::1'],
  ['# One\n## Two', '# One\n## Two'],
  ['a\u001b[2Jb\u202e', 'a\uFFFD[2Jb\uFFFD'],
])('%j is printed as %j', (text, printed) => {
  expect(printable(text)).toBe(printed)
})

it('reads the same out of JSON, which no pipeline takes for a command', () => {
  const value = { name: '##vso[task.complete]', other: '##[error]' }
  expect(jsonText(value)).not.toMatch(/##/)
  expect(JSON.parse(jsonText(value))).toEqual(value)
})
