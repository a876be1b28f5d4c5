// One ticket in words: what would happen, why (or why not) with links to the settings, and who would read which part.
import { IconArrowRight } from '@tabler/icons-react'
import type { PreviewItem, PreviewRow } from '../../../shared/preview/result/previewResult.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { SeverityIcon } from '../../ui/SeverityIcon.tsx'
import { besideSettings, fieldLinks, codeWords } from '../list/codeWords.ts'
import { ChangeBlock, type ShownChange } from './ChangeBlock.tsx'
import { FieldLinks } from './FieldLinks.tsx'
import classes from './WhatHappens.module.css'
import type { Names } from './requests/recordNames.ts'
import { PartCards } from './PartCards.tsx'
import type { Detail } from '../judging/judgingSession.ts'
import { type Fact, inboundFacts, outboundFacts, storyOf } from './story.ts'

const noParts: ReadonlyMap<number, PreviewItem['verdict']> = new Map()

type Shared = { relationship: Relationship }

function Codes({ row, relationship }: Shared & { row: PreviewRow }) {
  const told: { code: string; kind: 'error' | 'warning' | 'info' }[] = [
    ...row.reasons.map((code) => ({
      code,
      kind: row.verdict === 'fail' ? ('error' as const) : ('info' as const),
    })),
    ...row.warnings.map((code) => ({ code, kind: 'warning' as const })),
  ]
  if (told.length === 0) return null
  const links = fieldLinks([...row.reasons, ...row.warnings], relationship)
  return (
    <ul className={classes.codes}>
      {told.map(({ code, kind }) => (
        <li key={code} data-kind={kind}>
          <SeverityIcon kind={kind} size={15} />
          <div>
            <p>{codeWords(code).sentence}</p>
            <FieldLinks links={links.get(code) ?? []} />
            <p className={classes.beside}>{besideSettings(code, relationship)}</p>
          </div>
          <code className={classes.code}>{code}</code>
        </li>
      ))}
    </ul>
  )
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null
  return (
    <dl className={classes.facts} data-pairs={facts.length === 4 || undefined}>
      {facts.map(({ from, to, value, note, warn }) => (
        <div key={from} className={classes.fact}>
          <dt>
            <bdi>{from}</bdi>
            {to !== null && (
              <>
                <IconArrowRight size={12} aria-label="becomes" /> {to}
              </>
            )}
            {note && (
              <span className={classes.factNote} data-warn={warn || undefined}>
                {note}
              </span>
            )}
          </dt>
          <dd title={value}>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const factsOf = (detail: Detail, names: Names): Fact[] =>
  'key' in detail.ticket
    ? inboundFacts(detail.ticket, detail.row.requests, names)
    : outboundFacts(detail.ticket, detail, names)

type WhatHappensProps = Shared & {
  detail: Detail
  names: Names
  lastChange: ShownChange | null
  /** Places of the parts that the unsaved changes newly let go. */
  fresh: ReadonlySet<number>
}

export function WhatHappens(props: WhatHappensProps) {
  const { detail, names, lastChange, fresh, relationship } = props
  return (
    <>
      {lastChange && <ChangeBlock change={lastChange} names={names} />}
      <p className={classes.story}>
        {storyOf(detail, relationship, names).map(({ text, strong }, index) =>
          strong ? (
            <b key={`${index} ${text}`}>
              <bdi>{text}</bdi>
            </b>
          ) : (
            <span key={`${index} ${text}`}>{text}</span>
          ),
        )}
      </p>
      <Codes row={detail.row} relationship={relationship} />
      <Facts facts={factsOf(detail, names)} />
      <PartCards
        detail={detail}
        before={lastChange?.partsBefore ?? noParts}
        fresh={fresh}
        relationship={relationship}
      />
    </>
  )
}
