// A strip or card with one thing to say: neutral, amber, red or green, with the next step beside it.
import type { ReactNode } from 'react'
import classes from './Notice.module.css'
import { type IconKind, SeverityIcon } from './SeverityIcon.tsx'

type NoticeProps = {
  kind: IconKind
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  role?: 'alert' | 'status'
}

/** Title in bold, sentence below, an action at the right. */
export function Notice({ kind, title, children, action, role }: NoticeProps) {
  return (
    <div className={classes.notice} data-kind={kind} role={role}>
      <SeverityIcon kind={kind} />
      <div className={classes.words}>
        {title && <p className={classes.title}>{title}</p>}
        {children && <div className={classes.text}>{children}</div>}
      </div>
      {action}
    </div>
  )
}
