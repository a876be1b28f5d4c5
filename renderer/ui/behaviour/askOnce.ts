// Asks a question that, once answered with yes, is not asked again for the same thing.
import { modals } from '@mantine/modals'
import { rememberChoice, rememberedChoice } from '../../state/remembered.ts'

type Question = {
  title: string
  text: string
  confirm: string
  cancel: string
  /** The answer that stands out is no: yes is the one to be sure of. */
  prefersNo?: boolean
}

type Answers = { yes?: () => void; no?: () => void }

/** Runs `yes` at once where the question was answered so before. */
export function askOnce(key: string, value: string, question: Question, { yes, no }: Answers): void {
  if (rememberedChoice(key) === value) return yes?.()
  modals.openConfirmModal({
    title: question.title,
    children: question.text,
    labels: { confirm: question.confirm, cancel: question.cancel },
    ...(question.prefersNo && {
      confirmProps: { variant: 'default' },
      cancelProps: { variant: 'filled', 'data-autofocus': true },
    }),
    ...(no && { onCancel: no }),
    onConfirm: () => {
      rememberChoice(key, value)
      yes?.()
    },
  })
}
