// Import and export: configurations come in from a file, looked at before anything is stored, and leave as one.
import { useEffect, useState } from 'react'
import { useSharedValue } from '../state/sharedValue.ts'
import { Pane } from '../ui/screen/Pane.tsx'
import { ExportSection } from './ExportSection.tsx'
import classes from './Files.module.css'
import { ImportSection } from './ImportSection.tsx'
import { ImportPlaces } from './Places.tsx'
import { closeReview, forgetProblems, useFileIntake } from './readIncoming.ts'
import { importedFiles } from './review/imported.ts'
import { ImportReview } from './review/ImportReview.tsx'

export default function FilesPage() {
  const intake = useFileIntake()
  const imported = useSharedValue(importedFiles)
  const [foundHere] = useState(intake.review)
  useEffect(() => forgetProblems, [])
  if (intake.review)
    return (
      <ImportReview
        key={intake.review.importId}
        review={intake.review}
        anew={intake.review === foundHere}
        waiting={intake.waiting.map(({ name }) => name)}
        unreadable={intake.problems}
        onCancel={closeReview}
        onImported={(result) => {
          closeReview()
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
      <ImportSection intake={intake} imported={imported} />
      <ExportSection />
      <ImportPlaces />
    </Pane>
  )
}
