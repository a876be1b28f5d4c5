// Where the window keeps an unsaved draft, and whose it is: all that the start has to know of it.

/** Only one relationship is edited at a time. It goes with the window: nothing of it outlives a quit. */
export const place = 'unsaved-draft'

/** The relationship with a kept draft, to be opened again; null when there is none. The draft itself is checked there. */
export function keptDraftOwner(): string | null {
  try {
    const { id }: { id?: unknown } = JSON.parse(sessionStorage.getItem(place) ?? '')
    return typeof id === 'string' ? id : null
  } catch {
    return null
  }
}

/** Called when a person has decided to leave without the changes. */
export const forgetKeptDraft = (): void => sessionStorage.removeItem(place)
