// The options by which a command reaches ConnectWise. The private key comes from the environment or standard input, never from an argument.
import { type Command, Option } from 'commander'
import { bounds } from '../../../shared/bounds.ts'
import { hiddenSignIn } from '../../../shared/text/hiddenSigns.ts'
import { withoutLogin } from '../../../shared/connection/siteAddress.ts'
import type { Keys } from '../../connectwise/transport/client.ts'
import { type CommandInput, unusableInput } from '../terminal/outcome.ts'
import type { Io } from '../terminal/io.ts'

export type CredentialOptions = {
  site: string
  companyId: string
  publicKey: string
  clientId: string
  privateKey?: string | true
}

const variable = 'SYNCWRIGHT_PRIVATE_KEY'

/** Adds the options to a command. */
export const withCredentials = (command: Command): Command =>
  command
    .requiredOption('--site <host>', 'ConnectWise site, for example na.myconnectwise.net')
    .requiredOption('--company-id <id>', 'company ID used to log in')
    .requiredOption('--public-key <key>', 'public key of an API member')
    .requiredOption('--client-id <id>', 'client ID of the integration')
    // Known only to be refused with a sentence that does not repeat it.
    .addOption(new Option('--private-key [key]').hideHelp())

/** How long each may be, and whether it is an address, which must not show as another one than the one that is read. */
const limits = [
  ['--site', 'site', bounds.typed.site, true],
  ['--company-id', 'companyId', bounds.typed.name, true],
  ['--public-key', 'publicKey', bounds.typed.publicKey, false],
  ['--client-id', 'clientId', bounds.typed.publicKey, false],
] as const

/** What is wrong with an option, without repeating it. */
function faultIn(options: CredentialOptions): string | null {
  for (const [option, name, longest, isShown] of limits) {
    const value = options[name]
    if (value.length > longest) return `${option} is longer than ${longest} characters.`
    const sign = isShown ? hiddenSignIn(value) : null
    if (sign !== null) return `${option} holds the sign ${sign}, which is not seen.`
  }
  return null
}

/** Completes the options with the private key. `blank`: a key that is given and blank is for the command to tell. */
export async function readKeys(
  io: Io,
  options: CredentialOptions,
  { blank = false } = {},
): Promise<CommandInput<Keys>> {
  const { companyId, publicKey, clientId } = options
  const site = withoutLogin(options.site)
  const fault = faultIn(options)
  if (fault !== null) return unusableInput(fault)
  if (options.privateKey !== undefined) {
    return unusableInput(
      `The private key is never an argument, because others can see it there: set ${variable} or give it on standard input.`,
    )
  }
  const given = io.env[variable]?.trim() ?? ''
  if (given.length > bounds.typed.privateKey)
    return unusableInput(`What ${variable} holds is not a private key.`)
  if (given !== '') return { ok: true, value: { site, companyId, publicKey, clientId, privateKey: given } }
  const read = await io.readSecret('Private key (not shown): ', bounds.typed.privateKey)
  if (!read.ok) return unusableInput('What standard input gives is not a private key.')
  const privateKey = read.value.trim()
  const isGiven = io.env[variable] !== undefined || read.value !== ''
  return privateKey === '' && !(blank && isGiven)
    ? unusableInput(`The private key is missing: set ${variable} or give it on standard input.`)
    : { ok: true, value: { site, companyId, publicKey, clientId, privateKey } }
}
