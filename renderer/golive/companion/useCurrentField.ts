// The one field that is being entered: copied, ticked, and left for the next.
import { useEffect, useRef, useState } from 'react'
import type { GoLive } from '../../../shared/golive/goLive.ts'
import type { FormRow } from '../../../shared/golive/publishedForm.ts'
import { copyText } from '../../ui/behaviour/copyText.ts'
import { isEntered, nextOpen, withEntry } from '../enteredFields.ts'

type Given = {
  form: readonly FormRow[]
  goLive: GoLive
  change: (next: (before: GoLive) => GoLive) => void
  loaded: boolean
}

export type CurrentField = {
  row: FormRow | undefined
  index: number
  /** No other one is left to enter. */
  isLast: boolean
  /** Nothing is left to enter. */
  isWhole: boolean
  /** How many fields are entered. */
  entered: number
  /** What a reader is told after copying. */
  copied: string
  /** Which of the field's choices is copied next: the form takes one after the other. */
  toCopy: number
  choose: (index: number) => void
  move: (by: number) => void
  copy: () => void
  tick: (row: FormRow, ticked: boolean) => void
  enterAndGoOn: () => void
  /** Takes the tick box of a row, so that the focus can follow. */
  holdBox: (path: string) => (box: HTMLInputElement | null) => void
}

export function useCurrentField({ form, goLive, change, loaded }: Given): CurrentField {
  const [chosen, setChosen] = useState<string | null>(null)
  const [copied, setCopied] = useState('')
  const [copies, setCopies] = useState(0)
  const boxes = useRef(new Map<string, HTMLInputElement>())
  const at = form.findIndex(({ path }) => path === chosen)
  // Until somebody has chosen, and where the chosen field is gone: the first that is open.
  const index = at >= 0 ? at : nextOpen(goLive, form, form.length - 1)
  const row = form[index]
  const path = row?.path
  const choices = row?.choices ?? []
  const toCopy = copies % Math.max(1, choices.length)
  useEffect(() => {
    if (loaded && path !== undefined) boxes.current.get(path)?.focus()
  }, [loaded, path])

  const choose = (next: number) => {
    setChosen(form[next]?.path ?? null)
    setCopied('')
    setCopies(0)
  }
  const tick = (which: FormRow, ticked: boolean) => change(withEntry(which, ticked))
  return {
    row,
    index,
    isLast: form.every((each, place) => place === index || isEntered(goLive, each)),
    isWhole: form.every((each) => isEntered(goLive, each)),
    entered: form.filter((each) => isEntered(goLive, each)).length,
    copied,
    toCopy,
    choose,
    move: (by) => choose(Math.min(form.length - 1, Math.max(0, index + by))),
    copy: () => {
      const choice = choices[toCopy]
      if (!row?.copyable || !choice) return
      const what = choices.length > 1 ? `${row.label}: ${choice.value}` : row.label
      const isCopied = copyText(choice.value)
      setCopied(isCopied ? `Copied ${what}` : 'Not copied')
      if (isCopied) setCopies(copies + 1)
    },
    tick,
    enterAndGoOn: () => {
      if (!row) return
      tick(row, true)
      choose(nextOpen(goLive, form, index))
    },
    holdBox: (which) => (box) => {
      if (box) boxes.current.set(which, box)
      else boxes.current.delete(which)
    },
  }
}
