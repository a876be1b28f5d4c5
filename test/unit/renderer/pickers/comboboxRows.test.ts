// Which row of an open list is the active one, and what Enter may choose before the list was seen.
import { describe, expect, it } from 'vitest'
import { activeRow, rowMeant, withChosen } from '../../../../renderer/pickers/comboboxRows.ts'

const row = (id: number, label: string, meta = String(id), chosen = false) => ({
  id,
  label,
  meta,
  hidden: null,
  badge: null,
  chosen,
})
const rows = [
  row(1, 'Adatum'),
  row(2, 'Contoso Ltd', 'Contoso · 2', true),
  row(3, 'Contoso Pharma', 'ContosoPh · 3'),
]
const open = { rows, guesses: 0, pointed: null, typed: null, multiple: false }

describe('the active row', () => {
  it.each([
    ['is the chosen one when the list opens', open, 1],
    ['is none where several are chosen, because Enter would remove one', { ...open, multiple: true }, -1],
    [
      'is the first where nothing is chosen',
      { ...open, rows: rows.map((each) => ({ ...each, chosen: false })) },
      0,
    ],
    ['is the best match of what is typed', { ...open, typed: 'ada' }, 0],
    ['is none where all only resemble what is typed', { ...open, guesses: 3, typed: 'adatun' }, -1],
    ['is a match before those that resemble it', { ...open, guesses: 2, typed: 'ada' }, 0],
    ['is a guess the arrows went to', { ...open, guesses: 3, pointed: 2, typed: 'contosp' }, 1],
    ['is none once the text is emptied', { ...open, typed: '' }, -1],
    ['is the one the arrows went to, wherever it stands now', { ...open, pointed: 3, typed: 'con' }, 2],
    [
      'is the best match where the one pointed at has left the list',
      { ...open, pointed: 9, typed: 'con' },
      0,
    ],
    ['is none in an empty list', { ...open, rows: [], typed: 'zzz' }, -1],
  ])('%s', (_, input, expected) => expect(activeRow(input)).toBe(expected))
})

describe('a text entered before its list', () => {
  it.each([
    ['a whole name', 'contoso LTD', 2],
    ['an identifier that begins other names too', 'Contoso', 2],
    ['an id', '3', 3],
    ['the beginning of one name only', 'Contoso Ph', 3],
    ['the beginning of several', 'Conto', undefined],
    ['nothing', '  ', undefined],
  ])('chooses by %s only what it must mean', (_, text, id) => expect(rowMeant(rows, text, null)?.id).toBe(id))

  it('means the only row there is, however it was found', () =>
    expect(rowMeant([row(1, 'Harbor Dental')], 'harbr dentl', null)?.id).toBe(1))
})

it('of two records of one name the best match is meant', () =>
  expect(rowMeant([row(250, 'Contoso Ltd'), row(256, 'Contoso Ltd')], 'Contoso Ltd', null)?.id).toBe(250))

it('an unsearched list holds the chosen value, first where it would be missing', () => {
  const gone = row(77, 'Left the list', '77', true)
  expect(withChosen(rows, gone, '')[0]).toBe(gone)
  expect(withChosen(rows, gone, 'con')).toBe(rows)
  expect(withChosen(rows, rows[1] ?? null, '')).toBe(rows)
  expect(withChosen([], gone, '')).toEqual([])
})

it('takes the row that was under the cursor as long as it matches best', () => {
  const matches = [row(4, 'Contoso Care'), row(7, 'Contoso Cloud')]
  expect(rowMeant(matches, 'con', 4)?.id).toBe(4)
  expect(rowMeant(matches, 'con', 7)).toBeUndefined()
})
