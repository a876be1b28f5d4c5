// What other rooms use of the history: the panel of revisions and the comparison of two relationships.
export { CompareDialog } from './CompareDialog.tsx'
export { HistoryPanel } from './HistoryPanel.tsx'
