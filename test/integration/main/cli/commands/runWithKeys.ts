// The commands that reach ConnectWise as child processes, with the keys of a served demo.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { cliScript } from '../../../../support/cli.ts'
import type { serve } from '../../connectwise/served.ts'

/** Where the commands run. */
export const folder = mkdtempSync(join(tmpdir(), 'syncwright-connectwise-'))
afterAll(() => rmSync(folder, { recursive: true }))

export type Keys = Awaited<ReturnType<typeof serve>>['keys']
type Run = { status: number; stdout: string; stderr: string }

/** Runs a command with the options of these keys; the private key goes by `environment` or standard input. Interrupted, when it says so. */
export function runWithKeys(
  command: string,
  keys: Keys,
  more: string[] = [],
  by: 'environment' | 'input' | 'nothing' = 'environment',
  variables: Record<string, string> = {},
  interruptAt?: RegExp,
) {
  const options = ['--site', keys.site, '--company-id', keys.companyId]
  const identity = ['--public-key', keys.publicKey, '--client-id', keys.clientId]
  const { SYNCWRIGHT_PRIVATE_KEY: _own, ...env } = process.env
  return new Promise<Run>((resolve) => {
    const child = execFile(
      process.execPath,
      [cliScript, command, ...options, ...identity, ...more],
      {
        cwd: folder,
        env: {
          ...env,
          ...variables,
          ...(by === 'environment' && { SYNCWRIGHT_PRIVATE_KEY: keys.privateKey }),
        },
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    )
    child.stderr?.on('data', (text: string) => {
      if (interruptAt?.test(text)) child.kill('SIGINT')
    })
    child.stdin?.end(by === 'input' ? `${keys.privateKey}\n` : '')
  })
}
