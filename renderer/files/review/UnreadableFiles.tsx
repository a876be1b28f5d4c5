// Of the files that came, those that could not be taken: each by its name, with the reason and the places in it.
import { Stack } from '@mantine/core'
import { Notice } from '../../ui/Notice.tsx'
import classes from '../Files.module.css'
import type { UnreadableFile } from './imported.ts'

export function UnreadableFiles({ files }: { files: readonly UnreadableFile[] }) {
  if (files.length === 0) return null
  return (
    <Stack gap={8}>
      {files.map((file, index) => (
        <UnreadableNotice key={`${index} ${file.message}`} file={file} />
      ))}
    </Stack>
  )
}

function UnreadableNotice({ file: { fileName, message, next, detail } }: { file: UnreadableFile }) {
  return (
    <Notice
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
  )
}
