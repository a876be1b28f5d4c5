// Searching 100,000 companies on every key press, beside Fuse.js over the same rows with the same keys pressed.
import Fuse from 'fuse.js'
import { buildCompanyIndex } from '../../../main/search/companySearch.ts'
import { figure, p95 } from '../figure.ts'
import { readHugeSnapshot } from './snapshot.ts'
import { keyPresses } from './typed.ts'

/** As many rows as the picker asks for. */
const limit = 200

/** Milliseconds of each key press. */
const press = (texts: readonly string[], search: (text: string) => unknown): number[] =>
  texts.map((text) => {
    const start = performance.now()
    search(text)
    return performance.now() - start
  })

export async function measure() {
  const { companies = [], companyStatuses } = (await readHugeSnapshot()).collections
  const index = buildCompanyIndex(companies, companyStatuses)
  const value = p95(press(keyPresses, (text) => index.search(text, limit, false)))
  const fuse = new Fuse(companies, { keys: ['name', 'identifier'] })
  // A fifth of the keys: it takes a second for many of them.
  const some = keyPresses.filter((_, place) => place % 5 === 0)
  const peer = { name: 'Fuse.js', value: p95(press(some, (text) => fuse.search(text, { limit }))) }
  const goal = { most: 5, mostRatio: 1 / 20 }
  return [figure({ name: 'company-search-100k', value, unit: 'ms', goal, peer })]
}
