// JUnit's XML, the form of test reports that every pipeline reads.
import { commandSign } from '../terminal/printable.ts'
import type { TestCase } from './annotation.ts'
import { replaceEach, replaceEachBy } from '../../../shared/text/replaceEach.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** XML 1.0 has no other controls, no half characters, and not these two; direction signs could hide what is said. */
const forbidden = /[[\p{Cc}\p{Bidi_Control}\ufffe\uffff]--[\t\n\r]]+/gv

const escaped = (text: string): string =>
  replaceEach(
    replaceEachBy(text.toWellFormed(), forbidden, '\uFFFD'),
    /[&<>"'\t\n\r]+/g,
    (sign) => entities[sign] ?? '',
  ).replace(commandSign, '&#35;')

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')

function* caseLines({ name, group, failure, output }: TestCase): Generator<string> {
  const head = `    <testcase${attributes({ classname: group, name })}`
  if (!failure && output === '') return yield `${head}/>\n`
  yield `${head}>\n`
  if (failure)
    yield `      <failure${attributes({ message: failure.message })}>${escaped(failure.text)}</failure>\n`
  if (output !== '') yield `      <system-out>${escaped(output)}</system-out>\n`
  yield '    </testcase>\n'
}

type Totals = { name: string; tests: number; failures: number }

/** A report of one suite, piece by piece; the totals stand at its head, so they are known before. */
export function* junitReport(
  { name, tests, failures }: Totals,
  cases: Iterable<TestCase>,
): Generator<string> {
  const counts = { tests, failures, errors: 0 }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `<testsuites${attributes({ name: 'Syncwright', ...counts })}>\n`
  yield `  <testsuite${attributes({ name, ...counts })}>\n`
  for (const each of cases) yield* caseLines(each)
  yield '  </testsuite>\n</testsuites>'
}
