// What the window has besides its screens: it is made after the first paint, so that the first screen need not wait for it.
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import { Notifications } from '@mantine/notifications'
import classes from './Later.module.css'
import { Palette } from '../palette/Palette.tsx'
import { NewVersion } from './NewVersion.tsx'
import { OutsideWishes } from './OutsideWishes.tsx'
import { useReadAgainOn } from '../state/queries.ts'

export default function Later() {
  useReadAgainOn('visibilitychange')
  return (
    <>
      <Palette />
      <OutsideWishes />
      <NewVersion />
      <Notifications position="bottom-left" className={classes.toasts ?? ''} />
    </>
  )
}
