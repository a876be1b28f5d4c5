// Of the files that came, those that could not be taken: each by its name, with the reason and the places in it.
import { Notice } from '../../ui/Notice.tsx'
import classes from '../Files.module.css'
import type { UnreadableFile } from './imported.ts'

export const UnreadableFiles = ({ files }: { files: readonly UnreadableFile[] }) =>
  files.map(({ fileName, message, next, detail }, index) => (
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
