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
import type { Audience, PreviewItem } from '../../../shared/preview/result/previewResult.ts'
import { audienceWords, itemVerdictWords } from '../../../shared/preview/words/previewWords.ts'
import type { Relationship } from '../../../shared/relationship/relationship.ts'
import { countOf } from '../../../shared/text/counts.ts'
import { Chip } from '../../ui/Chip.tsx'
import { BeforeChip } from './ChangeBlock.tsx'
import { fieldLinks, codeWords } from '../list/codeWords.ts'
import { newlyGoing } from '../list/comparisonWords.ts'
import { FieldLinks } from './FieldLinks.tsx'
import classes from './PartCards.module.css'
import result from './requests/Result.module.css'
import { type PartWords, partWords } from './partWords.ts'
import { readersOf, stayingItems } from './readers.ts'
import type { Detail } from '../judging/judgingSession.ts'

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

type PartProps = {
  item: PreviewItem
  words: PartWords | undefined
  also: readonly Audience[]
  /** The unsaved changes let it go: said in words, else null. */
  news: string | null
  /** What became of it before the last change, where that was something else. */
  before: PreviewItem['verdict'] | undefined
}

function Part({ item, words, also, news, before }: PartProps) {
  const { Icon, word } = kindIcons[item.kind]
  const why =
    item.verdict === 'send' ? words?.why : item.reasons.map((code) => codeWords(code).short).join(' · ')
  return (
    <li className={classes.part} data-changed={before !== undefined || undefined}>
      <Icon size={15} aria-label={word} className={classes.partIcon} />
      <p className={classes.partLabel} title={item.label}>
        <bdi>{words?.title ?? item.label}</bdi>
      </p>
      <p className={classes.partChips}>
        {also.map((audience) => (
          <span key={audience} className={classes.also}>
            {audienceWords[audience].short}
          </span>
        ))}
        {before && <BeforeChip>{itemVerdictWords[before].short}</BeforeChip>}
        <Chip tone={item.verdict === 'send' ? 'ok' : 'info'}>{itemVerdictWords[item.verdict].short}</Chip>
      </p>
      <p className={classes.partMeta}>
        <bdi>{words?.meta}</bdi>
      </p>
      <p className={classes.partWhy}>
        {news && <b className={classes.partNews}>{news}</b>}
        {item.warnings.map((code) => (
          <span key={code} className={classes.partWarning}>
            {codeWords(code).short}
          </span>
        ))}
        <span>{why}</span>
      </p>
    </li>
  )
}

type CardProps = { Icon: TablerIcon; title: string; text: string; count: string; children?: ReactNode }

function Card({ Icon, title, text, count, children }: CardProps) {
  return (
    <section className={result.card} aria-label={title}>
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

type PartCardsProps = {
  detail: Detail
  /** What became of each changed part before the last change, by its place. */
  before: ReadonlyMap<number, PreviewItem['verdict']>
  /** Places of the parts that the unsaved changes newly let go. */
  fresh: ReadonlySet<number>
  relationship: Relationship
}

/** Below the parts that stay: once, the settings that would let them go. */
function WaysOut({ detail, relationship }: Omit<PartCardsProps, 'fresh' | 'before'>) {
  const { row } = detail
  const codes = [...new Set(stayingItems(row.items).flatMap(({ reasons }) => reasons))]
  const own: readonly string[] = [...row.reasons, ...row.warnings]
  // What the ticket's own reasons already link to is not linked again.
  const above = new Set([...fieldLinks(own, relationship).values()].flat().map(({ path }) => path))
  const links = [...fieldLinks(codes, relationship, above).values()].flat()
  return (
    links.length > 0 && (
      <li className={classes.links}>
        <FieldLinks links={links} />
      </li>
    )
  )
}

/** An audience without parts of its own says where the parts are that it reads too. */
function partCount(audience: Audience, own: number, items: readonly PreviewItem[]): string {
  if (own > 0) return countOf(own, 'part')
  const elsewhere = items.filter((item) => item.verdict === 'send' && item.audience.includes(audience))
  return elsewhere.length === 0 ? 'nothing' : `${elsewhere.length}, listed above`
}

export function PartCards({ detail, before, fresh, relationship }: PartCardsProps) {
  const { items } = detail.row
  const words = partWords(detail, relationship)
  const flow = 'key' in detail.ticket ? 'inbound' : 'outbound'
  const stay = stayingItems(items)
  const part = (item: PreviewItem, also: readonly Audience[]) => {
    // Parts have no identity of their own; their place in the ticket is.
    const place = items.indexOf(item)
    const news = fresh.has(place) ? `Would ${newlyGoing[flow]}` : null
    return (
      <Part key={place} item={item} words={words[place]} also={also} news={news} before={before.get(place)} />
    )
  }
  return (
    <>
      {stay.length < items.length &&
        readersOf(items).map(({ audience, parts }) => (
          <Card
            key={audience}
            Icon={audienceIcons[audience]}
            title={audienceWords[audience].short}
            text={audienceWords[audience].sentence}
            count={partCount(audience, parts.length, items)}
          >
            {parts.length > 0 && parts.map(({ item, also }) => part(item, also))}
          </Card>
        ))}
      {stay.length > 0 && (
        <Card Icon={IconHome} title="Stays" text="Does not go along." count={countOf(stay.length, 'part')}>
          {stay.map((item) => part(item, []))}
          <WaysOut detail={detail} relationship={relationship} />
        </Card>
      )}
    </>
  )
}
