// How a command ends, and what it got from its arguments and files: a value, or the outcome to end with.

/** How a command ends. Exit 0 fine, 1 found something, 2 unusable arguments or files. */
export type CommandOutcome = {
  exitCode: 0 | 1 | 2
  /** The result for `--json`. */
  json?: unknown
  /** The same result for people. */
  text?: string
  /** The result in a form of its own, piece by piece; in place of the two above. */
  pieces?: Iterable<string>
  /** One sentence for standard error. */
  error?: string
}

/** What a command got from its files: the value, or the outcome to end with. */
export type CommandInput<T> = { ok: true; value: T } | { ok: false; outcome: CommandOutcome }

/** Ends a command because of its arguments or files. */
export const unusableInput = (error: string): { ok: false; outcome: CommandOutcome } => ({
  ok: false,
  outcome: { exitCode: 2, error },
})
