// The way between the four sections of the form: which one is in sight, and the worst finding in each.
import { VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Finding } from '../../shared/findings/findingSeverities.ts'
import { type FormSection, sectionTitles } from '../../shared/relationship/fieldRow.ts'
import { fieldPathOf, fields } from '../../shared/relationship/fields.ts'
import type { Role } from '../../shared/relationship/roles.ts'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import classes from './SectionNav.module.css'

const shortTitles: Record<FormSection, string> = {
  defaults: 'Defaults',
  content: 'Comments and time',
  reverse: 'Reverse',
  override: 'API override',
}

const sectionElements = () => [...document.querySelectorAll<HTMLElement>('[data-section]')]

/** The last section that has begun in the upper half of the form, the very last one once its end is reached. */
function sectionInSight(scroller: Element): string | undefined {
  const sections = sectionElements()
  const atEnd =
    scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
  if (atEnd) return sections.at(-1)?.dataset['section']
  const line = scroller.getBoundingClientRect().top + scroller.clientHeight / 2
  const begun = sections
    .map((each) => ({ each, top: each.getBoundingClientRect().top }))
    .filter(({ top }) => top <= line)
  // Of two columns that begin together the first counts.
  const last = Math.max(...begun.map(({ top }) => top))
  return begun.find(({ top }) => top === last)?.each.dataset['section']
}

/** Follows the scrolling of the form. */
function useSectionInSight(): string {
  const [section, setSection] = useState('defaults')
  useEffect(() => {
    const scroller = sectionElements()[0]?.closest('[data-scroller]')
    if (!scroller) return
    const follow = () => setSection(sectionInSight(scroller) ?? 'defaults')
    scroller.addEventListener('scroll', follow, { passive: true })
    return () => scroller.removeEventListener('scroll', follow)
  }, [])
  return section
}

const isIn =
  (section: FormSection) =>
  ({ field }: Finding): boolean => {
    const path = fieldPathOf(field)
    return path !== null && fields[path].section === section
  }

const severities = ['error', 'warning'] as const

type SectionNavProps = { role: Role; findings: readonly Finding[]; toChoose: readonly Finding[] }

export function SectionNav({ role, findings, toChoose }: SectionNavProps) {
  const inSight = useSectionInSight()
  const worstIn = (section: FormSection) => {
    const here = findings.filter(isIn(section))
    return severities.find((severity) => here.some((finding) => finding.severity === severity))
  }
  const sections = (Object.keys(sectionTitles) as FormSection[]).filter(
    (section) => section !== 'reverse' || role === 'target',
  )
  return (
    <nav className={classes.nav} aria-label="Sections of the form">
      {sections.map((section) => {
        const worst = worstIn(section)
        const open = toChoose.filter(isIn(section)).length
        return (
          <button
            key={section}
            type="button"
            className={classes.section}
            aria-current={section === inSight ? 'true' : undefined}
            title={sectionTitles[section]}
            onClick={() =>
              sectionElements()
                .find((each) => each.dataset['section'] === section)
                ?.scrollIntoView({ block: 'start' })
            }
          >
            {shortTitles[section]}
            {open > 0 && (
              <span className={classes.open}>
                {open}
                <VisuallyHidden> to choose</VisuallyHidden>
              </span>
            )}
            {worst && <SeverityIcon kind={worst} size={14} />}
            {worst && <VisuallyHidden>{worst === 'error' ? 'has errors' : 'has warnings'}</VisuallyHidden>}
          </button>
        )
      })}
    </nav>
  )
}
