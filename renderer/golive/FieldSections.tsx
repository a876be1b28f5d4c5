// The fields of the published form section by section, each with how many of its fields are entered.
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { GoLive } from '../../shared/golive/goLive.ts'
import type { FormRow } from '../../shared/golive/publishedForm.ts'
import { type FormSection, sectionTitles } from '../../shared/relationship/fieldRow.ts'
import { isEntered } from './enteredFields.ts'
import { FoldHead } from '../ui/screen/FoldHead.tsx'

const sections = Object.keys(sectionTitles) as FormSection[]

type FieldSectionsProps = {
  form: readonly FormRow[]
  goLive: GoLive
  /** The section that is worked in: it stays open. */
  current?: FormSection | undefined
  className?: string | undefined
  children: (row: FormRow) => ReactNode
}

export function FieldSections({ form, goLive, current, className, children }: FieldSectionsProps) {
  // What is complete is folded when it is first shown, not under the hands of whoever ticks its last field.
  const [open, setOpen] = useState<ReadonlySet<FormSection>>(
    () => new Set(form.filter((row) => !isEntered(goLive, row)).map(({ section }) => section)),
  )
  return sections.map((section) => {
    const rows = form.filter((row) => row.section === section)
    if (rows.length === 0) return null
    const done = rows.filter((row) => isEntered(goLive, row)).length
    const isOpen = open.has(section) || current === section
    const toggle = () => {
      const others = [...open].filter((each) => each !== section)
      setOpen(new Set(isOpen ? others : [...others, section]))
    }
    return (
      <div key={section} className={className}>
        <FoldHead title={sectionTitles[section]} open={isOpen} onToggle={toggle}>
          {done} of {rows.length} entered
          {done === rows.length && <IconCheck size={14} aria-hidden />}
        </FoldHead>
        {isOpen && <ul>{rows.map(children)}</ul>}
      </div>
    )
  })
}
