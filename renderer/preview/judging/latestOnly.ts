// Runs slow work one at a time and, of everything asked meanwhile, only the latest: typing never builds up a queue.

/** `run` must not reject. `done` hears each finished input with its output. */
export function createLatest<Input, Output>(
  run: (input: Input) => Promise<Output>,
  done: (input: Input, output: Output) => void,
): (input: Input) => void {
  let busy = false
  let waiting: { input: Input } | null = null

  async function work(first: Input): Promise<void> {
    busy = true
    let next: { input: Input } | null = { input: first }
    while (next) {
      const { input } = next
      done(input, await run(input))
      next = waiting
      waiting = null
    }
    busy = false
  }

  return (input) => {
    if (busy) waiting = { input }
    else void work(input)
  }
}
