// Files that come into the window wherever they are dropped or pasted, from its first moment on: `Files` looks at them.
import { useCallback, useEffect } from 'react'
import { addIncomingFiles, filesOf } from '../files/incomingFiles.ts'
import { useNavigation } from '../state/navigation.tsx'
import { isTyping } from '../ui/keyboard/isTyping.ts'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Looks at files, wherever they come from. */
export function useLookAtFiles(): (files: readonly File[]) => void {
  const { go } = useNavigation()
  return useCallback(
    (files) => {
      addIncomingFiles(files)
      go({ name: 'files' })
    },
    [go],
  )
}

export function useIncomingFiles(): void {
  const look = useLookAtFiles()
  useEffect(() => {
    // A drop that no part of the page takes; the browser would open the file, or a link, in place of the app.
    const allow = (event: DragEvent) => {
      if (holdsFiles(event) || !isTyping(event.target)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (event.defaultPrevented || (!holdsFiles(event) && isTyping(event.target))) return
      event.preventDefault()
      if (holdsFiles(event)) look(filesOf(event.dataTransfer))
    }
    // Copied files; cells and pictures are copied as text or beside it, and belong where one types.
    const paste = (event: ClipboardEvent) => {
      const { clipboardData: copied } = event
      if (event.defaultPrevented || isTyping(event.target) || copied?.types.join() !== 'Files') return
      event.preventDefault()
      look(filesOf(copied))
    }
    window.addEventListener('dragover', allow)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', allow)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [look])
}
