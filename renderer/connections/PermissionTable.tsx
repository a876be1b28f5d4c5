// The permission map: which right of the ConnectWise role works, which is missing, which only writing could prove.
import { Button, Table } from '@mantine/core'
import { IconCheck, IconCircleDashed, IconCopy, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { administratorRequest } from '../../shared/connections/administratorRequest.ts'
import type { Needs, Permission } from '../../shared/connections/schema.ts'
import { Chip } from '../ui/Chip.tsx'
import { copyText } from '../ui/copyText.ts'
import classes from './TestPanel.module.css'

type PermissionTableProps = { permissions: readonly Permission[]; companyId: string; needs: Needs }

const states = {
  granted: { tone: 'ok', Icon: IconCheck, word: 'Granted' },
  missing: { tone: 'err', Icon: IconX, word: 'Missing' },
  untested: { tone: 'info', Icon: IconCircleDashed, word: 'Untested' },
} as const

/** "System > Member Maintenance > Inquire All" in its three parts; a level may be absent. */
const partsOf = (right: string) => {
  const [module = '', name = '', level = ''] = right.split(' > ')
  return { module, name, level }
}

export function PermissionTable({ permissions, companyId, needs }: PermissionTableProps) {
  const [said, setSaid] = useState('')
  const missing = permissions.some(({ state }) => state === 'missing')
  const copy = () =>
    setSaid(
      copyText(administratorRequest({ permissions: [...permissions], companyId, needs }))
        ? 'Copied. Paste it into a message to the administrator.'
        : 'The clipboard refused the text. Try again.',
    )
  return (
    <>
      <header className={classes.head}>
        <h2>Permissions</h2>
        <p>For role {needs.role === 'target' ? 'Target' : 'Source'} and the settings chosen above</p>
        <Button
          variant={missing ? 'filled' : 'default'}
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={copy}
        >
          Copy request for the administrator
        </Button>
      </header>
      <p className={classes.said} role="status">
        {said}
      </p>
      <div className={classes.table}>
        <Table verticalSpacing={4} horizontalSpacing={12}>
          <Table.Thead>
            <Table.Tr>
              {['Module > Function', 'Level', 'State', 'Needed for'].map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {permissions.map(({ right, state, neededFor }) => {
              const { module, name, level } = partsOf(right)
              const { tone, Icon, word } = states[state]
              return (
                <Table.Tr key={`${right} ${neededFor}`}>
                  <Table.Td>
                    <span className={classes.grey}>{name && `${module} > `}</span>
                    <b className={classes.right}>{name || module}</b>
                  </Table.Td>
                  <Table.Td>{level}</Table.Td>
                  <Table.Td>
                    <Chip tone={tone} icon={<Icon size={12} aria-hidden />}>
                      {word}
                    </Chip>
                  </Table.Td>
                  <Table.Td>{neededFor}</Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </div>
      <p className={classes.note}>
        “Untested” rights cannot be proven without writing, and Syncwright never writes. A right that is
        granted may still show no rows: ConnectWise then answers with an empty list, not with an error.
      </p>
    </>
  )
}
