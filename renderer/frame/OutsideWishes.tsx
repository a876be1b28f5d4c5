// What is wanted from outside the page: files opened on the desktop or dropped anywhere, the demo by a second start, a proxy that wants a login.
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import type { ProxyQuestion } from '../../shared/connection/proxyLogin.ts'
import { call, cancel, newCallId } from '../api.ts'
import { addIncomingFiles } from '../files/incomingFiles.ts'
import { useNavigation } from '../state/navigation.tsx'
import { queryClient } from '../state/queries.ts'
import { ProxyLogin } from './ProxyLogin.tsx'

/** Codes of one bad file; any other means that nobody answers, and asking on would never end. */
const ofTheFile = new Set(['file-unreadable', 'file-too-large'])

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

export function OutsideWishes() {
  const { go } = useNavigation()
  const [questions, setQuestions] = useState<readonly ProxyQuestion[]>([])
  useEffect(() => {
    const callId = newCallId()
    let isOver = false
    const look = (files: readonly File[]) => {
      addIncomingFiles(files)
      go({ name: 'files' })
    }
    const listen = async () => {
      for (;;) {
        const wish = await call('app:nextWish', { callId })
        if (isOver) return
        if (!wish.ok) {
          if (!ofTheFile.has(wish.error.code)) return
          const { message, next } = wish.error
          notifications.show({ color: 'red', title: message, message: next })
        } else if (wish.value === null) return
        else if (wish.value.kind === 'file')
          look([new File([Uint8Array.from(wish.value.bytes)], wish.value.fileName)])
        else if (wish.value.kind === 'proxy') {
          const { question } = wish.value
          setQuestions((others) => [...others.filter(({ proxy }) => proxy !== question.proxy), question])
        } else {
          const demo = await call('demo:open', {})
          await queryClient.invalidateQueries()
          if (demo.ok) go({ name: 'relationship', id: demo.value.relationshipId })
        }
      }
    }
    // A drop that no part of the page takes; the browser would open the file in place of the app.
    const allow = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      look([...(event.dataTransfer?.files ?? [])])
    }
    void listen()
    window.addEventListener('dragover', allow)
    window.addEventListener('drop', drop)
    return () => {
      isOver = true
      void cancel(callId)
      window.removeEventListener('dragover', allow)
      window.removeEventListener('drop', drop)
    }
  }, [go])
  const [question] = questions
  return question ? (
    <ProxyLogin
      key={question.proxy}
      question={question}
      onDone={() => setQuestions((all) => all.filter((each) => each !== question))}
    />
  ) : null
}
