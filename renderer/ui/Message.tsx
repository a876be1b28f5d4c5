// A designed state for a place that has nothing else to show: empty, offline, failed, no permission.
import type { ReactNode } from 'react'
import classes from './Message.module.css'

type MessageProps = {
  icon: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
  /** `alert` is announced at once; use it for failures. */
  role?: 'alert' | 'status'
}

/** One icon, one bold line, one sentence, at most two actions. */
export function Message({ icon, title, children, actions, role }: MessageProps) {
  return (
    <div className={classes.message} role={role}>
      <div className={classes.icon}>{icon}</div>
      <p className={classes.title}>{title}</p>
      {children && <p className={classes.text}>{children}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  )
}
