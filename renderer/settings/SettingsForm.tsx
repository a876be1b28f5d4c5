// The settings of one relationship in the four sections of the published form.
import { type FocusEvent, type ReactNode, useState } from 'react'
import type { ConnectionView } from '../../shared/connection/connection.ts'
import { settingAccess, keptButUnused, valueAt } from '../../shared/relationship/fieldAccess.ts'
import { type FormSection, sectionTitles } from '../../shared/relationship/fieldRow.ts'
import { fieldsOf, type PlacedField } from '../../shared/relationship/fields.ts'
import { markHere } from './markHere.ts'
import { OverrideSection } from './OverrideSection.tsx'
import type { SettingContext } from './settingContext.ts'
import { SettingField } from './SettingField.tsx'
import classes from './SettingsForm.module.css'
import { settingWords } from '../ui/words/settingWords.ts'
import { LinkButton } from '../ui/LinkButton.tsx'

type SettingsFormProps = SettingContext & {
  connection: ConnectionView
  savedOverrideKey: 'saved' | 'needed'
  /** The focus leaves a setting. */
  onBlur: (event: FocusEvent) => void
}

/** Filters beyond the boards are asked for rarely: they appear when wanted or when they hold something. */
const isFurtherFilter = ({ control, required }: PlacedField) => control === 'many' && required.length === 0

export function SettingsForm({ connection, savedOverrideKey, onBlur, ...context }: SettingsFormProps) {
  const { draft } = context.form
  const partner = <bdi>{draft.partner}</bdi>
  const about: Record<FormSection, ReactNode> = {
    defaults:
      draft.role === 'target' ? (
        <>What every ticket from {partner} gets when it is created in your ConnectWise.</>
      ) : (
        <>
          Which tickets go to {partner}, and what tickets created by {partner} get here.
        </>
      ),
    content: 'Which parts of a ticket are synced.',
    reverse: <>Which of your own ConnectWise tickets go back to {partner}.</>,
    override: 'Keys of its own for this relationship, instead of those of the connection.',
  }
  return (
    <div className={classes.columns} onBlur={onBlur} onFocus={markHere}>
      <div>
        <FormSection section="defaults" about={about.defaults}>
          <SectionFields section="defaults" {...context} />
        </FormSection>
        <FormSection section="content" about={about.content}>
          <SectionFields section="content" {...context} />
        </FormSection>
      </div>
      <div>
        {draft.role === 'target' && (
          <FormSection section="reverse" about={about.reverse}>
            <SectionFields section="reverse" {...context} />
          </FormSection>
        )}
        <FormSection section="override" about={about.override}>
          <OverrideSection connection={connection} savedKey={savedOverrideKey} {...context} />
        </FormSection>
        <KeptValues {...context} />
      </div>
    </div>
  )
}

function FormSection({
  section,
  about,
  children,
}: {
  section: FormSection
  about: ReactNode
  children: ReactNode
}) {
  return (
    <section className={classes.section} data-section={section}>
      <h2 className={classes.title}>{sectionTitles[section]}</h2>
      <p className={classes.about}>{about}</p>
      {children}
    </section>
  )
}

function SectionFields({ section, ...context }: SettingContext & { section: FormSection }) {
  const { draft } = context.form
  const [wanted, setWanted] = useState(false)
  const shown = fieldsOf(section).filter(
    ({ path }) => settingAccess(draft.role, path, draft).mode !== 'hidden',
  )
  const further = shown.filter(
    (field) => isFurtherFilter(field) && !wanted && field.records?.read(draft).length === 0,
  )
  return (
    <>
      {shown
        .filter((field) => !further.includes(field))
        .map((field) => (
          <SettingField key={field.path} field={field} {...context} />
        ))}
      {further.length > 0 && (
        <p className={classes.further}>
          <LinkButton onClick={() => setWanted(true)}>Narrow the filter further</LinkButton>
        </p>
      )}
    </>
  )
}

/** Values that a gate or the role hides: they stay in the draft and count for nothing. */
function KeptValues({ form }: SettingContext) {
  const [open, setOpen] = useState(false)
  // While the override is off its fields show the connection's values, so its own kept ones are listed too.
  const kept = keptButUnused(form.draft.role, form.draft)
  if (kept.length === 0) return null
  return (
    <section className={classes.kept}>
      <p>
        {kept.length === 1 ? 'One value is' : `${kept.length} values are`} kept but not used: hidden by the
        role or by a switch, never exported.{' '}
        <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide them' : 'Show them'}
        </LinkButton>
      </p>
      {open && (
        <dl>
          {kept.map(({ path, label }) => (
            <div key={path}>
              <dt>{label}</dt>
              <dd>
                {settingWords(valueAt(form.draft, path))}
                <small>{settingAccess(form.draft.role, path, form.draft).reason}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
