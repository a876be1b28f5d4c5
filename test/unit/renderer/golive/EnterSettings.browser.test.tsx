// Entering the settings: what was entered elsewhere folds away, what is ticked here stays under the hand.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { EnterSettings } from '../../../../renderer/golive/EnterSettings.tsx'
import { withEntry } from '../../../../renderer/golive/enteredFields.ts'
import { type GoLive, notBegun } from '../../../../shared/golive/goLive.ts'
import { publishedForm } from '../../../../shared/golive/publishedForm.ts'
import { draftOf } from '../../../../shared/relationship/effective.ts'
import { targetRelationship } from '../../../support/relationships.ts'
import { answerCalls, show } from '../rendered.tsx'

const saved = targetRelationship()
const form = publishedForm(saved.role, draftOf(saved, 'c'))
const last = form.at(-1)
const enterAll = (goLive: GoLive): GoLive => form.reduce((now, row) => withEntry(row, true)(now), goLive)

function Step() {
  const [goLive, setGoLive] = useState<GoLive>(() => {
    const whole = enterAll(notBegun)
    return last ? withEntry(last, false)(whole) : whole
  })
  return (
    <>
      <button type="button" onClick={() => setGoLive(enterAll)}>
        The other window
      </button>
      <EnterSettings
        goLive={goLive}
        change={setGoLive}
        form={form}
        findings={[]}
        saved={saved}
        reference={null}
        target={{ connectionId: 'c', overrideOf: null }}
        settings=""
        offline={null}
        demo={false}
        isVerified={false}
        onDone={() => undefined}
      />
    </>
  )
}

const box = page.getByRole('checkbox', { name: last?.label ?? '', exact: true })

test('the list stays where its last field is ticked, and leads on below it', async () => {
  answerCalls({})
  show(<Step />)
  await box.click()
  await expect.element(page.getByRole('button', { name: 'Go on to the next step' })).toBeVisible()
  await expect.element(box).toBeChecked()
})

test('the lists fold when the last field was entered in the other window', async () => {
  answerCalls({})
  show(<Step />)
  await expect.element(box).toBeVisible()
  await page.getByRole('button', { name: 'The other window' }).click()
  await expect.element(page.getByRole('button', { name: 'Go on to the next step' })).toBeVisible()
  await expect.element(box).not.toBeInTheDocument()
})
