// A window that comes back into sight shows what another one has changed meanwhile.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { useReturn } from '../../../../renderer/frame/useReturn.ts'
import { useConnections } from '../../../../renderer/state/queries.ts'
import type { ConnectionView } from '../../../../shared/connection/connection.ts'
import { answerCalls, show } from '../rendered.tsx'

const connection = (name: string): ConnectionView => ({
  id: name,
  name,
  environment: 'sandbox',
  site: 'na.example.test',
  companyId: 'acme',
  publicKey: '',
  clientId: '',
  revision: 1,
  key: 'needed',
  demo: false,
  fetchedAt: null,
})

function Names() {
  useReturn()
  return <p role="status">{(useConnections().data ?? []).map(({ name }) => name).join(', ')}</p>
}

test('what was saved elsewhere is there', async () => {
  const stored = [connection('Acme sandbox')]
  answerCalls({ 'connections:list': () => [...stored] })
  show(<Names />)
  await expect.element(page.getByRole('status')).toHaveTextContent('Acme sandbox')
  stored.push(connection('Woodgrove'))
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.element(page.getByRole('status')).toHaveTextContent('Acme sandbox, Woodgrove')
})
