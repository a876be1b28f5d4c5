// What pipelines read: SARIF, JUnit, GitHub's commands and JSON, with foreign text in every place of them.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annotation, TestCase } from '../../../../../main/cli/formats/annotation.ts'
import { githubAnnotations } from '../../../../../main/cli/formats/github.ts'
import { jsonPieces, jsonText } from '../../../../../main/cli/terminal/jsonText.ts'
import { junitReport } from '../../../../../main/cli/formats/junit.ts'
import { sarifLog } from '../../../../../main/cli/formats/sarif.ts'

const annotation = (more: Partial<Annotation> = {}): Annotation => ({
  level: 'error',
  code: 'status-required',
  message: 'No status is chosen. Choose one.',
  file: 'contoso.syncwright.json',
  line: 12,
  ...more,
})
const report = (cases: readonly TestCase[]) =>
  [...junitReport({ name: 'suite', tests: cases.length, failures: 1 }, cases)].join('')

describe('SARIF', () => {
  test('names each rule once and points from each result to its rule, file and line', () => {
    const log = sarifLog([
      annotation(),
      annotation({ code: 'status-closed', level: 'warning', line: 3 }),
      annotation({ level: 'note', file: 'other.json', line: 7 }),
    ])
    expect(log).toMatchObject({
      $schema: expect.stringContaining('sarif-2.1.0'),
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: { name: 'Syncwright', rules: [{ id: 'status-required' }, { id: 'status-closed' }] },
          },
          results: [
            {
              ruleId: 'status-required',
              ruleIndex: 0,
              level: 'error',
              message: { text: 'No status is chosen. Choose one.' },
            },
            { ruleId: 'status-closed', ruleIndex: 1, level: 'warning' },
            {
              ruleIndex: 0,
              level: 'note',
              locations: [
                { physicalLocation: { artifactLocation: { uri: 'other.json' }, region: { startLine: 7 } } },
              ],
            },
          ],
        },
      ],
    })
  })

  test.each([
    ['a b/ü#1.json', 'a%20b/%C3%BC%231.json'],
    ['./kunden/a.json', 'kunden/a.json'],
    ['kunden\\a.json', 'kunden/a.json'],
    ['/srv/a b.json', 'file:///srv/a%20b.json'],
  ])('gives the file %j as an address', (file, uri) => {
    expect(JSON.stringify(sarifLog([annotation({ file })]))).toContain(`"uri":"${uri}"`)
  })

  test('has a run without results when nothing was found', () => {
    expect(sarifLog([])).toMatchObject({ runs: [{ results: [], tool: { driver: { rules: [] } } }] })
  })
})

describe('JUnit', () => {
  test('has a case per row, with its failure and what else there is to say', () => {
    expect(
      report([
        { name: 'one', group: 'a.json', failure: null, output: '' },
        { name: 'two', group: 'a.json', failure: { message: 'no', text: 'because' }, output: 'more' },
      ]),
    ).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Syncwright" tests="2" failures="1" errors="0">
  <testsuite name="suite" tests="2" failures="1" errors="0">
    <testcase classname="a.json" name="one"/>
    <testcase classname="a.json" name="two">
      <failure message="no">because</failure>
      <system-out>more</system-out>
    </testcase>
  </testsuite>
</testsuites>`)
  })

  test('keeps foreign text from becoming markup, and leaves out what XML does not have', () => {
    const nasty = `]]></failure><x a='"&">\u0000\u0007\u001b\u0085\u202e\ud800\ufffe\n\t`
    const text = report([
      { name: nasty, group: nasty, failure: { message: nasty, text: nasty }, output: nasty },
    ])
    expect(text.match(/<[\w-]+/g)).toEqual([
      '<testsuites',
      '<testsuite',
      '<testcase',
      '<failure',
      '<system-out',
    ])
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e\ufffe]/u)
    expect(text.isWellFormed()).toBe(true)
    expect(text).toContain('name="]]&gt;&lt;/failure&gt;&lt;x a=&apos;&quot;&amp;&quot;&gt;')
    expect(text).toContain('&#10;&#9;"')
  })
})

describe('GitHub', () => {
  test('has a line per annotation', () => {
    expect(
      githubAnnotations([annotation(), annotation({ level: 'warning' }), annotation({ level: 'note' })]).join(
        '',
      ),
    ).toBe(
      [
        '::error file=contoso.syncwright.json,line=12,title=status-required::No status is chosen. Choose one.',
        '::warning file=contoso.syncwright.json,line=12,title=status-required::No status is chosen. Choose one.',
        '::notice file=contoso.syncwright.json,line=12,title=status-required::No status is chosen. Choose one.',
      ].join('\n'),
    )
  })

  test('keeps foreign text from becoming a command or a property', () => {
    expect(
      githubAnnotations([
        annotation({ file: 'a,line=1:b%.json', message: '100%\r\n::stop-commands::x ##vso[x]' }),
      ]).join(''),
    ).toBe(
      '::error file=a%2Cline=1%3Ab%25.json,line=12,title=status-required::100%25%0D%0A::stop-commands::x # #vso[x]',
    )
  })
})

describe('JSON', () => {
  test('is the same value, with controls and direction signs escaped', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    const text = jsonText({ '\u202e': 'a\u0080\u009f\u007f\u061c\u200e\u2066\u2069\u2028é😀\u200d' })
    expect(text).toBe(
      '{\n  "\\u202e": "a\\u0080\\u009f\\u007f\\u061c\\u200e\\u2066\\u2069\\u2028é😀\u200d"\n}',
    )
  })

  test.each([[[]], [[1]], [[{ a: [{}], b: 'x\ny' }, { c: null }]]])(
    'in pieces reads as it does whole: %j',
    (rows) => {
      const head = { flow: 'inbound', notRead: [] }
      expect([...jsonPieces(head, 'rows', rows)].join('')).toBe(jsonText({ ...head, rows }))
    },
  )
})
