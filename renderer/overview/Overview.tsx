// All relationships in one table: state, role, where tickets land, who reads what leaves, last change.
import { Button } from '@mantine/core'
import { IconArrowsDiff, IconLink, IconPlus, IconTemplate } from '@tabler/icons-react'
import { useDeferredValue, useRef } from 'react'
import { Pane } from '../ui/screen/Pane.tsx'
import { useWritten, WrittenNotice } from '../ui/screen/WrittenNotice.tsx'
import { ChangedRecords } from '../connections/refresh/ChangedRecords.tsx'
import { showCompare } from '../history/showCompare.ts'
import { useNavigation } from '../state/navigation.tsx'
import { useConnections, useRelationships } from '../state/queries.ts'
import { countOf } from '../../shared/text/counts.ts'
import { useWindowState, windowState } from '../state/windowState.ts'
import { firstQuery, type OverviewQuery } from './arrangeOverview.ts'
import { FirstStep } from './FirstStep.tsx'
import classes from './Overview.module.css'
import { OverviewRows } from './OverviewRows.tsx'
import { openTemplates } from './TemplatesDialog.tsx'
import { OverviewTools } from './OverviewTools.tsx'

const overviewQuery = windowState<OverviewQuery>(firstQuery)

export default function Overview() {
  const { go } = useNavigation()
  const connections = useConnections().data ?? []
  const relationships = useRelationships().data ?? []
  const [query, setQuery] = useWindowState(overviewQuery)
  const body = useRef<HTMLDivElement>(null)
  const [written, setWritten] = useWritten('overview')
  const asked = useDeferredValue(query)
  const change = (part: Partial<OverviewQuery>) => setQuery((before) => ({ ...before, ...part }))
  const head = (
    <header className={classes.head}>
      <h1>Overview</h1>
      {relationships.length > 0 && (
        // How many are ready stands in the filters below.
        <p className={classes.summary}>
          {countOf(relationships.length, 'relationship')} on {countOf(connections.length, 'connection')}
        </p>
      )}
      <span className={classes.actions}>
        {relationships.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconLink size={16} />}
            onClick={() => go({ name: 'whereUsed', target: null, record: null })}
          >
            Where used
          </Button>
        )}
        {relationships.length > 1 && (
          <Button variant="default" leftSection={<IconArrowsDiff size={16} />} onClick={() => showCompare()}>
            Compare
          </Button>
        )}
        {relationships.length > 0 && (
          <Button variant="default" leftSection={<IconTemplate size={16} />} onClick={openTemplates}>
            Templates
          </Button>
        )}
        <Button
          leftSection={<IconPlus size={16} />}
          onClick={() => go({ name: 'newRelationship', connectionId: null })}
        >
          New relationship
        </Button>
      </span>
    </header>
  )
  return (
    <Pane head={head}>
      <div ref={body} className={classes.body}>
        <FirstStep connections={connections} relationships={relationships.length} />
        {relationships.length > 0 && (
          <>
            <ChangedRecords connections={connections} />
            {written && <WrittenNotice written={written} onDismiss={() => setWritten(null)} />}
            <OverviewTools
              relationships={relationships}
              query={query}
              onQuery={change}
              onLeave={() => body.current?.querySelector<HTMLElement>('[role="cell"] button')?.focus()}
            />
            <OverviewRows query={asked} onQuery={setQuery} onWritten={setWritten} />
          </>
        )}
      </div>
    </Pane>
  )
}
