// Proves the packed app without Electron's own program: configuration, fuses, contents of the archive, and that it runs.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import asar from '@electron/asar'
import { build, Platform } from 'electron-builder'
import { bundleProblems } from '../test/support/electronMembers.ts'
import { writeLicences } from './licences.mjs'
import { configurationProblems } from './package-config.mjs'

const root = resolve(import.meta.dirname, '..')
const work = mkdtempSync(join(tmpdir(), 'syncwright-package-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

/** Stands before the fuses in Electron's program, followed by their version and their number. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/** Electron's security list, item 19, in the order of the program's own list. */
const wantedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
}

/** A folder that electron-builder takes for Electron: its files by name, and a program that holds nothing but fuses. */
const standInElectron = () => {
  const folder = join(work, 'electron')
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'))
  const { version } = JSON.parse(readFileSync(resolve(root, 'node_modules/electron/package.json'), 'utf8'))
  const files = {
    version,
    LICENSE: '',
    'LICENSES.chromium.html': '',
    'chrome-sandbox': '',
    'locales/en-US.pak': '',
    'locales/en-GB.pak': '',
    'locales/de.pak': '',
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  // Every fuse is set the wrong way round.
  const fuses = Object.values(wantedFuses).map((on) => (on ? '0' : '1'))
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(fuseMark), Buffer.from([1, fuses.length]), Buffer.from(fuses.join(''))]),
  )
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}

/** What a menu of Linux is to know of the app: files come as paths, both kinds open, its window is found, nothing takes the sandbox off. */
const wantedEntry = [
  /^Exec=\/opt\/Syncwright\/syncwright %F$/m,
  /^MimeType=.*application\/vnd\.syncwright\.bundle;/m,
  /^MimeType=.*application\/vnd\.syncwright\+json;/m,
  /^StartupWMClass=dev\.syncwright\.Syncwright$/m,
]
const { LinuxTargetHelper } = createRequire(import.meta.resolve('electron-builder'))(
  'app-builder-lib/out/targets/LinuxTargetHelper.js',
)
let entry = ''

/** Packs as `electron-builder --dir` does on Linux; an unknown key in the configuration fails here. */
const pack = () =>
  build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: {
      electronDist: standInElectron(),
      directories: { output: join(work, 'dist') },
      afterPack: async ({ packager }) => {
        const { linux, deb } = packager.config
        entry = await new LinuxTargetHelper(packager).computeDesktopEntry({ ...linux, ...deb })
      },
    },
  })

const checkFuses = (program) => {
  const bytes = readFileSync(program)
  const wire = bytes.subarray(bytes.indexOf(fuseMark) + fuseMark.length + 2).toString()
  return Object.entries(wantedFuses)
    .filter(([, on], index) => wire[index] !== (on ? '1' : '0'))
    .map(([name, on]) => `the fuse ${name} is not ${on ? 'on' : 'off'}`)
}

const expected =
  /^\/(package\.json|out(\/(main|worker|preload)(\/index\.cjs)?)?|out\/renderer(\/index\.html|\/assets(\/[\w.-]+)?)?)$/

const checkContents = (archive) => {
  const files = asar.listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  const needed = [
    '/package.json',
    '/out/main/index.cjs',
    '/out/worker/index.cjs',
    '/out/preload/index.cjs',
    '/out/renderer/index.html',
  ]
  return [
    ...needed.filter((path) => !files.includes(path)).map((path) => `${path} is missing`),
    ...files
      .filter((path) => !expected.test(path) || path.endsWith('.map'))
      .map((path) => `${path} does not belong into the app`),
    ...withoutIntegrity(asar.getRawHeader(archive).header).map((path) => `${path} has no integrity hash`),
  ]
}

/** Files of the archive's own list that carry no hash to check them against. */
const withoutIntegrity = ({ files }, folder = '') =>
  Object.entries(files).flatMap(([name, entry]) => {
    const path = `${folder}/${name}`
    if (entry.files) return withoutIntegrity(entry, path)
    return entry.integrity?.algorithm === 'SHA256' && entry.integrity.hash ? [] : [path]
  })

/** Starts the app from its archive alone and looks at its first answers. */
const checkRun = async (archive) => {
  const folder = join(work, 'app')
  asar.extractAll(archive, folder)
  const { devDependencies, dependencies, scripts, main } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const extra = Object.entries({ devDependencies, dependencies, scripts }).filter(
    ([, value]) => value && Object.keys(value).length > 0,
  )
  const host = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      resolve(root, 'test/host/index.ts'),
      `--app=${folder}`,
      '--packaged',
      `--user-data=${join(work, 'data')}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], cwd: work },
  )
  const ended = new Promise((done) => host.once('exit', done))
  const address = await new Promise((done) => {
    host.once('message', ({ url }) => done(url))
    host.once('exit', () => done(null))
  })
  const problems = extra.map(([name]) => `package.json still has ${name}`)
  if (address === null) return [...problems, `the packed app did not start (${main})`]
  const page = await fetch(address, { redirect: 'manual' })
  const html = await page.text()
  if (page.status !== 200 || !html.includes('id="root"')) problems.push('the packed app shows no page')
  const cookie = page.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  for (const [, asset] of html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) {
    const { status } = await fetch(new URL(asset, address), { headers: { cookie } })
    if (status !== 200) problems.push(`${asset} answers ${status}`)
  }
  host.send({ id: 1, ask: 'quit' })
  const code = await ended
  return code === 0 ? problems : [...problems, `the packed app ended with ${code}`]
}

const { problems: licenceProblems } = await writeLicences()
await pack()
const unpacked = join(work, 'dist/linux-unpacked')
const archive = join(unpacked, 'resources/app.asar')
const problems = existsSync(archive)
  ? [
      ...licenceProblems,
      ...(await configurationProblems()),
      ...checkFuses(join(unpacked, 'syncwright')),
      ...checkContents(archive),
      ...bundleProblems(asar.extractFile(archive, 'out/main/index.cjs').toString()),
      ...(await checkRun(archive)),
    ]
  : ['there is no app.asar']
if (existsSync(join(unpacked, 'locales/de.pak')) || !existsSync(join(unpacked, 'locales/en-GB.pak')))
  problems.push('the languages are not English alone, British with it')
if (!existsSync(join(unpacked, 'LICENCES.md'))) problems.push('the licences are missing')
for (const wanted of wantedEntry)
  if (!wanted.test(entry)) problems.push(`the entry in the menu of Linux has no ${wanted}: ${entry}`)
for (const problem of problems) console.error(`package check: ${problem}`)
if (problems.length === 0)
  console.log(
    `package check: ${Object.keys(wantedFuses).length} fuses, ${asar.listPackage(archive, { isPack: false }).length} entries and a run from the archive are as they should be`,
  )
process.exitCode = problems.length > 0 ? 1 : 0
