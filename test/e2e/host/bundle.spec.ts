// The built app promises never to write to ConnectWise: its bundle holds no writing route and nothing that makes a fault.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { faultCatalogue } from '../../simulator/faults/catalogue.ts'

const bundle = readFileSync(join(import.meta.dirname, '../../../out/main/index.cjs'), 'utf8')

test('the demo organisation is in the bundle of the app', () => {
  expect(bundle).toContain('Northwind IT Services')
})

test('no writing route is in the bundle of the app', () => {
  const routes = bundle.matchAll(
    /\.(post|put|patch|delete)\(\s*[`"']\/(service|time|system|company)\/([^`"']*)/g,
  )
  expect([...routes].map(([, method, module, path]) => `${method} ${module}/${path}`)).toEqual([
    'post service/tickets/search',
  ])
  for (const words of [
    'choose where to display the notes',
    'cannot be set.',
    'ConnectWise object is invalid',
  ])
    expect(bundle).not.toContain(words)
})

test('no fault is in the bundle of the app', () => {
  const told = Object.values(faultCatalogue).map(({ about }) => about)
  expect(told.length).toBeGreaterThan(90)
  expect(told.filter((about) => bundle.includes(about))).toEqual([])
})
