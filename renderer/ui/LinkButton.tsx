// A button that reads like a link, for an action in the middle of a sentence or a table.
import type { ComponentProps } from 'react'
import classes from './LinkButton.module.css'

type LinkButtonProps = Omit<ComponentProps<'button'>, 'type' | 'className'> & {
  /** In the colour of the text: the name of a row that opens it. */
  plain?: boolean
}

export function LinkButton({ plain = false, ...props }: LinkButtonProps) {
  return <button type="button" className={classes.link} data-plain={plain || undefined} {...props} />
}
