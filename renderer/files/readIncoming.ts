// Reads the files that wait, one at a time: each is judged by main without storing anything, or named as what it is. Exports are looked at together, beside what of the others cannot be taken.
import { useEffect } from 'react'
import { asFileName } from '../../shared/text/line.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import type { Result } from '../../shared/result.ts'
import { callMain } from '../api.ts'
import { useSharedValue } from '../state/sharedValue.ts'
import { fileIntake, type Intake } from './incomingFiles.ts'
import { readChosen } from './readText.ts'
import type { ReviewedFile } from './review/imported.ts'
import { whatItIs } from './whatItIs.ts'

/** What came of reading it; a bundle that has to be unlocked first is asked about. */
export function showRead(fileName: string, result: Result<ReviewedFile>, bytes?: Uint8Array): void {
  const asks = !result.ok && result.error.code === 'passphrase-needed'
  const locked = asks && bytes ? { fileName, bytes } : null
  fileIntake.set(({ problems, gathered, ...before }) =>
    withReview({
      ...before,
      locked,
      gathered: result.ok ? together(gathered, result.value) : gathered,
      problems: result.ok || locked ? problems : [...problems, { ...result.error, fileName }],
    }),
  )
}

/** What joined the exports before it is looked at with them. */
const together = (before: ReviewedFile | null, read: ReviewedFile): ReviewedFile =>
  before
    ? {
        ...before,
        fileNames: [...before.fileNames, ...read.fileNames],
        entries: [...before.entries, ...read.entries],
        notices: [...before.notices, ...read.notices],
      }
    : read

/** Nothing is read at the moment; what was gathered is looked at as soon as nothing can join it any more. */
function withReview(intake: Omit<Intake, 'reading' | 'review'>): Intake {
  const { waiting, gathered, later } = intake
  return gathered && (waiting.length === 0 || gathered.carries)
    ? {
        ...intake,
        reading: false,
        review: gathered,
        gathered: null,
        waiting: [...waiting, ...later],
        later: [],
      }
    : { ...intake, reading: false, review: null }
}

/** Where nothing is wrong with it, it is read again. */
const readLater = (file: File): void =>
  fileIntake.set(({ later, ...before }) => withReview({ ...before, later: [...later, file] }))

/** With the name of its file. */
const reviewed = (fileName: string, answer: Result<Output<'files:readImport'>>): Result<ReviewedFile> =>
  answer.ok ? { ok: true, value: { ...answer.value, fileNames: [fileName] } } : answer

async function read(file: File): Promise<void> {
  const { gathered } = fileIntake.get()
  const content = await readChosen(file)
  const fileName = asFileName(file.name)
  if (!content.ok) return showRead(fileName, content)
  if ('bytes' in content.value) {
    const { bytes } = content.value
    const answer = await callMain('files:readBundle', { fileName, bytes, passphrase: null })
    if (gathered && (answer.ok || answer.error.code === 'passphrase-needed')) return readLater(file)
    return showRead(fileName, reviewed(fileName, answer), bytes)
  }
  const { text } = content.value
  const joins = gathered?.importId ?? null
  const answer = await callMain('files:readImport', { fileName, text, joins })
  if (gathered && answer.ok && answer.value.importId !== joins) return readLater(file)
  showRead(fileName, (!answer.ok && whatItIs(fileName, text)) || reviewed(fileName, answer))
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
