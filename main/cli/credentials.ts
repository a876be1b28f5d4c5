// The options by which a command reaches ConnectWise. The private key comes from the environment or standard input, never from an argument.
import { type Command, Option } from 'commander'
import type { Keys } from '../connectwise/transport/client.ts'
import { type Input, unusable } from './inputs.ts'
import type { Io } from './io.ts'

export type CredentialOptions = {
  site: string
  companyId: string
  publicKey: string
  clientId: string
  privateKey?: string | true
}

const variable = 'SYNCWRIGHT_PRIVATE_KEY'
const longestKey = 10_000

/** Adds the options to a command. */
export const withCredentials = (command: Command): Command =>
  command
    .requiredOption('--site <host>', 'ConnectWise site, for example na.myconnectwise.net')
    .requiredOption('--company-id <id>', 'company ID used to log in')
    .requiredOption('--public-key <key>', 'public key of an API member')
    .requiredOption('--client-id <id>', 'client ID of the integration')
    // Known only to be refused with a sentence that does not repeat it.
    .addOption(new Option('--private-key [key]').hideHelp())

/** Completes the options with the private key. */
export async function readKeys(io: Io, options: CredentialOptions): Promise<Input<Keys>> {
  const { site, companyId, publicKey, clientId } = options
  if (options.privateKey !== undefined) {
    return unusable(
      `The private key is never an argument, because others can see it there: set ${variable} or give it on standard input.`,
    )
  }
  const given = io.env[variable]?.trim()
  if (given) return { ok: true, value: { site, companyId, publicKey, clientId, privateKey: given } }
  const read = await io.readSecret('Private key (not shown): ', longestKey)
  if (!read.ok) return unusable('What standard input gives is not a private key.')
  const privateKey = read.value.trim()
  return privateKey === ''
    ? unusable(`The private key is missing: set ${variable} or give it on standard input.`)
    : { ok: true, value: { site, companyId, publicKey, clientId, privateKey } }
}
