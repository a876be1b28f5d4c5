// What comes back out of the bin: where it stands now, what did not come along, and whether its name was given to another meanwhile.
import { notifications } from '@mantine/notifications'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { useBin } from '../../../../renderer/bin/useBin.tsx'
import { useRelationships } from '../../../../renderer/state/queries.ts'
import { connectionView, summary } from '../../../support/summaries.ts'
import { answerCalls, show } from '../rendered.tsx'

function Back({ kind, name }: { kind: 'relationship' | 'connection'; name: string }) {
  const { bringBack } = useBin()
  const isRead = useRelationships().data !== undefined
  const press = () => void bringBack({ kind, id: 'away', name })
  return <button onClick={press} disabled={!isRead}>{`Bring back ${name}`}</button>
}

/** What the test before has said. */
beforeEach(() => notifications.clean())

const back = (name: string) => page.getByRole('button', { name: `Bring back ${name}` })
const says = (words: string) => expect.element(page.getByRole('alert')).toHaveTextContent(words)

test('what comes back to a name that is taken says so', async () => {
  answerCalls({
    'connections:list': () => [],
    'relationships:list': () => [summary('here', 'Fabrikam desk')],
    'bin:list': () => [],
    'bin:bringBack': () => ({}),
  })
  show(<Back kind="relationship" name="fabrikam desk" />)
  await back('fabrikam desk').click()
  await says(
    'fabrikam desk is back, without a connection: choose one above its form. Another relationship has this name as well.',
  )
})

test('a relationship says under which connection it is back, or that this one is in the bin too', async () => {
  const acme = { ...connectionView('c', 'production'), name: 'Acme production' }
  const away = { ...summary('away', 'Adatum desk'), connectionId: 'c' }
  answerCalls({
    'connections:list': () => [acme],
    'relationships:list': () => [away],
    'bin:list': () => [],
    'bin:bringBack': () => ({}),
  })
  show(<Back kind="relationship" name="Adatum desk" />)
  await back('Adatum desk').click()
  await says('Adatum desk is back under Acme production.')

  const deleted = { kind: 'connection' as const, id: 'c', name: acme.name, about: acme.site, connection: '' }
  answerCalls({
    'connections:list': () => [],
    'relationships:list': () => [away],
    'bin:list': () => [{ ...deleted, deletedAt: '2026-11-27T09:00:00Z', daysLeft: 29 }],
    'bin:bringBack': () => ({}),
  })
  notifications.clean()
  show(<Back kind="relationship" name="Adatum desk" />)
  await back('Adatum desk').click()
  await says('Adatum desk is back, without a connection: Acme production is in the bin as well.')
})

test('a connection says when its keys did not come back with it', async () => {
  answerCalls({
    'connections:list': () => [{ ...connectionView('away', 'sandbox'), name: 'Acme sandbox', key: 'needed' }],
    'relationships:list': () => [],
    'bin:list': () => [],
    'bin:bringBack': () => ({}),
  })
  show(<Back kind="connection" name="Acme sandbox" />)
  await back('Acme sandbox').click()
  await says('Acme sandbox is back. Its keys are not: enter them again.')
})
