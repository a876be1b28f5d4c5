// The host's command line: what is for the host is taken out, everything else is the app's own.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** In what Electron differs from one computer to the next. */
export type Circumstances = {
  /** `--packaged`: as an installed app sees itself. */
  isPackaged: boolean
  /** `--lost-lock`: another instance has the lock, or it cannot be made. */
  hasLock: boolean
  /** `--unpainted`: a hidden window never says that it is ready, as under Wayland. */
  paintsHidden: boolean
  /** `--work-area 1097x569`: what the screen leaves to windows. */
  workArea: { width: number; height: number }
}

export type HostOptions = {
  folder: string
  port: number
  userData: string | null
  argv: string[]
  circumstances: Circumstances
}

const own = {
  app: { type: 'string' },
  port: { type: 'string' },
  'user-data': { type: 'string' },
  'work-area': { type: 'string' },
  packaged: { type: 'boolean' },
  'lost-lock': { type: 'boolean' },
  unpainted: { type: 'boolean' },
} as const

export const usual: Circumstances = {
  isPackaged: false,
  hasLock: true,
  paintsHidden: true,
  workArea: { width: 1920, height: 1080 },
}

export const hostHelp = `Runs the built app on plain Node and prints the address of its window as one line of JSON.

  --port NUMBER        where it listens; 0 takes any free port (0)
  --user-data DIR      the data folder (one of its own)
  --app DIR            the folder of the project (this one)
  --work-area 1097x569 what the screen leaves to windows
  --packaged, --lost-lock, --unpainted
                       as an installed app, as a second instance, as where a hidden window never says that it is ready
  --help               prints this

What else is given is for the app, such as --demo.
`

const isOwn = (name: string): name is keyof typeof own => Object.hasOwn(own, name)

function areaOf(text: unknown): Circumstances['workArea'] {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(String(text)) ?? []
  if (width === undefined || height === undefined)
    throw new Error(`--work-area takes a size such as 1097x569, not ${String(text)}`)
  return { width: Number(width), height: Number(height) }
}

/** Reads what is the host's own; throws a sentence when one is unusable. */
export const readOptions = (args: string[], projectFolder: string): HostOptions => {
  const { values, tokens } = parseArgs({ args, options: own, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'option' && isOwn(token.name) && own[token.name].type === 'string' && !token.value)
      throw new Error(`${token.rawName} needs a value`)
  }
  const port = Number(values.port ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a number from 0 to 65535, not ${String(values.port)}`)
  const userData = values['user-data']
  return {
    folder: resolve(typeof values.app === 'string' ? values.app : projectFolder),
    port,
    userData: typeof userData === 'string' ? resolve(userData) : null,
    argv: tokens.flatMap((token) => {
      if (token.kind === 'positional') return [token.value]
      if (token.kind !== 'option' || isOwn(token.name)) return []
      return token.value === undefined ? [token.rawName] : [`${token.rawName}=${token.value}`]
    }),
    circumstances: {
      isPackaged: values.packaged === true,
      hasLock: values['lost-lock'] !== true,
      paintsHidden: values.unpainted !== true,
      workArea: values['work-area'] === undefined ? usual.workArea : areaOf(values['work-area']),
    },
  }
}
