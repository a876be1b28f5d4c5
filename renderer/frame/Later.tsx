// What the window has besides its screens: it is made after the first paint, so that the first screen need not wait for it.
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import classes from './Later.module.css'
import { Palette } from '../palette/Palette.tsx'
import { NewVersion } from './NewVersion.tsx'
import { OutsideWishes } from './OutsideWishes.tsx'

export default function Later() {
  return (
    <>
      {/* Dialogs are opened by events, so that their code need not lie around the app. */}
      <ModalsProvider>{null}</ModalsProvider>
      <Palette />
      <OutsideWishes />
      <NewVersion />
      <Notifications position="bottom-left" className={classes.toasts ?? ''} />
    </>
  )
}
