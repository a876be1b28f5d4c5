// What the window has besides its screens: it is made after the first paint, so that the first screen need not wait for it.
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '../print.css'
import { Notifications } from '@mantine/notifications'
import { DialogStack } from '../ui/screen/DialogStack.tsx'
import classes from './Later.module.css'
import { Palette } from '../palette/Palette.tsx'
import { useNewVersion } from './useNewVersion.ts'
import { OutsideWishes } from './OutsideWishes.tsx'
import { useReadAgainOn } from '../state/queries.ts'

/** What the sidebar and the open screen name; a window is turned to after each dialog of the desktop, so no lists of records. */
const namesOfAll = ['relationships', 'relationship', 'connections', 'bin', 'templates'] as const

export default function Later() {
  useReadAgainOn('visibilitychange')
  useReadAgainOn('focus', namesOfAll)
  useNewVersion()
  return (
    <>
      <DialogStack />
      <Palette />
      <OutsideWishes />
      <Notifications position="bottom-left" className={classes.toasts ?? ''} />
    </>
  )
}
