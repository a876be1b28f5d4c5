// Questions before something is done: each time before a loss, or once for the same thing.
import type { ReactNode } from 'react'
import { openQuestion } from '../../openDialog.ts'
import { rememberChoice, rememberedChoice } from '../../state/kept/remembered.ts'

type Question = {
  title: string
  text: ReactNode
  confirm: string
  cancel: string
}

type QuestionOnce = Question & {
  /** The answer that stands out is no: yes is the one to be sure of. */
  prefersNo?: boolean
}

/** Asks each time before something is lost or deleted. */
export const askBeforeLoss = (question: Question & { onConfirm: () => void }): void => {
  const { title, text, confirm, cancel, onConfirm } = question
  const labels = { confirm, cancel }
  const confirmProps = { color: 'red' }
  openQuestion({ title, children: text, labels, confirmProps, onConfirm })
}

type Answers = { yes?: () => void; no?: () => void }

/** Runs `yes` at once where the question was answered so before. */
export function askOnce(key: string, value: string, question: QuestionOnce, { yes, no }: Answers): void {
  if (rememberedChoice(key) === value) return yes?.()
  openQuestion({
    title: question.title,
    children: question.text,
    labels: { confirm: question.confirm, cancel: question.cancel },
    ...(question.prefersNo && {
      confirmProps: { variant: 'default' },
      cancelProps: { variant: 'filled' },
    }),
    ...(no && { onCancel: no }),
    onConfirm: () => {
      rememberChoice(key, value)
      yes?.()
    },
  })
}
