// Looks at electron-builder.yml and package.json for what only another platform's build would miss.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const ofBuilder = createRequire(import.meta.resolve('electron-builder'))
const { getConfig } = ofBuilder('app-builder-lib/out/util/config/config.js')
const { FuseV1Options } = createRequire(ofBuilder.resolve('app-builder-lib'))('@electron/fuses')

const text = (value) => typeof value === 'string' && value.trim() !== ''
const file = (value) => text(value) && existsSync(resolve(root, value))
const is = (wanted) => (value) => JSON.stringify(value) === JSON.stringify(wanted)
const targets =
  (...wanted) =>
  (value) =>
    is(wanted)(value?.map((entry) => entry.target ?? entry))

/** What the configuration has to say, by its path. */
const wanted = {
  appId: text,
  productName: text,
  asar: is(true),
  disableAsarIntegrity: is(false),
  publish: is(null),
  'extraMetadata.homepage': text,
  'extraMetadata.author': text,
  'win.icon': file,
  electronLanguages: is(['en-US', 'en-GB']),
  // Without them the AppImage needs libfuse2 and starts without a sandbox (electron-builder, docs/appimage.md).
  'toolsets.appimage': (value) => text(value) && value !== '0.0.0',
  'linux.executableArgs': is(undefined),
  fileAssociations: (value) => value?.some(({ ext }) => ext === 'syncwright-bundle'),
  'linux.fileAssociations': (value) => value?.some(({ ext }) => ext === 'syncwright.json'),
  'mac.extendInfo.NSLocalNetworkUsageDescription': text,
  'deb.executableArgs': is(['%F']),
  'deb.recommends': is(['gnome-keyring | kwalletmanager']),
  'electronFuses.enableCookieEncryption': is(false),
  'win.target': targets('nsis', 'zip'),
  'nsis.oneClick': is(false),
  'nsis.perMachine': is(false),
  'nsis.deleteAppDataOnUninstall': is(false),
  'mac.icon': file,
  'mac.category': text,
  'mac.target': targets('dmg'),
  'mac.hardenedRuntime': is(true),
  'mac.entitlements': file,
  'mac.entitlementsInherit': file,
  'linux.icon': file,
  'linux.category': text,
  'linux.synopsis': text,
  'linux.maintainer': text,
  'linux.syncDesktopName': is(true),
  'linux.target': targets('deb', 'AppImage'),
}

const at = (config, path) => path.split('.').reduce((value, name) => value?.[name], config)
const exact = /^\d+\.\d+\.\d+$|^file:/

/** One sentence per thing that is missing or not as it has to be. */
export const configurationProblems = async () => {
  const config = await getConfig(root, null, null)
  const { devDependencies, desktopName } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'))
  const fuses = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
  const named = new Set(Object.keys(config.electronFuses).map((name) => name.toLowerCase()))
  return [
    ...Object.entries(wanted)
      .filter(([path, fits]) => !fits(at(config, path)))
      .map(([path]) => `electron-builder.yml: ${path} is missing or not as it has to be`),
    ...fuses
      .filter((name) => !named.has(name.toLowerCase()))
      .map((name) => `electron-builder.yml: the fuse ${name} is left to its default`),
    ...Object.entries(devDependencies)
      .filter(([, version]) => !exact.test(version))
      .map(([name, version]) => `package.json: ${name} ${version} is no exact version`),
    ...(/^[\w-]+(\.[\w-]+){2,}\.desktop$/.test(desktopName)
      ? []
      : ['package.json: desktopName is no identity that a desktop accepts']),
  ]
}
