// The heads of parts one below the other: a section of the published form, a group of compared tickets.
import { IconChevronDown, IconChevronRight, type TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './FoldHead.module.css'

type FoldHeadProps = {
  title: string
  open: boolean
  onToggle: () => void
  /** A sign of its own in place of the arrow. */
  Icon?: TablerIcon
  /** How much of it is there. */
  children?: ReactNode
}

/** Folds its part. */
export function FoldHead({ title, open, onToggle, Icon, children }: FoldHeadProps) {
  const Sign = Icon ?? (open ? IconChevronDown : IconChevronRight)
  return (
    <button type="button" className={classes.head} aria-expanded={open} onClick={onToggle}>
      <Sign size={15} aria-hidden />
      {title}
      <span className={classes.aside}>{children}</span>
    </button>
  )
}

type OpenHeadProps = Required<Pick<FoldHeadProps, 'title' | 'Icon' | 'children'>>

/** The same of a part that stays open. */
export function OpenHead({ title, Icon, children }: OpenHeadProps) {
  return (
    <h4 className={classes.head}>
      <Icon size={15} aria-hidden />
      {title}
      <span className={classes.aside}>{children}</span>
    </h4>
  )
}
