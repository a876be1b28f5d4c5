// A small button that copies text and says so for a moment.
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { copyText } from './behaviour/copyText.ts'
import classes from './CopyButton.module.css'

type CopyButtonProps = {
  /** What the button shows. */
  label: string
  /** What it is called where several of the kind stand on the screen. */
  name: string
  text: () => string
}

export function CopyButton({ label, name, text }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () => setState(copyText(text()) ? 'copied' : 'refused')
  const Icon = state === 'copied' ? IconCheck : IconCopy
  return (
    <button type="button" className={classes.copy} aria-label={name} onClick={copy}>
      <Icon size={14} aria-hidden />
      {{ idle: label, copied: 'Copied', refused: 'Not copied' }[state]}
    </button>
  )
}
