// What an import, a move or a template could not match: named above the form until it is chosen, or meant to be empty.
import { Button } from '@mantine/core'
import { settingAccess } from '../../shared/relationship/fieldAccess.ts'
import { fieldPathOf, fields } from '../../shared/relationship/fields.ts'
import { leftOpenWords, stillOpen } from '../../shared/relationship/leftOpen.ts'
import type { DraftForm } from '../settings/settingsFront.ts'
import { useGoToField } from '../ui/behaviour/goToField.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { countOf } from '../../shared/text/counts.ts'

type LeftOpenNoticeProps = {
  form: DraftForm
  saving: boolean
  /** Stores that they are meant to be empty, with what the history says of it. */
  onSettle: (fields: string[], note: string) => void
}

export function LeftOpenNotice({ form, saving, onSettle }: LeftOpenNoticeProps) {
  const { base, draft, dirty } = form
  const goTo = useGoToField()
  const open = stillOpen(base.leftOpen, base.draft, draft).flatMap((each) => {
    const path = fieldPathOf(each.field)
    return path && settingAccess(draft.role, path, draft).mode === 'edit' ? [{ ...each, path }] : []
  })
  if (open.length === 0) return null
  return (
    <Notice
      kind="warning"
      role="status"
      title={`${countOf(open.length, 'setting was', 'settings were')} left open`}
      action={
        <Button
          size="xs"
          variant="default"
          loading={saving}
          disabled={dirty}
          title={dirty ? 'Save or discard the changes first.' : undefined}
          onClick={() =>
            onSettle(
              open.map(({ field }) => field),
              `Left empty: ${leftOpenWords(open)}`.slice(0, 1000),
            )
          }
        >
          Leave empty
        </Button>
      }
    >
      {open.map(({ field, path, name }) => (
        <div key={field}>
          <LinkButton onClick={() => goTo(path)}>{fields[path].label}</LinkButton>: <bdi>{name}</bdi> was not
          found in this connection.
        </div>
      ))}
    </Notice>
  )
}
