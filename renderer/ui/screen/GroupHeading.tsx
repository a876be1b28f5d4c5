// The heading of a group within a list: icon, words and how many there are; it stays in sight while its group is.
import type { ReactNode } from 'react'
import classes from './GroupHeading.module.css'

export const GroupHeading = (props: { icon: ReactNode; label: string; count: number }) => (
  <h3 className={classes.heading}>
    <span className={classes.words}>
      {props.icon}
      {props.label} <span className={classes.count}>{props.count}</span>
    </span>
  </h3>
)
