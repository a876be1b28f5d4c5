// Two things of one name are said.
import { expect, test } from 'vitest'
import { sameName } from '../../../../../renderer/ui/words/sameName.ts'

const said = (name: string, others: string[]) =>
  sameName(name, others, 'connection').map(({ message }) => message)

test.each([
  ['Acme', ['Contoso'], []],
  ['', ['', 'Acme'], []],
  ['acmé ', ['Acme'], ['Another connection has this name as well.']],
  ['Acme', ['ACME', 'acme', 'Acme 2'], ['2 other connections have this name as well.']],
])('of %j among %j', (name, others, sentences) => expect(said(name, others)).toEqual(sentences))
