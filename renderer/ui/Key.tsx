// A key hint. Beside a command it is hidden from assistive technology: the command's name stays just its words.
import classes from './Key.module.css'

type KeyProps = {
  children: string
  dark?: boolean
  /** The key is itself what the line is about, so it is read aloud. */
  spoken?: boolean
}

export function Key({ children, dark, spoken }: KeyProps) {
  const mac = navigator.userAgent.includes('Mac')
  return (
    <kbd className={classes.key} data-dark={dark || undefined} aria-hidden={!spoken}>
      {mac ? children.replace('Ctrl', '⌘') : children}
    </kbd>
  )
}
