// The permission map: which right of the ConnectWise role works, which is missing, which only writing could prove.
import { Table } from '@mantine/core'
import { rightParts, RightName, StateChip } from './RightParts.tsx'
import { RightsHead, type RightsRequest } from './RightsHead.tsx'
import classes from './TestPanel.module.css'
import { TableHead } from '../../ui/screen/TableHead.tsx'

export function PermissionTable(request: RightsRequest) {
  const { permissions } = request
  return (
    <>
      <RightsHead
        title="Permissions"
        request={request}
        primary={permissions.some(({ state }) => state === 'missing')}
      />
      <div className={classes.table}>
        <Table verticalSpacing={4} horizontalSpacing={12} aria-label="Permissions">
          <TableHead titles={['Module > Function', 'Level', 'State', 'Needed for']} />
          <Table.Tbody>
            {permissions.map(({ right, state, neededFor }) => (
              <Table.Tr key={`${right} ${neededFor}`}>
                <Table.Td>
                  <RightName right={right} />
                </Table.Td>
                <Table.Td>{rightParts(right).level}</Table.Td>
                <Table.Td>
                  <StateChip state={state} />
                </Table.Td>
                <Table.Td>{neededFor}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <p className={classes.note}>
        {permissions.some(({ state }) => state === 'untested')
          ? '“Untested” rights cannot be proven without writing, and Syncwright never writes; a right to read is untested when nothing came back. ConnectWise answers a role that may see only its own records with an empty list, not with an error.'
          : 'Rights to write are read from the security role of the API member; nothing is written.'}
      </p>
    </>
  )
}
