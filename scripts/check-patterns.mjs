// Runs every pattern of the product over a megabyte of hostile text: foreign text must never make one stand still.
import { fork } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { parseSync } from 'vite'

const size = 1_000_000
/** A first look that a quadratic pattern does not pass: sixteen times the text takes it 256 times as long. */
const shortSize = size / 16
/** Milliseconds: for a megabyte, for the first look, and until a run is given up. */
const longest = 50
const longestShort = 25
const patience = 5000

const units = [
  ...' \t\n\r/aA0"\'<>&%=:.-_@([{\\,;#~|$*+!?'.split(''),
  'é',
  '\u0301',
  '\u200b',
  '\u202e',
  '\u00a0',
  '\ud83d\ude00',
  '\ud800',
  'a ',
  ' a',
  'a.',
  'a-',
  'a@',
  'a/',
  '0.',
  '0x',
  '%2',
  '%41',
  '<a',
  '<a ',
  '&a',
  '&#1',
  '\\u',
  '\\x4',
  ' "',
  '": "',
  'http://',
  'ab',
  'a,',
  '",',
  '""',
  '[]',
  '{}',
  ' \n',
  '\r\n',
  '::',
  '=,',
  '=\n',
]

/** Every literal of every source file, and those that are put together from a text that stands there. */
function patternsIn(path) {
  const found = []
  const text = readFileSync(path, 'utf8')
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return
    if (Array.isArray(node)) return node.forEach(visit)
    const line = () => text.slice(0, node.start).split('\n').length
    if (node.type === 'Literal' && node.regex)
      found.push({ place: `${path}:${line()}`, source: node.regex.pattern, flags: node.regex.flags })
    for (const [name, child] of Object.entries(node)) if (name !== 'parent') visit(child)
  }
  visit(parseSync(path, text).program)
  return found
}

/** What the pattern itself is made of leads it further than any other text. */
function unitsFor({ source }) {
  const own = [
    ...new Set(
      source
        .replaceAll(/[\\^$()[\]{}|?*+]/g, ' ')
        .split(/\s+/)
        .filter(Boolean),
    ),
  ]
  return [...new Set([...units, ...own, ...own.map((word) => `${word} `)])]
}

const textOf = (unit, length) => `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}\u0001`

/** Every match, one after the other; an empty one is stepped over. */
function walk(pattern, text) {
  for (let at = 0; at <= text.length; ) {
    pattern.lastIndex = at
    if (pattern.exec(text) === null) return
    at = Math.max(at + 1, pattern.lastIndex)
  }
}

function run({ source, flags }, text) {
  const pattern = new RegExp(source, flags)
  // The time of this thread alone: what else the computer does is nobody's fault here.
  const started = process.threadCpuUsage()
  if (flags.includes('g')) walk(pattern, text)
  else pattern.exec(text)
  const { user, system } = process.threadCpuUsage(started)
  return (user + system) / 1000
}

function judge(pattern) {
  for (const unit of unitsFor(pattern)) {
    const told = JSON.stringify(unit)
    process.send({ on: told })
    const short = textOf(unit, shortSize)
    const first = run(pattern, short)
    if (first > longestShort && run(pattern, short) > longestShort)
      return `${Math.round(first)} ms for ${shortSize} signs of ${told}`
    const long = textOf(unit, size)
    const time = run(pattern, long)
    if (time <= longest) continue
    const again = Math.min(run(pattern, long), run(pattern, long))
    if (again > longest) return `${Math.round(again)} ms for ${size} signs of ${told}`
  }
  return undefined
}

if (process.send) process.on('message', (pattern) => process.send({ done: true, problem: judge(pattern) }))
else {
  const files = globSync(['main/**/*.ts', 'shared/**/*.ts', 'renderer/**/*.{ts,tsx}', 'preload/**/*.ts'])
  const all = files.flatMap(patternsIn)
  const patterns = [
    ...new Map(all.map((pattern) => [`${pattern.source}/${pattern.flags}`, pattern])).values(),
  ]
  let child = fork(import.meta.filename)
  /** Undefined, or why the pattern does not pass; one that does not come to an end is ended. */
  const ask = (pattern) =>
    new Promise((resolve) => {
      let on = ''
      let timer
      const finish = (problem) => {
        clearTimeout(timer)
        child.removeAllListeners('message')
        resolve(problem)
      }
      const wait = () => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          child.kill('SIGKILL')
          finish(`no end after ${patience} ms with ${on}`)
          child = fork(import.meta.filename)
        }, patience)
      }
      // The time counts from the first text on: a loaded computer takes seconds to start the child.
      child.on('message', (told) => {
        if (told.done) return finish(told.problem)
        on = told.on
        wait()
      })
      child.send(pattern)
    })
  let failed = 0
  for (const pattern of patterns) {
    const problem = await ask(pattern)
    if (problem === undefined) continue
    failed += 1
    console.log(`${pattern.place}  /${pattern.source}/${pattern.flags}\n    ${problem}`)
  }
  console.log(`${patterns.length} patterns in ${files.length} files, ${failed} too slow for foreign text`)
  child.kill()
  process.exitCode = failed > 0 ? 1 : 0
}
