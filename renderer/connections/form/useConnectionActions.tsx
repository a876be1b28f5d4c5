// What can be done with a whole connection from its list and from its head: export its lists, delete it with a way back.
import { askBeforeLoss } from '../../ui/behaviour/askOnce.ts'
import type { ConnectionView } from '../../../shared/connection/connection.ts'
import { daysInBin } from '../../../shared/ipc/daysInBin.ts'
import type { RelationshipSummary } from '../../../shared/ipc/areas/relationshipCalls.ts'
import { useBin } from '../../bin/useBin.tsx'
import { type WriteOutcome, writeFor } from '../../ui/screen/WrittenNotice.tsx'
import { useNavigation } from '../../state/navigation.tsx'
import { requestValue, useRelationships } from '../../state/queries.ts'
import classes from './ConnectionFields.module.css'

export function useConnectionActions() {
  const { goFromHere, setUnsaved } = useNavigation()
  const { remove } = useBin()
  const relationships = useRelationships().data ?? []
  return {
    exportReference: ({ id }: ConnectionView, keep: (outcome: WriteOutcome) => void) =>
      writeFor(keep, 'Not exported', async () => {
        const written = await requestValue('files:exportReference', { connectionId: id })
        return written && { ...written, verb: 'Exported' }
      }),
    /** The question names the relationships that use it. */
    askRemove: ({ id, name }: ConnectionView) => {
      const uses = relationships.filter(({ connectionId }) => connectionId === id)
      askBeforeLoss({
        title: `Delete ${name}?`,
        text: <Consequences uses={uses} />,
        confirm: 'Delete connection',
        cancel: 'Keep it',
        onConfirm: () => {
          const goOn = goFromHere()
          void remove({ kind: 'connection', id, name }, () => {
            setUnsaved(false)
            goOn({ name: 'connections' })
          })
        },
      })
    },
  }
}

function Consequences({ uses }: { uses: readonly RelationshipSummary[] }) {
  return (
    <>
      {uses.length > 0 && (
        <>
          {uses.length === 1
            ? 'This relationship uses it. It stays, without a connection:'
            : 'These relationships use it. They stay, without a connection:'}
          <ul className={classes.used}>
            {uses.map(({ id, contractName, partner }) => (
              <li key={id}>
                <b>
                  <bdi>{contractName}</bdi>
                </b>
                , <bdi>{partner}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        It stays in the bin for {daysInBin} days with its lists and samples. Its private key is erased and has
        to be entered again. Nothing in ConnectWise changes.
      </p>
    </>
  )
}
