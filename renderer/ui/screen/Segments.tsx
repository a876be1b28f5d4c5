// One of a few, side by side: radio buttons that look like one box. What is chosen is marked by style alone, so nothing is measured.
import { type ReactNode, useId } from 'react'
import classes from './Segments.module.css'

type SegmentsProps<Value extends string> = {
  'aria-label'?: string | undefined
  'aria-labelledby'?: string | undefined
  data: readonly { value: Value; label: ReactNode }[]
  value: Value
  /** Also when what is chosen is chosen again: that is a choice as well. */
  onChange: (value: Value) => void
  small?: boolean
  fullWidth?: boolean
  readOnly?: boolean
}

export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const { data, value, onChange, small, fullWidth, readOnly = false, ...names } = props
  const group = useId()
  const choose = (next: Value) => !readOnly && onChange(next)
  return (
    <div
      {...names}
      role="radiogroup"
      aria-readonly={readOnly || undefined}
      className={classes.segments}
      data-small={small || undefined}
      data-full-width={fullWidth || undefined}
      data-read-only={readOnly || undefined}
    >
      {data.map((each) => (
        <div key={each.value} className={classes.segment}>
          <input
            type="radio"
            id={`${group} ${each.value}`}
            name={group}
            value={each.value}
            checked={each.value === value}
            onChange={() => choose(each.value)}
            onClick={() => each.value === value && choose(each.value)}
          />
          <label htmlFor={`${group} ${each.value}`}>{each.label}</label>
        </div>
      ))}
    </div>
  )
}
