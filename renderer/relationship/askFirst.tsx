// The questions that guard against surprises: saving against production, letting internal notes out, losing what is not saved.
import { modals } from '@mantine/modals'
import { remember, remembered } from '../state/remembered.ts'

type Question = { title: string; text: string; confirm: string; cancel: string }

type Answers = { yes?: () => void; no?: () => void }

/** Runs `yes` at once where the question was answered so before. */
function askOnce(key: string, value: string, question: Question, { yes, no }: Answers): void {
  if (remembered(key) === value) return yes?.()
  modals.openConfirmModal({
    title: question.title,
    children: question.text,
    labels: { confirm: question.confirm, cancel: question.cancel },
    ...(no && { onCancel: no }),
    onConfirm: () => {
      remember(key, value)
      yes?.()
    },
  })
}

const workingDay = (now: Date): string => `${now.getFullYear()}-${now.getMonth() + 1}-${now.getDate()}`

/** Asks once per relationship and working day before `save` runs. */
export const askBeforeProduction = (relationshipId: string, connectionName: string, save: () => void): void =>
  askOnce(
    `production-asked:${relationshipId}`,
    workingDay(new Date()),
    {
      title: 'Save against Production?',
      text: `${connectionName} is a production ConnectWise. Saving stores the configuration on this computer; nothing is sent. Asked once a day.`,
      confirm: 'Save against Production',
      cancel: 'Go back',
    },
    { yes: save },
  )

/** Asks once per relationship when `Internal` was ticked where tickets leave the organisation; `untick` takes it back. */
export const askAboutInternal = (relationshipId: string, partner: string, untick: () => void): void =>
  askOnce(
    `internal-asked:${relationshipId}`,
    'yes',
    {
      title: 'Let internal notes leave?',
      text: `This relationship sends tickets to ${partner}. With Internal ticked, notes meant for your staff go along with them.`,
      confirm: 'Leave Internal ticked',
      cancel: 'Untick Internal',
    },
    { no: untick },
  )

/** Asks each time before an old revision takes the place of changes that are not saved. */
export function askBeforeRestore(unsaved: boolean, number: number, restore: () => void): void {
  if (!unsaved) return restore()
  modals.openConfirmModal({
    title: `Restore revision ${number}?`,
    children: 'The unsaved changes in the form would be lost. What is saved stays as it is until you save.',
    labels: { confirm: 'Restore and lose the changes', cancel: 'Keep the changes' },
    onConfirm: restore,
  })
}
