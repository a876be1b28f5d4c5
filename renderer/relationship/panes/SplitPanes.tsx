// Form and right pane beside each other: the form never goes away, and its save bar stays below it at every width.
import { Box } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { type Breakpoint, useBreakpoint } from '../../state/breakpoint.ts'
import { usePaneWidth } from '../../state/paneWidth.ts'
import { Splitter } from '../../ui/Splitter.tsx'
import { useWidth } from '../../ui/behaviour/laidOut.ts'
import { type RightTab, useRightTab } from './rightTabs.ts'
import classes from './SplitPanes.module.css'

type Layout = {
  /** Whose width is set; the other one takes the rest. */
  pane: 'form' | 'right'
  standard: number
  least: number
  /** What the other one needs at least. */
  leaves: number
}

/** A ticket list and a ticket beside it. */
const listAndTicket = 700

const narrow: Record<'drawer' | 'small', Layout> = {
  drawer: { pane: 'right', standard: 376, least: 320, leaves: 440 },
  small: { pane: 'right', standard: 376, least: 320, leaves: 0 },
}

/** Beside what is read the form keeps its width: it is what one works in. */
const reading: Record<Breakpoint, Layout> = {
  huge: { pane: 'form', standard: 1250, least: 440, leaves: 320 },
  large: { pane: 'right', standard: 440, least: 320, leaves: 468 },
  split: { pane: 'right', standard: 408, least: 320, leaves: 468 },
  three: { pane: 'right', standard: 408, least: 320, leaves: 468 },
  ...narrow,
}

/** By the tab that is open; those that are not named are read. */
const layoutsOf: Readonly<Partial<Record<RightTab, Record<Breakpoint, Layout>>>> = {
  preview: {
    ...reading,
    huge: { pane: 'form', standard: 860, least: 440, leaves: listAndTicket },
    large: { pane: 'form', standard: 676, least: 440, leaves: listAndTicket },
    split: { pane: 'form', standard: 456, least: 440, leaves: listAndTicket },
  },
  golive: {
    ...reading,
    huge: { pane: 'form', standard: 1100, least: 440, leaves: listAndTicket },
    large: { pane: 'right', standard: 860, least: 320, leaves: 468 },
    split: { pane: 'right', standard: 660, least: 320, leaves: 468 },
    three: { pane: 'right', standard: 560, least: 320, leaves: 468 },
    drawer: { pane: 'right', standard: 420, least: 320, leaves: 420 },
  },
}

type SplitPanesProps = {
  /** Whose right pane it is. */
  id: string
  /** Whether the right pane is open where the window is too narrow for it to stay. */
  open: boolean
  form: ReactNode
  bar: ReactNode
  right: ReactNode
}

export function SplitPanes({ id, open, form, bar, right }: SplitPanesProps) {
  // Asked here and not in the workspace: the form is not drawn again with another tab beside it.
  const [tab] = useRightTab(id)
  const breakpoint = useBreakpoint()
  const { pane, standard, least, leaves } = (layoutsOf[tab] ?? reading)[breakpoint]
  const [box, total] = useWidth<HTMLDivElement>()
  const [wanted, setWidth, reset] = usePaneWidth(
    tab in layoutsOf ? `${pane}:${tab}` : pane,
    breakpoint,
    standard,
  )
  // What opened or closed the pane goes with it; the focus follows to what takes its place.
  const wasOpen = useRef(open)
  useEffect(() => {
    if (wasOpen.current === open) return
    wasOpen.current = open
    const { activeElement } = document
    if (activeElement === document.body || activeElement?.closest('aside'))
      document
        .querySelector<HTMLElement>(open ? 'aside [role="tab"][aria-selected="true"]' : '[data-opens-pane]')
        ?.focus()
  }, [open])
  const most = total === 0 ? Math.max(least, wanted) : Math.max(least, total - leaves)
  const width = Math.max(least, Math.min(most, wanted))
  return (
    <Box
      ref={box}
      className={classes.split ?? ''}
      data-layout={breakpoint}
      data-sets={pane}
      data-open={open || undefined}
      __vars={{ '--width': `${width}px` }}
    >
      <div className={classes.form}>{form}</div>
      <div className={classes.bar} data-pane="bar">
        {bar}
      </div>
      <div className={classes.handle}>
        <Splitter
          label={pane === 'form' ? 'Width of the form' : 'Width of the right pane'}
          side={pane === 'form' ? 'left' : 'right'}
          value={width}
          min={least}
          max={most}
          onChange={setWidth}
          onReset={reset}
        />
      </div>
      <aside className={classes.right} aria-label="What comes of it">
        {right}
      </aside>
    </Box>
  )
}
