// The requests ConnectWise would receive for a ticket, in order; each can be copied, none is ever sent.
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import type { RequestChange } from '../../../../shared/preview/compare.ts'
import type { PreviewRequest, PreviewRow } from '../../../../shared/preview/result/previewResult.ts'
import type { Relationship } from '../../../../shared/relationship/relationship.ts'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { curlText } from './curl.ts'
import classes from './Requests.module.css'
import result from './Result.module.css'
import { JsonView } from './JsonView.tsx'
import { contentOf, lineNotes, requestHint } from './lineNotes.ts'
import type { Names } from './recordNames.ts'

const pretty = (value: unknown): string => JSON.stringify(value, null, 2)

const changeWords: Record<RequestChange, string> = { new: 'New', changed: 'Changed' }

type RequestCardProps = {
  request: PreviewRequest
  /** Counts from 1, in the order ConnectWise would receive them. */
  number: number
  /** The last change of the form brought it, or made it read otherwise. */
  changed: RequestChange | null
  row: PreviewRow
  names: Names
  relationship: Relationship
}

function RequestCard({ request, number, changed, row, names, relationship }: RequestCardProps) {
  const [wanted, setOpen] = useState<boolean | null>(null)
  const open = wanted ?? (number === 1 || changed !== null)
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <section
      className={result.card}
      aria-label={`Request ${number}`}
      data-changed={changed !== null || undefined}
    >
      <div className={classes.requestHead}>
        <button
          type="button"
          className={classes.requestToggle}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={16} aria-hidden />
          <span className={classes.requestNumber}>{number}</span>
          <span className={classes.method}>{request.method}</span>
          <code className={classes.path}>{request.path}</code>
          {changed && <b className={classes.changed}>{changeWords[changed]}</b>}
          {!open && <bdi className={classes.hint}>{requestHint(request, names)}</bdi>}
        </button>
        {open && (
          <>
            <CopyButton
              label="JSON"
              name={`Copy request ${number} as JSON`}
              text={() => pretty(contentOf(request))}
            />
            <CopyButton
              label="curl"
              name={`Copy request ${number} as curl`}
              text={() => curlText(request, relationship)}
            />
          </>
        )}
      </div>
      {open && (
        <div className={classes.requestBody}>
          {'multipart' in request && <p className={classes.multipart}>multipart/form-data</p>}
          <JsonView value={contentOf(request)} notes={lineNotes(request, names, row.warnings)} />
        </div>
      )}
    </section>
  )
}

/** Why there is nothing to show. */
const noneText: Record<PreviewRow['verdict'], string> = {
  create: 'No request would be made.',
  fail: 'ConnectWise would refuse the ticket itself, so there is no request to show.',
  send: 'Nothing about this ticket would change in ConnectWise. What the partner receives is under What happens.',
  skip: 'The ticket would not be sent, so nothing about it would change in ConnectWise.',
}

type RequestsProps = {
  row: PreviewRow
  names: Names
  relationship: Relationship
  /** Places of the requests that the last change of the form brought or altered. */
  changed: ReadonlyMap<number, RequestChange>
}

export function Requests({ row, names, relationship, changed }: RequestsProps) {
  const { requests } = row
  if (requests.length === 0) return <p className={result.lead}>{noneText[row.verdict]}</p>
  return (
    <>
      <div className={result.leadLine}>
        <p className={result.lead}>
          What ConnectWise would receive, in this order. <b>Nothing is sent from here.</b>
        </p>
        <CopyButton label="Copy all" name="Copy all requests as JSON" text={() => pretty(requests)} />
      </div>
      {requests.map((request, index) => (
        <RequestCard
          // Requests have no identity of their own; their order is what they are.
          key={`${row.key} ${index}`}
          request={request}
          number={index + 1}
          changed={changed.get(index) ?? null}
          row={row}
          names={names}
          relationship={relationship}
        />
      ))}
    </>
  )
}
