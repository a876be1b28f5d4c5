// Where the ticket stands: beside the list where both have room, else over it until one goes back.
import { useEffect, useState } from 'react'
import { useBreakpoint } from '../state/breakpoint.ts'
import { usePaneWidth } from '../state/paneWidth.ts'
import { useLayer } from '../ui/behaviour/layers.ts'
import { useWidth } from '../ui/behaviour/laidOut.ts'

const leastList = 280
const leastTicket = 420
const standardList = { huge: 400, large: 360, split: 300, three: 300, drawer: 300, small: 300 }

export function usePreviewPanes() {
  const breakpoint = useBreakpoint()
  const standard = standardList[breakpoint]
  const [box, total] = useWidth<HTMLDivElement>()
  const [wanted, setWidth, reset] = usePaneWidth('list', breakpoint, standard)
  /** A ticket was opened over the list. */
  const [open, setOpen] = useState(false)
  /** The keyboard is in the ticket, and Escape leads out of it again. */
  const [inside, setInside] = useState(false)
  const beside = total >= leastList + leastTicket
  const max = Math.max(leastList, total - leastTicket)
  const list = Math.max(leastList, Math.min(max, wanted))
  const covered = open && !beside

  const find = (selector: string) => box.current?.querySelector<HTMLElement>(selector)
  const back = () => {
    setOpen(false)
    // The list can be entered again once it is no longer covered.
    requestAnimationFrame(() => find('[role="grid"]')?.focus())
  }
  useLayer(covered || (beside && inside), 'pane', back)
  useEffect(() => {
    const follow = () => setInside(Boolean(document.activeElement?.closest('[data-ticket]')))
    document.addEventListener('focusin', follow)
    return () => document.removeEventListener('focusin', follow)
  }, [])
  return {
    box,
    beside,
    covered,
    list,
    /** Opens the chosen ticket; the focus follows where the list is covered, or where a key asked for it. */
    enter: (byKey: boolean) => {
      setOpen(true)
      if (!beside || byKey) requestAnimationFrame(() => find('[data-ticket]')?.focus())
    },
    close: () => setOpen(false),
    back,
    splitter: {
      label: 'Width of the ticket list',
      side: 'left' as const,
      value: list,
      min: leastList,
      max,
      onChange: setWidth,
      onReset: reset,
    },
  }
}
