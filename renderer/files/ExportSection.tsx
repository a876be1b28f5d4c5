// The way out: the chosen relationships as one file, without any key.
import { Button } from '@mantine/core'
import { IconCheckbox, IconDownload, IconExternalLink, IconPackageExport } from '@tabler/icons-react'
import { memo, useState } from 'react'
import { useNavigation } from '../state/navigation.tsx'
import { problemOf, useChange, useRelationships } from '../state/queries.ts'
import { type MenuEntry, useContextMenu } from '../ui/screen/ContextMenu.tsx'
import { Notice } from '../ui/Notice.tsx'
import { BundleDialog } from './BundleDialog.tsx'
import { ExportTable, withMarks } from './ExportTable.tsx'
import { useWritten, WrittenNotice } from '../ui/screen/WrittenNotice.tsx'
import classes from './Files.module.css'
import { ErrorNotice } from '../ui/ErrorNotice.tsx'
import { countOf } from '../../shared/text/counts.ts'

/** Nothing of it changes while files come in, and hundreds may come at once. */
export const ExportSection = memo(function ExportSection() {
  const relationships = useRelationships().data ?? []
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [packing, setPacking] = useState(false)
  const [written, setWritten] = useWritten('files')
  const write = useChange('files:export')
  const chosen = relationships.filter(({ id }) => marked.has(id))
  const unready = chosen.filter(({ readiness }) => !readiness.ready).length
  const { go } = useNavigation()
  const { show, menu } = useContextMenu()
  const exportIds = (ids: string[]) =>
    write.mutate({ ids }, { onSuccess: (result) => result && setWritten({ ...result, verb: 'Exported' }) })
  const entriesOf = (id: string): MenuEntry[] => [
    { label: 'Open', icon: <IconExternalLink size={16} />, run: () => go({ name: 'relationship', id }) },
    {
      label: marked.has(id) ? 'Leave out' : 'Select',
      icon: <IconCheckbox size={16} />,
      run: () => setMarked(withMarks(marked, [id], !marked.has(id))),
    },
    {
      label: 'Select only this one',
      icon: <IconCheckbox size={16} />,
      run: () => setMarked(new Set([id])),
    },
    { label: 'Export this one', icon: <IconDownload size={16} />, run: () => exportIds([id]) },
  ]
  if (relationships.length === 0)
    return (
      <section className={classes.section}>
        <h2>Export</h2>
        <p className={classes.about}>No relationship yet. What is built here can leave as a file.</p>
      </section>
    )
  return (
    <section className={classes.section}>
      <header className={classes.sectionHead}>
        <div>
          <h2>Export</h2>
          <p className={classes.about}>
            One file with the chosen relationships, as they were last saved. The same content gives the same
            bytes.
          </p>
        </div>
        <div className={classes.links}>
          <Button
            variant="default"
            leftSection={<IconPackageExport size={16} aria-hidden />}
            disabled={chosen.length === 0}
            onClick={() => setPacking(true)}
          >
            Field bundle
          </Button>
          <Button
            leftSection={<IconDownload size={16} aria-hidden />}
            disabled={chosen.length === 0}
            loading={write.isPending}
            onClick={() => exportIds(chosen.map(({ id }) => id))}
          >
            Export selected
          </Button>
        </div>
      </header>
      {packing && <BundleDialog ids={chosen.map(({ id }) => id)} onClose={() => setPacking(false)} />}
      <ErrorNotice problem={write.error && problemOf(write.error)} />
      {written && <WrittenNotice written={written} onDismiss={() => setWritten(null)} />}
      {unready > 0 && (
        <Notice kind="info">
          {countOf(unready, 'chosen relationship is', 'chosen relationships are')} not ready. It exports too;
          open places stay "not chosen yet".
        </Notice>
      )}
      <ExportTable
        relationships={relationships}
        marked={marked}
        onMark={setMarked}
        onMenu={(id, event) => show(event, entriesOf(id))}
      />
      {menu}
    </section>
  )
})
