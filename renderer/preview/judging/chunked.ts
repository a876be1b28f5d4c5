// Long work on the page's own thread, a part at a time: between two parts the window draws and listens.

/** Does the parts of `count` things one after the other, then `done`; answers with the function that stops it. */
export function inParts(
  count: number,
  size: number,
  part: (from: number) => void,
  done: () => void,
): () => void {
  let stopped = false
  const work = (from: number) => {
    if (stopped) return
    if (from >= count) return done()
    part(from)
    setTimeout(work, 0, from + size)
  }
  setTimeout(work, 0, 0)
  return () => {
    stopped = true
  }
}
