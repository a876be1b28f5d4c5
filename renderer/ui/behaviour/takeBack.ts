// What Ctrl Z takes back: the last thing done that can still be undone, a change of the form or what a notice offers.

type Way = () => void

const back: Way[] = []
const forth: Way[] = []

function offer(ways: Way[], way: Way): () => void {
  ways.push(way)
  return () => {
    const at = ways.lastIndexOf(way)
    if (at >= 0) ways.splice(at, 1)
  }
}

/** The newest offer is taken first; answers with what withdraws it. */
export const offerUndo = (undo: Way): (() => void) => offer(back, undo)

export const offerRedo = (redo: Way): (() => void) => offer(forth, redo)

export const undoLast = (): void => back.at(-1)?.()

export const redoLast = (): void => forth.at(-1)?.()
