// Whether the companion stays above all other windows: remembered on this computer, done by main.
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { requestValue } from '../state/queries.ts'
import { rememberChoice, rememberedChoice } from '../state/kept/remembered.ts'
import { attempt } from '../ui/behaviour/showFailure.ts'

const key = 'companion.onTop'
const wasOnTop = (): boolean => rememberedChoice(key) !== 'no'

const show = (id: string, onTop: boolean): void =>
  void attempt('The companion did not open', async () => {
    const { staysAsAsked } = await requestValue('companion:show', { id, onTop })
    if (!staysAsAsked)
      notifications.show({
        title: 'This desktop keeps no window on top by itself',
        message: 'The menu of its title bar does: choose Always on Top there.',
      })
  })

/** Opens the companion of a relationship, pinned as it was the last time. */
export const openCompanion = (id: string): void => show(id, wasOnTop())

export function useOnTop(id: string): [boolean, (onTop: boolean) => void] {
  const [onTop, setOnTop] = useState(wasOnTop)
  return [
    onTop,
    (wanted) => {
      setOnTop(wanted)
      rememberChoice(key, wanted ? 'yes' : 'no')
      show(id, wanted)
    },
  ]
}
