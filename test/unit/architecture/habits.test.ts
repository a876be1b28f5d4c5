// Proves habits that CONTRIBUTING.md names: no rule of the tools is switched off in the product, and tests say what they mean.
import { expect, test } from 'vitest'
import { files, product, read } from './project.ts'

const holding = (paths: readonly string[], pattern: RegExp) =>
  paths.filter((path) => pattern.test(read(path)))

// The benchmark measures what happens after a while; the others are no tests.
const tests = files.filter((path) => path.startsWith('test/') && !path.startsWith('test/bench/'))

test('no rule of the linter, the formatter or the compiler is switched off in the product', () => {
  expect(
    holding(product, /@ts-(?:ignore|expect-error|nocheck)|(?:oxlint|eslint)-disable|biome-ignore/),
  ).toEqual([])
})

test('no test compares with a snapshot, stands alone or sleeps', () => {
  const words = ['toMatchSnapshot', 'toMatchInlineSnapshot', 'toHaveScreenshot', 'waitForTimeout']
  expect(
    holding(tests, new RegExp(`\\.(?:${words.join('|')})\\(|\\b(?:test|describe|it)\\.only\\(`)),
  ).toEqual([])
})
