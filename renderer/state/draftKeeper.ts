// Hands the unsaved draft of the open relationship to main as it is typed, which keeps it in a file; only one is edited at a time.
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import type { KeptDraft } from '../../shared/ipc/areas/draftCalls.ts'
import { callMain } from '../api.ts'
import { queryClient, readAgain, readingQuery } from './queries.ts'

type Kept = Omit<KeptDraft, 'keptAt'>

/** How long typing may run ahead of what is kept (milliseconds). */
const keepDraftAfterMs = 250

/** What the window remembers over a reload of its page: who it is, and what it was editing. Never the draft itself. */
const memory = {
  windowId: 'window-id',
  editing: 'editing-relationship',
} as const

function windowId(): string {
  const known = sessionStorage.getItem(memory.windowId)
  if (known) return known
  const fresh = crypto.randomUUID()
  sessionStorage.setItem(memory.windowId, fresh)
  return fresh
}

let waiting: Kept | null = null
let timer: ReturnType<typeof setTimeout> | undefined
/** Said once: a full disk would say it at every letter. */
let refused = false

/** What was left unsaved before this window was opened. */
const keptDrafts = () => readingQuery('drafts:list', { windowId: windowId() })

async function send(): Promise<void> {
  timer = undefined
  if (!waiting) return
  const draft = waiting
  waiting = null
  const answer = await callMain('drafts:keep', { ...draft, windowId: windowId() })
  if (answer.ok || refused) return
  refused = true
  const { message, next = '' } = answer.error
  notifications.show({
    color: 'red',
    title: 'Unsaved changes are not kept',
    message: `${message} ${next} Save often until this is mended.`,
  })
}

/** The relationship whose unsaved changes the page has left behind with a crash or a reload. */
export const editedRelationship = (): string | null => sessionStorage.getItem(memory.editing)

/** Keeps a draft that differs from what is saved. */
export function keepDraft(draft: Kept): void {
  sessionStorage.setItem(memory.editing, draft.id)
  waiting = draft
  timer ??= setTimeout(() => void send(), keepDraftAfterMs)
}

const isOurs = (id: string): boolean =>
  editedRelationship() === id ||
  (queryClient.getQueryData<KeptDraft[]>(keptDrafts().queryKey) ?? []).some((draft) => draft.id === id)

/** There is nothing unsaved any more: it was saved, or a person has given it up. */
export function forgetDraft(id: string | null = editedRelationship()): void {
  // What another window edits is not this one's to forget.
  if (id === null || !isOurs(id)) return
  if (editedRelationship() === id) sessionStorage.removeItem(memory.editing)
  clearTimeout(timer)
  timer = undefined
  waiting = null
  queryClient.setQueryData<KeptDraft[]>(keptDrafts().queryKey, (offered) =>
    offered?.filter((draft) => draft.id !== id),
  )
  void callMain('drafts:forget', { id })
}

/** Keeps and offers again what was given up. */
export function offerDraft({ keptAt: _keptAt, ...kept }: KeptDraft): void {
  void callMain('drafts:keep', { ...kept, windowId: windowId() }).then(() => readAgain('drafts'))
}

export const useKeptDrafts = () => useQuery(keptDrafts())
