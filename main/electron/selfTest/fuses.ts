// The fuses of the program that runs, as its own file says: a version, their number, and one sign each.
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Stands before the fuses in Electron's program (build/fuses/fuses.json5). */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')

/**
 * In their order: RunAsNode, EnableCookieEncryption, EnableNodeOptionsEnvironmentVariable, EnableNodeCliInspectArguments,
 * EnableEmbeddedAsarIntegrityValidation, OnlyLoadAppFromAsar, LoadBrowserProcessSpecificV8Snapshot,
 * GrantFileProtocolExtraPrivileges, and WasmTrapHandlers, which stays as Electron has it.
 */
export const wantedFuses = '000011001'

/** The file that holds them: on macOS the program only starts what lies in a framework beside it (@electron/fuses, `pathToFuseFile`). */
export const fuseFileOf = (programPath: string, platform: NodeJS.Platform): string =>
  platform === 'darwin'
    ? join(dirname(programPath), '../Frameworks/Electron Framework.framework/Electron Framework')
    : programPath

const pieceSize = 4_000_000

/** The signs of the fuses; undefined in a program that has none. It is far too large to be read at once. */
export async function readFuses(path: string): Promise<string | undefined> {
  const file = await open(path)
  try {
    const longest = sentinel.length + 2 + 255
    let kept = Buffer.alloc(0)
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(pieceSize), 0, pieceSize)
      const piece = Buffer.concat([kept, buffer.subarray(0, bytesRead)])
      const at = piece.indexOf(sentinel)
      if (at >= 0 && (bytesRead === 0 || piece.length >= at + longest)) {
        const begin = at + sentinel.length + 2
        return piece.toString('latin1', begin, begin + (piece[begin - 1] ?? 0))
      }
      if (bytesRead === 0) return undefined
      kept = piece.subarray(Math.max(0, piece.length - longest))
    }
  } finally {
    await file.close()
  }
}
