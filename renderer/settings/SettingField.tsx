// One setting of the table as a field row: its control, its findings, its changed and kept states.
import { Checkbox, Group, Switch } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { isToChoose } from '../../shared/findings/toChoose.ts'
import { valueAt } from '../../shared/relationship/fieldAccess.ts'
import {
  commentTypeOptions,
  type PlacedField as FieldRules,
  fieldPathOf,
  isRecordPath,
  isSwitch,
} from '../../shared/relationship/fields.ts'
import { lockReason } from '../../shared/relationship/policy.ts'
import { type CommentType, commentTypes } from '../../shared/relationship/relationship.ts'
import { useAppInfo } from '../state/queries.ts'
import { Field, type FieldIds } from '../ui/Field.tsx'
import { askAboutInternal } from './askAboutInternal.ts'
import { chooseFirst } from './narrowedLists.ts'
import classes from './SettingsForm.module.css'
import type { SettingContext } from './settingContext.ts'
import { SettingPicker } from './SettingPicker.tsx'
import type { DraftForm } from './useDraft.ts'
import { wordsBeside } from '../ui/words/settingWords.ts'

type SettingFieldProps = SettingContext & { field: FieldRules }

const isFilled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value))

/** A row of the form for everything but the override's credentials. */
export function SettingField({ field, ...context }: SettingFieldProps) {
  const { form, findings } = context
  const { path } = field
  // What cannot be chosen yet is not missing here: the box says what comes before it.
  const waits = isRecordPath(path) && chooseFirst(path, form.draft) !== null
  const problems = findings
    .filter((finding) => fieldPathOf(finding.field) === path && !(waits && isToChoose(finding)))
    .map((finding) => ({ ...finding, evident: isToChoose(finding) }))
  const required = field.required.includes(form.draft.role)
  const help = required || field.section !== 'defaults' ? field.help : `${field.help} Optional.`
  const locked = lockReason(useAppInfo().data?.policy.policy.locked ?? {}, path)
  return (
    <Field
      label={field.label}
      path={path}
      required={required}
      nested={field.gate !== undefined}
      // What a switch does is always said, beside it; what a chosen value is for, only while one is there.
      help={
        field.control !== 'switch' &&
        (isFilled(valueAt(form.draft, path)) ? <span className={classes.quiet}>{help}</span> : help)
      }
      problems={problems}
      changedFrom={
        form.changed.has(path)
          ? wordsBeside(valueAt(form.base.draft, path), valueAt(form.draft, path))
          : undefined
      }
      isFirst={!isSwitch(path) && !isFilled(valueAt(form.base.draft, path))}
      onReset={() => form.reset(path)}
      note={locked ? `Locked by your administrator: ${locked}` : form.notes[path]}
      group={field.control === 'checkboxes'}
    >
      {(ids) => control(field, ids, context, locked !== undefined)}
    </Field>
  )
}

function control(field: FieldRules, ids: FieldIds, context: SettingContext, locked: boolean): ReactNode {
  const { form } = context
  const { path } = field
  if (path === 'commentTypes')
    return <CommentTypes ids={ids} form={form} relationshipId={context.relationshipId} locked={locked} />
  if (isSwitch(path)) {
    return (
      <HelpedSwitch
        ids={ids}
        help={field.help}
        disabled={locked}
        checked={Boolean(valueAt(form.draft, path))}
        onChange={(on) => form.set(path, on)}
      />
    )
  }
  return isRecordPath(path) ? <SettingPicker path={path} ids={ids} {...context} /> : null
}

type HelpedSwitchProps = {
  ids: FieldIds
  help: string
  disabled: boolean
  checked: boolean
  onChange: (on: boolean) => void
}

/** A switch with what it does beside it. */
function HelpedSwitch({ ids, help, disabled, checked, onChange }: HelpedSwitchProps) {
  const about = useId()
  return (
    <Switch
      {...ids}
      aria-describedby={[about, ids['aria-describedby']].filter(Boolean).join(' ')}
      label={<span id={about}>{help}</span>}
      classNames={{ root: classes.switchLine, label: classes.beside }}
      disabled={disabled}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}

/** Three checkboxes, each saying who reads such a note. */
function CommentTypes(props: { ids: FieldIds; form: DraftForm; relationshipId: string; locked: boolean }) {
  const { ids, form, relationshipId, locked } = props
  const { draft } = form
  const chosen = draft.settings.commentTypes
  const sendsTickets = draft.role === 'source' || draft.settings.reverseSync.enabled
  const put = (type: CommentType, on: boolean) =>
    form.set(
      'commentTypes',
      commentTypes.filter((each) => (each === type ? on : chosen.includes(each))),
    )
  const choose = (type: CommentType, on: boolean) => {
    put(type, on)
    if (type === 'internal' && on && sendsTickets)
      askAboutInternal(relationshipId, draft.partner, () => put(type, false))
  }
  return (
    <div
      role="group"
      id={ids.id}
      aria-labelledby={ids['aria-labelledby']}
      aria-describedby={ids['aria-describedby']}
    >
      <Group gap="lg" mt={6}>
        {commentTypes.map((type) => (
          <Checkbox
            key={type}
            size="xs"
            label={commentTypeOptions[type].label}
            disabled={locked}
            checked={chosen.includes(type)}
            aria-invalid={ids['aria-invalid']}
            onChange={(event) => choose(type, event.currentTarget.checked)}
            styles={{ label: { fontSize: 13, fontWeight: 500 } }}
          />
        ))}
      </Group>
      <ul className={classes.readers}>
        {commentTypes
          .filter((type) => chosen.includes(type))
          .map((type) => (
            <li key={type}>
              <b>{commentTypeOptions[type].label}:</b> {commentTypeOptions[type].readBy}
            </li>
          ))}
      </ul>
    </div>
  )
}
