// Where everything is kept: the folder named at the start, else beside a portable program, else where the system keeps it.
import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, parse, resolve, sep } from 'node:path'

/** An empty file of this name beside the program makes it portable: its data then stays in a folder beside it. */
const marker = 'syncwright-portable'
const portableFolder = 'syncwright-data'
/** Beside an installed program. With each update it removes the whole folder, and data in it (electron-builder, uninstaller.nsh). */
const uninstaller = 'Uninstall Syncwright.exe'

type Options = {
  /** `--user-data`. */
  named: string | undefined
  isPackaged: boolean
  programPath: string
  platform: NodeJS.Platform
  /** Where the system keeps the data of apps for this user. */
  appData: string
  /** Where the AppImage lies that the program runs out of. */
  image: string | undefined
}

export type DataPlaces = {
  readonly dataFolder: string
  /**
   * Chromium's own files, the lock of the one instance and the keys. They belong to this computer and this user: Windows
   * writes the key that decrypts `keys.json` anew, over the old one, where another computer's cannot be read
   * (components/os_crypt/sync/os_crypt_win.cc), and a stick with FAT cannot hold the lock.
   */
  readonly profileFolder: string
  /** What a person should know about them. */
  readonly notices: readonly string[]
}

/** The folder the program lies in for whoever looks: on macOS the one with the bundle, not the inside of it. */
const folderOf = (programPath: string, platform: NodeJS.Platform): string =>
  platform === 'darwin' ? resolve(dirname(programPath), '../../..') : dirname(programPath)

type Program = Pick<Options, 'isPackaged' | 'programPath' | 'platform' | 'image'>

/** Whether an installer put the program there: on Windows it leaves beside it what removes it, elsewhere a portable one says so itself. */
export function isInstalledProgram({ isPackaged, programPath, platform, image }: Program): boolean {
  const beside = folderOf(image ?? programPath, platform)
  const has = (name: string): boolean => existsSync(join(beside, name))
  return isPackaged && (platform === 'win32' ? has(uninstaller) : !has(marker))
}

/** One stick has one profile on each computer, whatever letter its drive gets. */
const profileOf = (dataFolder: string): string =>
  createHash('sha256')
    .update(dataFolder.slice(parse(dataFolder).root.length))
    .digest('hex')
    .slice(0, 12)

/** What is tried out in a checkout has a name of its own: what the installed app keeps, in folders and in the keychain, is not for it. */
export const developmentName = 'Syncwright (development)'

/** The data folder and the profile's folder of this start. */
export function choosePlaces({
  named,
  isPackaged,
  programPath,
  platform,
  appData,
  image,
}: Options): DataPlaces {
  const both = (folder: string, ...notices: string[]): DataPlaces => ({
    dataFolder: folder,
    profileFolder: folder,
    notices,
  })
  if (named !== undefined) return both(resolve(named))
  if (!isPackaged) return both(join(appData, developmentName))
  const beside = folderOf(image ?? programPath, platform)
  if (!existsSync(join(beside, marker))) return both(join(appData, 'Syncwright'))
  const dataFolder = join(beside, portableFolder)
  const isInstalled = isInstalledProgram({ isPackaged, programPath, platform, image })
  if (isInstalled && !existsSync(dataFolder))
    return both(
      join(appData, 'Syncwright'),
      `The file ${marker} in ${beside} is not followed: the next update of an installed Syncwright would remove the data beside it. Unpack the zip for a portable one.`,
    )
  return {
    dataFolder,
    profileFolder: join(appData, 'Syncwright portable', profileOf(dataFolder)),
    notices: isInstalled
      ? [
          `The data is in ${dataFolder}, which the next update of this installed Syncwright removes. Copy it away before; a program out of the zip keeps it.`,
        ]
      : [],
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/**
 * The AppImage a program runs out of, from a temporary copy. Programs that are started by one, such as from a terminal,
 * inherit its names, so the program has to lie in that copy.
 */
export function imageOf(
  programPath: string,
  { APPIMAGE: image, APPDIR: copy }: Readonly<Record<string, string | undefined>>,
): string | undefined {
  return copy !== undefined && realPath(programPath).startsWith(realPath(copy) + sep) ? image : undefined
}

/**
 * Takes out of the environment what an AppImage put there for itself: the browser and the other programs that are opened
 * would load its libraries in place of their own (AppImage/AppImageKit#616).
 */
export function leaveImage(env: Record<string, string | undefined>): void {
  const copy = env['APPDIR']
  if (!copy) return
  for (const name of ['LD_LIBRARY_PATH', 'PATH', 'XDG_DATA_DIRS', 'GSETTINGS_SCHEMA_DIR']) {
    const others = env[name]?.split(':').filter((path) => path !== '' && !`${path}/`.startsWith(`${copy}/`))
    if (others?.length === 0) delete env[name]
    else if (others) env[name] = others.join(':')
  }
}

/** Whether Windows runs the program from another computer, also by a drive letter: there Chromium's sandbox lets no window open (electron/electron#36698). */
export function isOnShare(
  programPath: string,
  platform: NodeJS.Platform,
  realPathOf: (path: string) => string = realpathSync.native,
): boolean {
  if (platform !== 'win32') return false
  try {
    return realPathOf(programPath).startsWith('\\\\')
  } catch {
    return false
  }
}

/** macOS runs a downloaded app from a random read-only place until it is moved, where nothing lies beside it. */
export const isTranslocated = (programPath: string): boolean => programPath.includes('/AppTranslocation/')
