// Which tab of the right pane is open, remembered for each relationship until the window closes.
import { useWindowState, windowState } from '../../state/windowState.ts'

const rightTabs = ['findings', 'preview', 'golive', 'history', 'json'] as const
export type RightTab = (typeof rightTabs)[number]

export const isRightTab = (value: unknown): value is RightTab => rightTabs.some((tab) => tab === value)

const openTabs = windowState<RightTab>('findings')

/** For whoever leads there and does not show it. */
export const openRightTab = (relationshipId: string, tab: RightTab): void => openTabs(relationshipId).set(tab)

export const useRightTab = (relationshipId: string) => useWindowState(openTabs, relationshipId)
