// What goes away in the step `Verified` when it has done its work leaves the focus to `Verify`.
import { type ReactNode, useRef } from 'react'
import { useFocusHeir } from '../../ui/behaviour/useFocusHeir.ts'

const verifyButton = (): HTMLElement | null => document.querySelector('[data-verify]')

export function Passing({ children }: { children: ReactNode }) {
  const part = useRef<HTMLSpanElement>(null)
  useFocusHeir(part, verifyButton)
  return <span ref={part}>{children}</span>
}
