// Tables as systems and scripts leave them: what stands above, between and below the rows, and cells that are no plain text.
import { describe, expect, test } from 'vitest'
import { openSampleText } from '../../../../../shared/files/sample/openSample.ts'
import { readPartnerTickets } from '../../../../../shared/files/sample/readSample.ts'

/** Key and summary of each ticket, and what was skipped; the sentence of a file that is refused. */
function read(text: string) {
  const source = openSampleText(text)
  if (!source.ok) return source.error.message
  const sample = readPartnerTickets(source.value)
  if (!sample.ok) return sample.error.message
  const { tickets, notRead } = sample.value
  return { tickets: tickets.map(({ key, summary }) => [key, summary]), notRead }
}
const one = (key: string, summary: string) => ({ tickets: [[key, summary]], notRead: [] })

describe('a table is read', () => {
  test.each([
    [
      'below the type that Windows PowerShell writes above it',
      '#TYPE Selected.System.Data.DataRow\r\n"Ticket Number";"Title"\r\n"T7";"Scanner; again"\r\n',
      one('T7', 'Scanner; again'),
    ],
    ['whose first column is a number sign', '#,Ticket,Title\n1,T7,Scanner\n', one('T7', 'Scanner')],
    [
      'with signs nobody sees in its header',
      '\u200bTicket ID,\u2060Subject\nT7,Scanner\n',
      one('T7', 'Scanner'),
    ],
    ['that ends as files of DOS did', 'number,title\r\n7,Scanner\r\n\u001a', one('7', 'Scanner')],
    [
      'whose keys are links',
      'number,title\n"=HYPERLINK(""https://desk.example.test/7"",""T7"")",Scanner\n',
      one('T7', 'Scanner'),
    ],
    [
      'whose keys are links of numbers, as Excel writes them elsewhere',
      'number;title\n"=HYPERLINK(""https://desk.example.test/7"";7)";Scanner\n',
      one('7', 'Scanner'),
    ],
  ])('%s', (_title, text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('a cell or a gap of millions of signs is read like a short one', () => {
  const millions = 10_000_000
  const began = `=HYPERLINK("a",${' '.repeat(200_000)}x`
  test.each([
    ['a link that does not end', `number,title\n7,"${began.replaceAll('"', '""')}"\n`, one('7', began)],
    ['a formula', `number,title\n7,"=""${'a'.repeat(millions)}"""\n`, one('7', 'a'.repeat(millions))],
    ['blank lines', `${'\n'.repeat(millions)}number,title\n7,Scanner\n`, one('7', 'Scanner')],
  ])('%s', (_title, text, expected) => {
    // Compared as one: a difference of ten million signs would be printed.
    expect(JSON.stringify(read(text)) === JSON.stringify(expected)).toBe(true)
  })
})

test('the header of a second export below the first is no ticket', () => {
  expect(read('number,title\n7,Scanner\nnumber,title\n8,Mouse\n')).toEqual({
    tickets: [
      ['7', 'Scanner'],
      ['8', 'Mouse'],
    ],
    notRead: [{ row: 3, reason: 'It is the header once more.' }],
  })
})

test('zero bytes where rows were are named, and no ticket', () => {
  expect(read('number,title\n7,Scanner\n\0\0\0\0')).toEqual({
    tickets: [['7', 'Scanner']],
    notRead: [{ row: 3, reason: 'It has no key.' }],
  })
})

test('lines that a quote nobody closed runs over are counted', () => {
  expect(read('number,title,status\n7,"15" screen,new\n8,"is dark,new\n9,"ok",new\n10,Mouse,new\n')).toEqual({
    tickets: [['10', 'Mouse']],
    notRead: [
      { row: 2, reason: 'Text follows the closing quote of a field.' },
      {
        row: 3,
        reason: 'Text follows the closing quote of a field. It runs over 2 lines, of which none was read.',
      },
    ],
  })
})

describe('a report with lines above its header is refused with the line of the header', () => {
  test.each([
    ['Open tickets\nMarch 2026\n\nTicket Number,Title\n7,Scanner\n', 'Line 4 looks like its header'],
    ['Offene Tickets;;\r\nTicketnummer;Ticket;Title\r\n1;7;Scanner\r\n', 'Line 2 looks like its header'],
    ['just a note\nand another one\n', 'it seems to be no table'],
  ])('%j', (text, words) => {
    expect(read(text)).toContain(words)
  })
})

describe('a table that is no CSV is called', () => {
  test.each([
    [
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>Number</td></tr></table></html>',
      '.xls',
    ],
    ['\r\n<div>\r\n<table><tr><th>Number</th></tr></table></div>', '.xls'],
    [
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
      'an Excel workbook as XML',
    ],
    [
      '<html><body><table><tr><td><form><input name="user"></form></td></tr></table></body></html>',
      'sign-in page',
    ],
    ['<rss version="0.92"><channel></channel></rss>', 'an XML document'],
  ])('%j: %s', (text, words) => {
    expect(read(text)).toContain(words)
  })
})
