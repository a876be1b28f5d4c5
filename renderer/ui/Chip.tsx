// A small word on a tinted ground: a verdict, an environment, a state. Always icon or word, never colour alone.
import type { ReactNode } from 'react'
import classes from './Chip.module.css'

export type Tone = 'ok' | 'warn' | 'err' | 'info' | 'accent' | 'production' | 'sandbox' | 'staging'

/** Shows `children` in the colours of `tone`. */
export function Chip({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {icon}
      {children}
    </span>
  )
}
