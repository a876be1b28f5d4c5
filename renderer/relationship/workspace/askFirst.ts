// The questions that guard against surprises: saving against production, losing what is not saved.
import { openQuestion } from '../../openDialog.ts'
import { askOnce } from '../../ui/behaviour/askOnce.ts'

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

/** Asks each time before an old revision takes the place of changes that are not saved. */
export function askBeforeRestore(unsaved: boolean, number: number, restore: () => void): void {
  if (!unsaved) return restore()
  openQuestion({
    title: `Restore revision ${number}?`,
    children: 'The unsaved changes in the form would be lost. What is saved stays as it is until you save.',
    labels: { confirm: 'Restore and lose the changes', cancel: 'Keep the changes' },
    onConfirm: restore,
  })
}
