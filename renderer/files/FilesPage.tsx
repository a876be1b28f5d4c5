// Import and export: configurations come in from a file, looked at before anything is stored, and leave as one.
import { useState } from 'react'
import { Pane } from '../ui/screen/Pane.tsx'
import { ExportSection } from './ExportSection.tsx'
import classes from './Files.module.css'
import { useSharedValue } from '../state/sharedValue.ts'
import { importedFiles, type ReviewedFile } from './review/imported.ts'
import { ImportReview } from './review/ImportReview.tsx'
import { ImportSection } from './ImportSection.tsx'
import { ImportPlaces } from './Places.tsx'

export default function FilesPage() {
  const [review, setReview] = useState<ReviewedFile | null>(null)
  const imported = useSharedValue(importedFiles)
  if (review)
    return (
      <ImportReview
        review={review}
        onCancel={() => setReview(null)}
        onImported={(result) => {
          setReview(null)
          importedFiles.set((before) => [result, ...before])
        }}
      />
    )
  return (
    <Pane
      head={
        <header className={classes.head}>
          <h1>Import and export</h1>
          <p>
            An export holds no key. A field bundle takes keys along only if you ask for it, behind a
            passphrase.
          </p>
        </header>
      }
    >
      <ImportSection imported={imported} onRead={setReview} />
      <ExportSection />
      <ImportPlaces />
    </Pane>
  )
}
