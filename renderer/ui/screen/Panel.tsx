// One panel among others of a screen: its title, a line about it and its buttons, and below them what it shows.
import type { ReactNode, Ref } from 'react'
import classes from './Panel.module.css'

type PanelHeadProps = {
  title: string
  /** One line, as a paragraph, and the buttons. */
  children: ReactNode
}

export const PanelHead = ({ title, children }: PanelHeadProps) => (
  <header className={classes.head}>
    <h2>{title}</h2>
    {children}
  </header>
)

type PanelProps = { label: string; children: ReactNode; ref?: Ref<HTMLElement> }

export const Panel = ({ label, children, ref }: PanelProps) => (
  <section ref={ref} className={classes.section} aria-label={label}>
    {children}
  </section>
)
