// Says of what the preview shows that it is of an earlier state of the form.
import { createContext, use } from 'react'

/** The form has moved on, and the preview has not been drawn since. */
export const BehindFormContext = createContext(false)

type UpdatingProps = {
  /** What is shown is being computed anew. */
  when: boolean
  className: string | undefined
  children: string
}

export const Updating = ({ when, className, children }: UpdatingProps) =>
  (use(BehindFormContext) || when) && <span className={className}>{children}</span>
