// A file with tickets that is dropped on the preview is its sample; files of Syncwright, and several at once, are for the whole window.
import type { DragEvent } from 'react'

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
