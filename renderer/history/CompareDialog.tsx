// Two relationships side by side: what one holds and the other does not, field by field.
import { Modal, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RelationshipSummary } from '../../shared/ipc/relationshipCalls.ts'
import { problemOf, request, useTemplates } from '../state/queries.ts'
import { queryKey } from '../state/queryKeys.ts'
import { templateSettings } from '../../shared/relationship/template.ts'
import { ChangeList } from './ChangeList.tsx'
import { changesBetween } from './changesBetween.ts'
import classes from './History.module.css'
import { useConnectionName } from './useConnectionName.ts'

type CompareDialogProps = {
  first: RelationshipSummary
  relationships: readonly RelationshipSummary[]
  /** The other one; without it the first there is. */
  against?: string
  onClose: () => void
}

export function CompareDialog({ first, relationships, against, onClose }: CompareDialogProps) {
  const others = relationships.filter(({ id }) => id !== first.id)
  const templates = useTemplates().data ?? []
  const [chosen, setOther] = useState<string | null>(null)
  const other = chosen ?? against ?? others[0]?.id ?? templates[0]?.id ?? ''
  const template = templates.find(({ id }) => id === other)
  const connectionName = useConnectionName()
  const { data, error } = useQuery({
    queryKey: queryKey('relationships:get', { id: first.id, against: other }),
    queryFn: async () => {
      const { draft } = await request('relationships:get', { id: first.id })
      if (!template)
        return { before: draft, after: (await request('relationships:get', { id: other })).draft }
      const { role, settings } = template
      // What differs per customer is no difference to a template.
      return {
        before: { ...draft, settings: templateSettings(draft) },
        after: { ...draft, role, settings },
      }
    },
    enabled: other !== '',
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <Modal opened onClose={onClose} size="lg" title={`Compare ${first.contractName}`}>
      <NativeSelect
        label="With"
        data={[
          ...others.map(({ id, contractName, partner }) => ({
            value: id,
            label: `${contractName} (${partner})`,
          })),
          ...templates.map(({ id, name }) => ({ value: id, label: `Template: ${name}` })),
        ]}
        value={other}
        onChange={(event) => setOther(event.currentTarget.value)}
        mb="md"
      />
      {error && <p className={classes.hint}>{problemOf(error).message}</p>}
      {data && <ChangeList changes={changesBetween(data.before, data.after, connectionName)} />}
    </Modal>
  )
}
