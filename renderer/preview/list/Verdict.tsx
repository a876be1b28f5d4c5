// A ticket's verdict as icon and word, the same in the list and in the detail.
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  type TablerIcon,
} from '@tabler/icons-react'
import { verdictWords } from '../../../shared/preview/words/previewWords.ts'
import { Chip } from '../../ui/Chip.tsx'
import { type GroupId, groupIdOf, type VerdictTone } from '../judging/groups.ts'
import type { TicketOutcome } from '../judging/outcomes.ts'
import { countOf } from '../../../shared/text/counts.ts'

const looks: Record<GroupId, { tone: VerdictTone; Icon: TablerIcon }> = {
  fail: { tone: 'err', Icon: IconCircleX },
  warned: { tone: 'warn', Icon: IconAlertTriangle },
  fine: { tone: 'ok', Icon: IconCircleCheck },
  skip: { tone: 'info', Icon: IconCircleMinus },
}

/** The icon of a group; decorative, a word stands beside it. */
export function GroupIcon({ group, size = 14 }: { group: GroupId; size?: number }) {
  const { tone, Icon } = looks[group]
  return <Icon size={size} color={`var(--sw-${tone})`} aria-hidden style={{ flexShrink: 0 }} />
}

/** "Create", or with `counted` "Create, 2 warnings". */
export function VerdictMark({ outcome, counted = false }: { outcome: TicketOutcome; counted?: boolean }) {
  const { tone, Icon } = looks[groupIdOf(outcome)]
  const count = outcome.warnings.length
  const more = counted && count > 0 ? `, ${countOf(count, 'warning')}` : ''
  return (
    <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
      {verdictWords[outcome.verdict].short}
      {more}
    </Chip>
  )
}
