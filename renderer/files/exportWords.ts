// What is true of a written file that a person may not expect.

type Exported = {
  /** Of the draft as it stands. */
  ready: boolean
  /** Whether the draft has changes that are not saved. */
  dirty: boolean
}

/** Whether what was saved differs from what is seen, or is not ready; empty where neither is. */
export function exportedWords({ ready, dirty }: Exported): string {
  if (dirty) return 'Unsaved changes are not in it.'
  return ready ? '' : 'The relationship is not ready: its findings say what is open.'
}

/** The same of a handover sheet, which says itself whether the relationship is ready. */
export const sheetWords = ({ dirty }: Pick<Exported, 'dirty'>): string =>
  dirty ? 'Unsaved changes are not in it.' : ''
