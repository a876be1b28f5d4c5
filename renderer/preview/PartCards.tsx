// Notes, attachments and time entries by who would read them, and those that stay, each with its reason.
import {
  IconClock,
  IconEye,
  IconHome,
  IconMessage2,
  IconPaperclip,
  IconReceipt,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Audience, PreviewItem, PreviewRow } from '../../shared/preview/result.ts'
import { audienceWords, itemVerdictWords } from '../../shared/preview/words.ts'
import type { Relationship } from '../../shared/settings/schema.ts'
import { Chip } from '../ui/Chip.tsx'
import { fieldLinks, wordsOf } from './codeWords.ts'
import { FieldLinks } from './FieldLinks.tsx'
import classes from './Detail.module.css'
import { readersOf, staying } from './readers.ts'

const audienceIcons: Record<Audience, TablerIcon> = {
  customer: IconUsers,
  staff: IconEye,
  invoice: IconReceipt,
}
const kindIcons: Record<PreviewItem['kind'], { Icon: TablerIcon; word: string }> = {
  note: { Icon: IconMessage2, word: 'Note' },
  attachment: { Icon: IconPaperclip, word: 'Attachment' },
  timeEntry: { Icon: IconClock, word: 'Time entry' },
}

function Part({
  item,
  also,
  children,
}: {
  item: PreviewItem
  also: readonly Audience[]
  children?: ReactNode
}) {
  const { Icon, word } = kindIcons[item.kind]
  return (
    <li className={classes.part}>
      <Icon size={15} aria-label={word} className={classes.partIcon} />
      <div className={classes.partWords}>
        <p className={classes.partLabel} title={item.label}>
          <bdi>{item.label}</bdi>
        </p>
        {item.warnings.map((code) => (
          <p key={code} className={classes.partWarning}>
            {wordsOf(code).short}
          </p>
        ))}
        {children}
      </div>
      {also.map((audience) => (
        <span key={audience} className={classes.also}>
          {audienceWords[audience].short}
        </span>
      ))}
      <Chip tone={item.verdict === 'send' ? 'ok' : 'info'}>{itemVerdictWords[item.verdict].short}</Chip>
    </li>
  )
}

type CardProps = { Icon: TablerIcon; title: string; text: string; count: string; children?: ReactNode }

function Card({ Icon, title, text, count, children }: CardProps) {
  return (
    <section className={classes.card} aria-label={title}>
      <h3 className={classes.cardHead}>
        <Icon size={16} aria-hidden />
        {title}
        <span className={classes.cardText}>{text}</span>
        <span className={classes.cardCount}>{count}</span>
      </h3>
      {children && <ul className={classes.parts}>{children}</ul>}
    </section>
  )
}

type PartCardsProps = { row: PreviewRow; relationship: Relationship; onGoTo: (path: string) => void }

/** What stays, each part with its reason, and once the settings that would let it go. */
function StayingCard({ row, relationship, onGoTo }: PartCardsProps) {
  const stay = staying(row.items)
  if (stay.length === 0) return null
  const codes = [...new Set(stay.flatMap(({ reasons }) => reasons))]
  const own: readonly string[] = [...row.reasons, ...row.warnings]
  // What the ticket's own reasons already link to is not linked again.
  const above = new Set([...fieldLinks(own, relationship).values()].flat().map(({ path }) => path))
  const links = [...fieldLinks(codes, relationship, above).values()].flat()
  return (
    <Card
      Icon={IconHome}
      title="Stays"
      text="Does not go along."
      count={`${stay.length} ${stay.length === 1 ? 'stays' : 'stay'}`}
    >
      {stay.map((item) => (
        <Part key={row.items.indexOf(item)} item={item} also={[]}>
          <p className={classes.partReason}>{item.reasons.map((code) => wordsOf(code).short).join(' · ')}</p>
        </Part>
      ))}
      {links.length > 0 && (
        <li className={classes.links}>
          <FieldLinks links={links} onGoTo={onGoTo} />
        </li>
      )}
    </Card>
  )
}

export function PartCards(props: PartCardsProps) {
  const { items } = props.row
  const anySent = items.some(({ verdict }) => verdict === 'send')
  return (
    <>
      {anySent &&
        readersOf(items).map(({ audience, parts }) => (
          <Card
            key={audience}
            Icon={audienceIcons[audience]}
            title={audienceWords[audience].short}
            text={audienceWords[audience].sentence}
            count={
              parts.length === 0 ? 'nothing' : `${parts.length} ${parts.length === 1 ? 'sends' : 'send'}`
            }
          >
            {parts.length > 0 &&
              // Parts have no identity of their own; their place in the ticket is.
              parts.map(({ item, also }) => <Part key={items.indexOf(item)} item={item} also={also} />)}
          </Card>
        ))}
      <StayingCard {...props} />
    </>
  )
}
