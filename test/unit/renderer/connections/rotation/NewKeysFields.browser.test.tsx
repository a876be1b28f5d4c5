// The new keys as they are typed: keys that are saved already are no new ones.
import { useForm } from '@mantine/form'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { NewKeysFields } from '../../../../../renderer/connections/rotation/NewKeysFields.tsx'
import { answerCalls, show } from '../../rendered.tsx'

function Keys() {
  const form = useForm({
    initialValues: { publicKey: '', privateKey: '', clientId: '' },
    validate: () => ({}),
  })
  return <NewKeysFields form={form} savedKey="AbCdEfGh12345678" readOnly={false} />
}

test('the saved public key typed as the new one is named', async () => {
  answerCalls({})
  show(<Keys />)
  const key = page.getByLabelText('New public key')
  const said = page.getByText('This is the saved public key: these keys are not new.')
  await key.fill('AbCdEfGh12345678')
  await expect.element(said).toBeVisible()
  await key.fill('ZyXwVuTs87654321')
  await expect.element(said).not.toBeInTheDocument()
})
