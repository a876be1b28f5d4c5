// Proves that files and folders stay small enough to be read, begin with their job, and that a name means one thing.
import { basename, dirname, extname } from 'node:path'
import { expect, test } from 'vitest'
import { files, product, read } from './project.ts'

test('every file begins with a comment that says its job', () => {
  expect(files.filter((path) => !/^(#!.*\n)?\/[/*]+ ?\S/.test(read(path)))).toEqual([])
})

test('no file has more than 250 lines', () => {
  expect(files.filter((path) => read(path).split('\n').length > 251)).toEqual([])
})

test('no folder has more than 16 files of code', () => {
  const counts = new Map<string, number>()
  for (const path of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  expect([...counts].filter(([, count]) => count > 16)).toEqual([])
})

test('no file name stands twice in the product', () => {
  // Where something starts is called `index` wherever it is.
  const named = product.filter((path) => !path.endsWith('/index.ts'))
  const nameOf = (path: string) => basename(path, extname(path))
  const byName = Map.groupBy(named, nameOf)
  expect([...byName.values()].filter((paths) => paths.length > 1)).toEqual([])
})

test('no exported name means two things in the product', () => {
  const exported = /^export (?:default )?(?:async )?(?:const|function\*?|class|type|interface) (\w+)/gm
  const namedIn = new Map<string, Set<string>>()
  for (const path of product)
    for (const [, name = ''] of read(path).matchAll(exported))
      namedIn.set(name, (namedIn.get(name) ?? new Set()).add(path))
  expect([...namedIn].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths])).toEqual(
    [],
  )
})
