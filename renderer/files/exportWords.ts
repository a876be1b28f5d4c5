// The sentences after an export: where it went, and what is true of it that a person may not expect.

type Exported = {
  /** Of the draft as it stands. */
  ready: boolean
  /** Whether the draft has changes that are not saved. */
  dirty: boolean
}

/** "Exported to C:\…", and whether what was saved differs from what is seen, or is not ready. */
export function exportedWords(path: string, { ready, dirty }: Exported): string {
  if (dirty) return `Exported to ${path}. Unsaved changes are not in it.`
  return ready
    ? `Exported to ${path}`
    : `Exported to ${path}. The relationship is not ready: its findings say what is open.`
}

/** The same of a handover sheet, which says itself whether the relationship is ready. */
export const sheetWords = (path: string, { dirty }: Pick<Exported, 'dirty'>): string =>
  dirty ? `Written to ${path}. Unsaved changes are not in it.` : `Written to ${path}`
