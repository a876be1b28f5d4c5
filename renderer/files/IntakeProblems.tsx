// Of the files that came, those that could not be taken: each by its name, with the reason and the places in it.
import { Notice } from '../ui/Notice.tsx'
import classes from './Files.module.css'
import type { Intake } from './incomingFiles.ts'

export const IntakeProblems = ({ problems }: Pick<Intake, 'problems'>) =>
  problems.map(({ fileName, message, next, detail }, index) => (
    <Notice
      key={`${index} ${message}`}
      kind="error"
      role="alert"
      // Of several files each answer names its own.
      title={
        <>
          {!message.includes(fileName) && (
            <>
              <bdi>{fileName}</bdi>:{' '}
            </>
          )}
          {message}
        </>
      }
    >
      {next}
      {detail && (
        <details className={classes.places}>
          <summary>Show the places</summary>
          <pre>{detail}</pre>
        </details>
      )}
    </Notice>
  ))
