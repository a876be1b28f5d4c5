// Two relationships side by side: what one holds and the other does not, field by field.
import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { templateSettings } from '../../shared/relationship/template.ts'
import { KeptPicker } from '../pickers/pickersFront.ts'
import { problemOf, requestValue, useRelationships, useTemplates } from '../state/queries.ts'
import { queryKey } from '../state/queryKeys.ts'
import { Field } from '../ui/Field.tsx'
import { openDialog } from '../openDialog.ts'
import { ChangeList } from './ChangeList.tsx'
import { comparedName } from './comparedName.ts'
import { changesBetween } from './changesBetween.ts'
import classes from './History.module.css'
import { useConnectionName } from './useConnectionName.ts'

export type CompareProps = {
  /** Ids; where one is missing, the first relationship that is left. */
  first?: string
  second?: string
}

export const openCompare = (chosen: CompareProps): void => {
  openDialog({ title: 'Compare relationships', size: 'xl', children: <Compare {...chosen} /> })
}

function Compare({ first, second }: CompareProps) {
  const relationships = useRelationships().data ?? []
  const templates = useTemplates().data ?? []
  const [chosen, setChosen] = useState<string | null>(first ?? null)
  const [against, setAgainst] = useState<string | null>(second ?? null)
  const one = relationships.find(({ id }) => id === chosen) ?? relationships[0]
  const others = relationships.filter(({ id }) => id !== one?.id)
  const known = [...others, ...templates].some(({ id }) => id === against)
  const other = (known ? against : null) ?? others[0]?.id ?? templates[0]?.id ?? ''
  const template = templates.find(({ id }) => id === other)
  const connectionName = useConnectionName()
  const { data, error } = useQuery({
    queryKey: queryKey('relationships:get', { id: one?.id, against: other }),
    queryFn: async () => {
      const { draft } = await requestValue('relationships:get', { id: one?.id ?? '' })
      if (!template)
        return { before: draft, after: (await requestValue('relationships:get', { id: other })).draft }
      const { role, settings } = template
      // What differs per customer is no difference to a template.
      return {
        before: { ...draft, settings: templateSettings(draft) },
        after: { ...draft, role, settings },
      }
    },
    enabled: one !== undefined && other !== '',
    gcTime: 0,
    staleTime: 0,
  })
  const changes = data ? changesBetween(data.before, data.after, connectionName) : []
  const nameOf = comparedName(relationships, connectionName)
  const choices = relationships.map((each) => ({ key: each.id, label: nameOf(each) }))
  const beside = others.find(({ id }) => id === other)
  return (
    <>
      <Stack gap={0} mb="md">
        <Field label="Compare">
          {(ids) => <KeptPicker ids={ids} choices={choices} value={one?.id ?? ''} onChoose={setChosen} />}
        </Field>
        <Field label="With">
          {(ids) => (
            <KeptPicker
              ids={ids}
              choices={[
                ...choices.filter(({ key }) => key !== one?.id),
                ...templates.map(({ id, name }) => ({ key: id, label: `Template: ${name}` })),
              ]}
              value={other}
              onChoose={setAgainst}
            />
          )}
        </Field>
      </Stack>
      {error && <p className={classes.hint}>{problemOf(error).message}</p>}
      {data && (
        <>
          {changes.length > 0 && (
            <p className={classes.hint}>Fields that hold the same in both are left out.</p>
          )}
          <ChangeList
            changes={changes}
            sides={[one ? nameOf(one) : '', template?.name ?? (beside ? nameOf(beside) : '')]}
          />
        </>
      )}
    </>
  )
}
