// The companion in its own narrow window: the published form field by field, big, beside the browser it is typed into.
import { VisuallyHidden } from '@mantine/core'
import { IconPin, IconPinFilled } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { publishedForm } from '../../../shared/golive/publishedForm.ts'
import type { RelationshipDetail } from '../../../shared/ipc/areas/relationshipCalls.ts'
import { callMain } from '../../api.ts'
import { Logo } from '../../ui/Logo.tsx'
import { EnvironmentBand } from '../../ui/screen/Pane.tsx'
import { problemOf, useConnections, useReadAgainOn, useRelationship } from '../../state/queries.ts'
import { Key } from '../../ui/Key.tsx'
import { useGoLive } from '../useGoLive.ts'
import classes from './Companion.module.css'
import { FieldCard } from './FieldCard.tsx'
import { FieldList } from './FieldList.tsx'
import { useCompanionKeys } from './useCompanionKeys.ts'
import { useCurrentField } from './useCurrentField.ts'
import { useOnTop } from '../onTop.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'

const close = (): void => void callMain('companion:close', {})

export default function Companion({ id }: { id: string }) {
  // Both windows are seen at once, and the main one saves while this one is open.
  useReadAgainOn('focus')
  const detail = useRelationship(id)
  const connections = useConnections().data
  const connection = connections?.find((each) => each.id === detail.data?.draft.connectionId)
  if (detail.error)
    return (
      <main className={classes.window}>
        <ErrorNotice problem={problemOf(detail.error)} />
      </main>
    )
  return detail.data && connections ? <Entering detail={detail.data} connection={connection} /> : null
}

type EnteringProps = { detail: RelationshipDetail; connection: ConnectionView | undefined }

function Entering({ detail: { id, draft, revision }, connection }: EnteringProps) {
  const form = useMemo(() => publishedForm(draft.role, draft), [draft])
  const { goLive, loaded, change, problem } = useGoLive(id)
  const [onTop, setOnTop] = useOnTop(id)
  const field = useCurrentField({ form, goLive, change, loaded })
  useCompanionKeys(field, close)
  useEffect(() => {
    document.title = `${draft.contractName} · Enter the settings`
  }, [draft.contractName])
  const site = draft.apiOverride.enabled ? draft.apiOverride.site : connection?.site
  const done = field.entered
  const Pin = onTop ? IconPinFilled : IconPin
  return (
    <main className={classes.window}>
      <header className={classes.head}>
        <Logo />
        <h1 title={draft.contractName}>
          <bdi>{draft.contractName}</bdi>
        </h1>
        <button type="button" aria-pressed={onTop} className={classes.pin} onClick={() => setOnTop(!onTop)}>
          <Pin size={14} aria-hidden /> On top
        </button>
      </header>
      {connection && (
        <EnvironmentBand
          environment={connection.environment}
          words={<bdi>{site}</bdi>}
          aside={`Revision ${revision.number}`}
        />
      )}
      <div className={classes.progress}>
        <p role="status">
          {done} of {form.length} entered
        </p>
        <span>Enter the settings</span>
        <div className={classes.bar} aria-hidden>
          <div style={{ width: `${(done / Math.max(1, form.length)) * 100}%` }} />
        </div>
      </div>
      <ErrorNotice title="This is not stored" problem={problem} />
      {loaded && (
        <>
          <FieldCard field={field} onClose={close} />
          <FieldList form={form} goLive={goLive} field={field} />
        </>
      )}
      <VisuallyHidden role="status">{field.copied}</VisuallyHidden>
      <footer className={classes.foot}>
        <span>
          <Key>↑</Key> <Key>↓</Key> field
        </span>
        <span>
          <Key>Space</Key> tick
        </span>
        <button type="button" onClick={close}>
          <Key>Esc</Key> back to Go live
        </button>
      </footer>
    </main>
  )
}
