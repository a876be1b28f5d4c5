// A page of the centre: environment band on top, head, scrolling body, and a bar at the bottom that never scrolls away.
import { IconFlask, IconShieldCheck, IconTool } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Environment, environmentLabels } from '../../../shared/connection/environments.ts'
import classes from './Pane.module.css'

const environmentIcons = { production: IconShieldCheck, sandbox: IconFlask, staging: IconTool }

/** The thin band that says which environment this is about, in colour and in words. */
export function EnvironmentBand(props: { environment: Environment; words: ReactNode; aside?: ReactNode }) {
  const Icon = environmentIcons[props.environment]
  return (
    <div className={classes.band} data-environment={props.environment}>
      <Icon size={14} aria-hidden />
      <b>{environmentLabels[props.environment]}</b>
      <span className={classes.bandWords}>{props.words}</span>
      <span className={classes.bandAside}>{props.aside}</span>
    </div>
  )
}

type PaneProps = {
  head?: ReactNode
  /** What is said of the whole screen: between head and body, in sight wherever the body is scrolled to. */
  notices?: ReactNode
  footer?: ReactNode
  children: ReactNode
  ground?: 'surface' | 'panel'
}

/** Head and footer stay, the body scrolls. */
export function Pane({ head, notices, footer, children, ground = 'surface' }: PaneProps) {
  return (
    <div className={classes.pane} data-ground={ground}>
      {head && <div className={classes.head}>{head}</div>}
      {notices && <div className={classes.notices}>{notices}</div>}
      <div className={classes.body} data-scroller>
        {children}
      </div>
      {footer && <PaneFooter>{footer}</PaneFooter>}
    </div>
  )
}

/** The bar below a pane; it lies outside of the pane where others share the row. */
export const PaneFooter = ({ children }: { children: ReactNode }) => (
  <div className={classes.footerBox}>
    <div className={classes.footer}>{children}</div>
  </div>
)
