// What is wanted from outside the page: files opened on the desktop, the demo by a second start, a proxy that wants a login.
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ProxyQuestion } from '../../shared/connection/proxyLogin.ts'
import { callMain, newCallId } from '../api.ts'
import { useNavigation } from '../state/navigation.tsx'
import { longCalls } from '../state/longCall.ts'
import { readAgainAfter } from '../state/queries.ts'
import { useLookAtFiles } from './useIncomingFiles.ts'
import { sayProblem } from '../ui/behaviour/showFailure.ts'

// Few networks have such a proxy: who has none does not load what asks for its login.
const ProxyLogin = lazy(() => import('./ProxyLogin.tsx'))

/** Codes of one bad file; any other means that nobody answers, and asking on would never end. */
const ofTheFile = new Set(['file-unreadable', 'file-too-large'])

const wishes = longCalls('app:nextWish')

export function OutsideWishes() {
  const { go } = useNavigation()
  const look = useLookAtFiles()
  const [questions, setQuestions] = useState<readonly ProxyQuestion[]>([])
  useEffect(() => {
    const listener = newCallId()
    let isOver = false
    const listen = async () => {
      for (;;) {
        const asked = await wishes.start(listener, { about: null, input: (callId) => ({ callId }) })
        if (isOver || !asked) return
        const { result: wish, error } = asked
        if (error) {
          if (!ofTheFile.has(error.code)) return
          sayProblem(error)
        } else if (wish === null) return
        else if (wish.kind === 'file') look([new File([Uint8Array.from(wish.bytes)], wish.fileName)])
        else if (wish.kind === 'proxy') {
          const { question } = wish
          setQuestions((others) => [...others.filter(({ proxy }) => proxy !== question.proxy), question])
        } else {
          const demo = await callMain('demo:open', {})
          await readAgainAfter('demo:open')
          if (demo.ok) go({ name: 'relationship', id: demo.value.relationshipId })
        }
      }
    }
    void listen()
    return () => {
      isOver = true
      wishes.stop(listener)
    }
  }, [go, look])
  const [question] = questions
  return question ? (
    <Suspense>
      <ProxyLogin
        key={question.proxy}
        question={question}
        onDone={() => setQuestions((all) => all.filter((each) => each !== question))}
      />
    </Suspense>
  ) : null
}
