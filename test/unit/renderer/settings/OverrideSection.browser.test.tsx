// The credentials of an override are cleaned when they are pasted, like those of a connection, and the row says so.
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { OverrideSection } from '../../../../renderer/settings/OverrideSection.tsx'
import { useDraft } from '../../../../renderer/settings/useDraft.ts'
import { detail } from '../relationship/draftForm.ts'
import { answerCalls, show } from '../rendered.tsx'

answerCalls({})

const saved = {
  ...detail,
  draft: { ...detail.draft, apiOverride: { ...detail.draft.apiOverride, enabled: true } },
}
const connection = {
  id: 'c1',
  name: 'Acme production',
  environment: 'production' as const,
  site: 'na.example.test',
  companyId: 'acme',
  publicKey: 'abc',
  clientId: 'c',
  key: 'saved' as const,
  demo: false,
  revision: 1,
  fetchedAt: null,
}

function Section() {
  return (
    <OverrideSection
      relationshipId={saved.id}
      form={useDraft(saved, null, undefined)}
      target={{ connectionId: 'c1', overrideOf: 'r1' }}
      data={{ view: null, loading: false, lookingUp: false, collections: {}, reference: null }}
      findings={[]}
      connection={connection}
      savedKey="needed"
    />
  )
}

const box = (name: string) => page.getByRole('textbox', { name })
/** Pastes as the system does: with the text on the clipboard, into a field that is in focus. */
async function paste(name: string, text: string) {
  await box(name).click()
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
}

test('what comes along with a pasted value is taken off, and the row says what', async () => {
  show(<Section />)
  await paste('Public key', ' “Pub\u200bKey7” ')
  await expect.element(box('Public key')).toHaveValue('PubKey7')
  await expect.element(page.getByText(/^Taken off: .*quotes.* Overrides Acme/)).toBeVisible()
  await paste('Private key', '"s3cret"')
  await expect.element(box('Private key')).toHaveValue('s3cret')
  await userEvent.fill(box('Public key'), 'typed')
  await expect.element(page.getByText(/^Taken off: .* Overrides Acme/)).not.toBeInTheDocument()
})

test('a whole mail goes to its fields', async () => {
  show(<Section />)
  await paste('Site', 'Site: eu.example.test\nCompany ID: acme_eu\nPublic key: Pub9\nPrivate key: Priv9\n')
  await expect.element(box('Site')).toHaveValue('eu.example.test')
  await expect.element(box('Company ID')).toHaveValue('acme_eu')
  await expect.element(box('Public key')).toHaveValue('Pub9')
  await expect.element(box('Private key')).toHaveValue('Priv9')
})

test('a sign that no key holds is named', async () => {
  show(<Section />)
  await userEvent.fill(box('Client ID'), 'abc–def')
  await expect.element(page.getByText(/There is “–” \(U\+2013\) in it/)).toBeVisible()
})
