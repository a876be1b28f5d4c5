// A button that reads like a link, for an action in the middle of a sentence or a table.
import { IconArrowRight } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import classes from './LinkButton.module.css'

type LinkButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  /** In the colour of the text: the name of a row that opens it. */
  plain?: boolean
  /** With an arrow behind its words: it leads to another place. */
  arrow?: boolean
}

export function LinkButton({ plain, arrow, className = '', children, ...props }: LinkButtonProps) {
  return (
    <button
      type="button"
      className={`${classes.link} ${className}`}
      data-plain={plain || undefined}
      data-arrow={arrow || undefined}
      {...props}
    >
      {children}
      {arrow && <IconArrowRight size={14} aria-hidden />}
    </button>
  )
}
