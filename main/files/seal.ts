// Locks a bundle with a passphrase and opens it again: the age format, which other tools can open as well.
import { type Parsed, refusedFile } from '../../shared/files/reading/parsed.ts'

/** scrypt with 2^18 rounds, age's own default: about a second, and 256 MB, for each guess. */
const workFactor = 18
const firstLine = 'age-encryption.org/v1\n'
const headBytes = 200

const head = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))

/** Whether bytes are an age file. */
export const isSealed = (bytes: Uint8Array): boolean => head(bytes).startsWith(firstLine)

/** Loaded when it is needed: most runs never lock anything. */
const age = () => import('age-encryption')

/** Encrypts with a passphrase; the same bytes give another file each time. */
export async function sealBundle(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { Encrypter } = await age()
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase.normalize('NFC'))
  encrypter.setScryptWorkFactor(workFactor)
  return encrypter.encrypt(bytes)
}

const askAgain = 'Nothing was changed. Ask for the file again.'

/** Decrypts. Errors: `passphrase-wrong`, `file-damaged` for a cut or changed file or one that asks for too much work. */
export async function unsealBundle(bytes: Uint8Array, passphrase: string): Promise<Parsed<Uint8Array>> {
  const stanza = /^-> scrypt \S+ (\d+)$/m.exec(head(bytes))
  if (!stanza)
    return refusedFile(
      'file-foreign',
      'The bundle is not locked with a passphrase, so it cannot be opened.',
      askAgain,
    )
  if (Number(stanza[1]) > workFactor)
    return refusedFile(
      'file-damaged',
      'The bundle asks for more work than Syncwright ever uses to lock one.',
      askAgain,
    )
  const { Decrypter } = await age()
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase.normalize('NFC'))
  try {
    return { ok: true, value: await decrypter.decrypt(bytes) }
  } catch (error) {
    return error instanceof Error && error.message.startsWith('no identity matched')
      ? refusedFile(
          'passphrase-wrong',
          'The passphrase does not open this bundle.',
          'Nothing was changed. Check the passphrase and try again.',
        )
      : refusedFile('file-damaged', 'The locked bundle is cut or was changed.', askAgain)
  }
}
