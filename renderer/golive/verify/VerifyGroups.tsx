// The compared tickets in groups, what reached somebody it should not first; where there is room, a list with one ticket beside it.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconQuestionMark,
  type TablerIcon,
} from '@tabler/icons-react'
import { Fragment, type ReactNode, useMemo, useState } from 'react'
import type { Verification } from '../../../shared/preview/verify/verify.ts'
import { isLeak, type VerifyRow } from '../../../shared/preview/verify/verifyResult.ts'
import { useWidth } from '../../ui/behaviour/laidOut.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { FoldHead } from '../../ui/screen/FoldHead.tsx'
import { TicketSteps } from '../../ui/screen/TicketSteps.tsx'
import { Accept, type Acceptance } from './acceptance.tsx'
import classes from './Verify.module.css'
import { VerifiedTicket } from './VerifiedTicket.tsx'
import { VerifyLine } from './VerifyLine.tsx'
import { moveFocus } from '../../ui/behaviour/rowHabits.ts'

type GroupId = 'leaks' | 'differs' | 'missing' | 'ambiguous' | 'as-expected'

const groups: readonly { id: GroupId; title: string; Icon: TablerIcon }[] = [
  { id: 'leaks', title: 'Reached somebody it should not', Icon: IconCircleX },
  { id: 'differs', title: 'Differs', Icon: IconAlertTriangle },
  { id: 'missing', title: 'Missing', Icon: IconCircleMinus },
  { id: 'ambiguous', title: 'Ambiguous', Icon: IconQuestionMark },
  { id: 'as-expected', title: 'As expected', Icon: IconCircleCheck },
]

const groupOf = ({ state, differences }: VerifyRow): GroupId => (differences.some(isLeak) ? 'leaks' : state)

/** As many rows of a group are shown at once. */
const firstRows = 50

/** From this width on the list and one ticket of it stand side by side, in pixels. */
const besideFrom = 860

type Placed = { row: VerifyRow; index: number; title: string }

type VerifyGroupsProps = {
  verification: Verification
  rows: readonly VerifyRow[]
  titles: ReadonlyMap<string, string>
  /** null where the shown comparison is not the one that is noted. */
  acceptance: Acceptance | null
  /** The tickets beside the sample, before those that came as expected. */
  extra: ReactNode
}

export function VerifyGroups({ verification, rows, titles, acceptance, extra }: VerifyGroupsProps) {
  const [box, width] = useWidth<HTMLDivElement>()
  const [chosen, setChosen] = useState<number | null>(null)
  const [folded, setFolded] = useState<ReadonlySet<GroupId>>(new Set(['as-expected']))
  const placed = useMemo(
    () => rows.map((row, index): Placed => ({ row, index, title: titles.get(row.key) ?? row.key })),
    [rows, titles],
  )
  const grouped = groups.map((group) => ({
    ...group,
    placed: placed.filter(({ row }) => groupOf(row) === group.id),
  }))
  const order = grouped.flatMap((group) => group.placed)
  const shown = placed[chosen ?? -1] ?? order[0]
  const at = order.findIndex((one) => one === shown)
  const fold = (id: GroupId, closes: boolean) =>
    setFolded((before) => new Set(closes ? [...before, id] : [...before].filter((each) => each !== id)))
  const step = (by: 1 | -1) => {
    const next = order[at + by]
    if (!next) return
    setChosen(next.index)
    fold(groupOf(next.row), false)
  }
  const isBeside = width >= besideFrom
  const accept = (some: readonly Placed[]) =>
    acceptance && <Accept rows={rows} indices={some.map(({ index }) => index)} acceptance={acceptance} />
  const draw = (one: Placed) =>
    isBeside ? (
      <VerifyLine
        key={one.index}
        {...one}
        isAccepted={acceptance?.accepted[one.index] ?? false}
        isShown={one === shown}
        onShow={() => setChosen(one.index)}
      />
    ) : (
      <li key={one.index} className={classes.row}>
        <VerifiedTicket {...one} verification={verification} accept={accept([one])} />
      </li>
    )
  return (
    <div ref={box} className={classes.compared} data-beside={isBeside || undefined}>
      <div className={classes.list} onKeyDown={(event) => moveFocus(event, '[data-line]')?.click()}>
        {grouped.map((group) => (
          <Fragment key={group.id}>
            {group.id === 'as-expected' && extra}
            {group.placed.length > 0 && (
              <Group
                {...group}
                open={!folded.has(group.id)}
                onToggle={() => fold(group.id, !folded.has(group.id))}
                draw={draw}
                accept={group.placed.length > 1 && group.id !== 'leaks' && accept(group.placed)}
              />
            )}
          </Fragment>
        ))}
      </div>
      {isBeside && shown && (
        <section className={classes.beside} aria-label="Compared ticket">
          <VerifiedTicket
            key={shown.index}
            {...shown}
            verification={verification}
            accept={accept([shown])}
            steps={<TicketSteps place={{ at: at + 1, of: order.length }} onStep={step} />}
          />
        </section>
      )}
    </div>
  )
}

type GroupProps = (typeof groups)[number] & {
  placed: readonly Placed[]
  open: boolean
  onToggle: () => void
  draw: (one: Placed) => ReactNode
  accept: ReactNode
}

function Group({ id, title, Icon, placed, open, onToggle, draw, accept }: GroupProps) {
  const [shown, setShown] = useState(firstRows)
  return (
    <section className={classes.group} data-group={id} aria-label={title}>
      <FoldHead title={title} Icon={Icon} open={open} onToggle={onToggle}>
        {placed.length}
      </FoldHead>
      {open && accept}
      {open && <ul>{placed.slice(0, shown).map(draw)}</ul>}
      {open && placed.length > shown && (
        <LinkButton onClick={() => setShown(shown + 500)}>{placed.length - shown} more</LinkButton>
      )}
    </section>
  )
}
