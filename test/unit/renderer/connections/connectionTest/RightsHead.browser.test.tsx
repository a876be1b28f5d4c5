// The request for the administrator: what is said of a copy belongs to the text that was copied.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { RightsHead } from '../../../../../renderer/connections/connectionTest/RightsHead.tsx'
import { show } from '../../rendered.tsx'

function Head() {
  const [role, setRole] = useState<'source' | 'target'>('source')
  return (
    <>
      <RightsHead
        title="Rights"
        primary={false}
        request={{
          companyId: 'harbour',
          member: null,
          needs: { role, timeEntries: false, attachments: false, reverseSync: false },
          permissions: [
            { right: 'Companies > Company Maintenance > Inquire', state: 'missing', neededFor: 'Company' },
          ],
        }}
      />
      <button type="button" onClick={() => setRole('target')}>
        Other role
      </button>
    </>
  )
}

test('says that it is copied until another request stands there', async () => {
  show(<Head />)
  await page.getByRole('button', { name: 'Copy request for the administrator' }).click()
  await expect.element(page.getByRole('status')).toBeVisible()
  await page.getByRole('button', { name: 'Other role' }).click()
  await expect.element(page.getByRole('status')).not.toBeInTheDocument()
})
