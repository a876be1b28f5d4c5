// Reads the files that wait, one at a time: each is judged by main without storing anything, or named as what it is.
import { useEffect } from 'react'
import { asFileName } from '../../shared/text/line.ts'
import type { Result } from '../../shared/result.ts'
import { callMain } from '../api.ts'
import { useSharedValue } from '../state/sharedValue.ts'
import { fileIntake } from './incomingFiles.ts'
import { readChosen } from './readText.ts'
import type { ReviewedFile } from './review/imported.ts'
import { whatItIs } from './whatItIs.ts'

/** What came of reading it; a bundle that has to be unlocked first is asked about. */
export function showRead(fileName: string, result: Result<ReviewedFile>, bytes?: Uint8Array): void {
  const isLocked = !result.ok && result.error.code === 'passphrase-needed'
  fileIntake.set(({ problems, ...before }) => ({
    ...before,
    reading: false,
    locked: isLocked && bytes ? { fileName, bytes } : null,
    review: result.ok ? result.value : null,
    problems: result.ok || (isLocked && bytes) ? problems : [...problems, { ...result.error, fileName }],
  }))
}

async function read(file: File): Promise<void> {
  const content = await readChosen(file)
  const fileName = asFileName(file.name)
  if (!content.ok) return showRead(fileName, content)
  if ('bytes' in content.value) {
    const { bytes } = content.value
    const answer = await callMain('files:readBundle', { fileName, bytes, passphrase: null })
    return showRead(fileName, answer.ok ? { ok: true, value: { fileName, ...answer.value } } : answer, bytes)
  }
  const { text } = content.value
  const answer = await callMain('files:readImport', { fileName, text })
  if (answer.ok) return showRead(fileName, { ok: true, value: { fileName, ...answer.value } })
  showRead(fileName, whatItIs(fileName, text) ?? answer)
}

/** What is on its way in; the next file is read as soon as nothing else is looked at. Who leaves the page meanwhile finds it on the way back. */
export function useFileIntake() {
  const intake = useSharedValue(fileIntake)
  const { waiting, reading, locked, review } = intake
  const next = reading || locked || review ? undefined : waiting[0]
  useEffect(() => {
    if (!next || fileIntake.get().reading) return
    fileIntake.set((before) => ({
      ...before,
      reading: true,
      waiting: before.waiting.filter((file) => file !== next),
    }))
    void read(next)
  }, [next])
  return intake
}

export const closeReview = (): void => fileIntake.set((before) => ({ ...before, review: null }))
export const closeLocked = (): void => fileIntake.set((before) => ({ ...before, locked: null }))
/** Said once: who comes back later has read it. */
export const forgetProblems = (): void => fileIntake.set((before) => ({ ...before, problems: [] }))
