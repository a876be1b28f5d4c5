// Keeps a private key out of the clipboard, also while it is shown as it is typed.
import type { SyntheticEvent } from 'react'

const refuse = (event: SyntheticEvent): void => event.preventDefault()

/** What the input of a private key takes besides its own: it can be pasted, and never be copied, cut or dragged away. */
export const neverCopied = { onCopy: refuse, onCut: refuse, onDragStart: refuse }
