// What the preview of a relationship has open: flow, ticket and tab. It survives closing, widening and other tabs.
import type { Flow } from '../../shared/preview/result/previewResult.ts'
import { defaultFlow } from '../../shared/preview/preview.ts'
import type { Relationship } from '../../shared/relationship/relationship.ts'
import type { DetailTab } from './ticket/TicketDetail.tsx'
import { useWindowState, windowState } from '../state/windowState.ts'

type Open = {
  /** null: the flow that belongs to the role. */
  flow: Flow | null
  /** Position in the sample of each flow. */
  selected: Record<Flow, number | null>
  tab: DetailTab
  /** Start date of the outbound flow as `YYYY-MM-DD`, empty without one. */
  since: string
}

const nothing: Open = { flow: null, selected: { inbound: null, outbound: null }, tab: 'happens', since: '' }

const openIn = windowState<Open>(nothing)

export function usePreviewState({ id, role }: Relationship) {
  const [open, setOpen] = useWindowState(openIn, `${id} ${role}`)
  const flow = open.flow ?? defaultFlow(role)
  return {
    flow,
    selected: open.selected[flow],
    tab: open.tab,
    since: open.since,
    setFlow: (next: Flow) => setOpen((before) => ({ ...before, flow: next })),
    /** Chooses a ticket of a flow; null for none. */
    select: (index: number | null, of: Flow = flow) =>
      setOpen((before) => ({ ...before, selected: { ...before.selected, [of]: index } })),
    setTab: (tab: DetailTab) => setOpen((before) => ({ ...before, tab })),
    setSince: (since: string) => setOpen((before) => ({ ...before, since })),
  }
}
