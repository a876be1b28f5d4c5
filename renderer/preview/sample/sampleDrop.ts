// A file with tickets that is dropped on the preview is its sample, and so is a table pasted while it is shown; the rest is for the window.
import { useWindowEvent } from '@mantine/hooks'
import type { DragEvent, RefObject } from 'react'
import { dialogIsOpen } from '../../ui/behaviour/shortcuts.ts'
import { isTyping } from '../../ui/keyboard/isTyping.ts'

const ofSyncwright = /\.(syncwright|reference)\.json$|\.syncwright-bundle$/i

/** For the box around the preview; a second file waits for nobody while one is on its way (`isFree`). */
export const sampleDrop = (isFree: boolean, onFile: (file: File) => void) => ({
  onDrop: (event: DragEvent) => {
    const [file, ...others] = event.dataTransfer.files
    if (!file || others.length > 0 || ofSyncwright.test(file.name)) return
    // Taken here: the window behind it opens what nobody took.
    event.preventDefault()
    if (isFree) onFile(file)
  },
})

/** Cells and JSON are copied as text; pasted where nobody types, while `box` is in sight, they are meant for the preview. */
export function useSamplePaste(
  box: RefObject<HTMLElement | null>,
  isFree: boolean,
  onFile: (file: File) => void,
): void {
  useWindowEvent('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const isMeant = !event.defaultPrevented && !isTyping(event.target) && !dialogIsOpen()
    if (!isMeant || text.trim() === '' || !box.current?.checkVisibility()) return
    event.preventDefault()
    if (isFree) onFile(new File([text], 'Pasted tickets'))
  })
}
