// One right in a table: its module, function and level, and the state it is in.
import { IconCheck, IconCircleDashed, IconX } from '@tabler/icons-react'
import type { Permission } from '../../../shared/connection/connection.ts'
import { Chip } from '../../ui/Chip.tsx'
import classes from './TestPanel.module.css'

const states = {
  granted: { tone: 'ok', Icon: IconCheck, word: 'Granted' },
  missing: { tone: 'err', Icon: IconX, word: 'Missing' },
  untested: { tone: 'info', Icon: IconCircleDashed, word: 'Untested' },
} as const

export function StateChip({ state }: { state: Permission['state'] }) {
  const { tone, Icon, word } = states[state]
  return (
    <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
      {word}
    </Chip>
  )
}

/** "System > Member Maintenance > Inquire All" in its three parts; a level may be absent. */
export const rightParts = (right: string) => {
  const [module = '', name = '', level = ''] = right.split(' > ')
  return { module, name, level }
}

/** Module and function, the function in bold. */
export function RightName({ right }: { right: string }) {
  const { module, name } = rightParts(right)
  return (
    <>
      <span className={classes.grey}>{name && `${module} > `}</span>
      <b className={classes.right}>{name || module}</b>
    </>
  )
}
