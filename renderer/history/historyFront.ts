// What other rooms use of the history: the panel of revisions and the comparison of two relationships.
export { HistoryPanel } from './HistoryPanel.tsx'
export { showCompare } from './showCompare.tsx'
