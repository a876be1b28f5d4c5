// The project as a graph: its files of code, and which of them imports which.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')
const folders = ['main', 'preload', 'renderer', 'shared', 'test', 'scripts']

export const read = (path: string) => readFileSync(join(root, path), 'utf8')

export const files = globSync(
  folders.map((folder) => `${folder}/**/*.{ts,tsx,mjs}`),
  { cwd: root },
)
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()

export const product = files.filter((path) => /^(main|preload|renderer|shared)\//.test(path))

const withoutComments = (source: string) =>
  source.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')

/** Specifiers of every import, export-from, dynamic import and require; a type import counts too. */
const importsOf = (path: string): string[] =>
  [
    ...withoutComments(read(path)).matchAll(
      /^(?:import|export)\s[^'`;]*?from\s*'([^']+)'|^import\s*'([^']+)'|\b(?:import|require)\(\s*'([^']+)'\s*\)/gm,
    ),
  ].map(([, named, bare, called]) => named ?? bare ?? called ?? '')

/** A specifier as a path from the project's root, or the package's name as it is. */
const targetOf = (path: string, specifier: string) =>
  specifier.startsWith('.')
    ? relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/')
    : specifier

export type Edge = { from: string; to: string }

export const edges = files.flatMap((from) =>
  importsOf(from).map((specifier) => ({
    from,
    to: targetOf(from, specifier),
    local: specifier.startsWith('.'),
  })),
)

/** Imports between files of code of the product. */
const code = new Set(product)
export const productEdges: readonly Edge[] = edges.filter(({ from, to }) => code.has(from) && code.has(to))

/** What is loaded together with a file: all it imports at once, and what those import; types load nothing. */
export function loadedWith(entry: string): string[] {
  const loaded = new Set([entry])
  for (const path of loaded)
    for (const [, specifier = ''] of withoutComments(read(path)).matchAll(
      /^(?:import|export)\s(?!type\b)[^'`;]*?from\s*'([^']+)'/gm,
    )) {
      const to = targetOf(path, specifier)
      if (code.has(to)) loaded.add(to)
    }
  return [...loaded]
}

export const words = (found: readonly Edge[]) => found.map(({ from, to }) => `${from} imports ${to}`)

/** The circles of a graph: every group of nodes that lead to each other, by their names. */
export function circlesOf(given: readonly Edge[]): string[] {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of given)
    if (from !== to) next.set(from, (next.get(from) ?? new Set<string>()).add(to))
  const reachedFrom = (start: string): Set<string> => {
    const reached = new Set(next.get(start))
    for (const node of reached) for (const further of next.get(node) ?? []) reached.add(further)
    return reached
  }
  const reached = new Map([...next.keys()].map((node) => [node, reachedFrom(node)]))
  const inCircle = [...reached].filter(([node, all]) => all.has(node)).map(([node]) => node)
  const groups = inCircle.map((node) =>
    inCircle
      .filter((other) => reached.get(node)?.has(other) && reached.get(other)?.has(node))
      .toSorted()
      .join(', '),
  )
  return [...new Set(groups)]
}
