// A key hint beside a command. Hidden from assistive technology: the command's name stays just its words.
import classes from './Key.module.css'

export function Key({ children, dark }: { children: string; dark?: boolean }) {
  const mac = navigator.userAgent.includes('Mac')
  return (
    <kbd className={classes.key} data-dark={dark || undefined} aria-hidden>
      {mac ? children.replace('Ctrl', '⌘') : children}
    </kbd>
  )
}
