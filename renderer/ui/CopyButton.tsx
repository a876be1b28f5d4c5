// A small button that copies text and says so for a moment.
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { copyText } from './behaviour/copyText.ts'
import classes from './CopyButton.module.css'

const words = { idle: '', copied: 'Copied', refused: 'Not copied' }

/** A button keeps its name while it shows that it has copied: that is read out from here, whichever it was. */
const voice = document.createElement('p')
voice.role = 'status'
voice.className = classes.voice ?? ''

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
    if (!voice.isConnected) document.body.append(voice)
  }, [])
  useEffect(() => {
    if (state === 'idle') return
    voice.textContent = words[state]
    const timer = setTimeout(() => setState('idle'), 2000)
    // The button may go before: then the word would stay for whoever reads the page.
    return () => {
      clearTimeout(timer)
      voice.textContent = ''
    }
  }, [state])
  const copy = () => setState(copyText(text()) ? 'copied' : 'refused')
  const Icon = state === 'copied' ? IconCheck : IconCopy
  return (
    <button type="button" className={classes.copy} aria-label={name} onClick={copy}>
      <Icon size={14} aria-hidden />
      {words[state] || label}
    </button>
  )
}
