// What comes back out of the bin: said where its name was given to another meanwhile.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { useBin } from '../../../../renderer/bin/useBin.tsx'
import { useRelationships } from '../../../../renderer/state/queries.ts'
import { summary } from '../../../support/summaries.ts'
import { answerCalls, show } from '../rendered.tsx'

function Back({ name }: { name: string }) {
  const { bringBack } = useBin()
  const isRead = useRelationships().data !== undefined
  const back = () => void bringBack({ kind: 'relationship', id: 'away', name })
  return <button onClick={back} disabled={!isRead}>{`Bring back ${name}`}</button>
}

test('what comes back to a name that is taken says so', async () => {
  answerCalls({
    'connections:list': () => [],
    'relationships:list': () => [summary('here', 'Fabrikam desk')],
    'bin:bringBack': () => ({}),
  })
  show(<Back name="fabrikam desk" />)
  await page.getByRole('button', { name: 'Bring back fabrikam desk' }).click()
  await expect
    .element(page.getByText('fabrikam desk is back. Another relationship has this name as well.'))
    .toBeVisible()
})
