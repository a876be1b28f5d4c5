// Whether the companion stays above all other windows: remembered on this computer, done by main.
import { useState } from 'react'
import { request } from '../state/queries.ts'
import { remember, remembered } from '../state/remembered.ts'
import { sayFailure } from '../ui/behaviour/sayFailure.ts'

const key = 'companion.onTop'
const wasOnTop = (): boolean => remembered(key) !== 'no'

const show = (id: string, onTop: boolean): void => {
  request('companion:show', { id, onTop }).catch((error: unknown) =>
    sayFailure('The companion did not open', error),
  )
}

/** Opens the companion of a relationship, pinned as it was the last time. */
export const openCompanion = (id: string): void => show(id, wasOnTop())

export function useOnTop(id: string): [boolean, (onTop: boolean) => void] {
  const [onTop, setOnTop] = useState(wasOnTop)
  return [
    onTop,
    (wanted) => {
      setOnTop(wanted)
      remember(key, wanted ? 'yes' : 'no')
      show(id, wanted)
    },
  ]
}
