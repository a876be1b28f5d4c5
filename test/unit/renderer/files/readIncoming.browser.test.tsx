// Files on their way in: whoever leaves the page while one is read finds it on the way back, and the next ones after it.
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { addIncomingFiles, fileIntake, filesOf } from '../../../../renderer/files/incomingFiles.ts'
import { closeReview, useFileIntake } from '../../../../renderer/files/readIncoming.ts'
import { answerCalls, show } from '../rendered.tsx'

function Intake() {
  const { review, waiting, problems } = useFileIntake()
  return (
    <output>
      {`looked at: ${review?.fileNames.join(' + ') ?? 'none'}, waiting: ${waiting.length}, `}
      {`wrong: ${problems.map(({ fileName, message }) => `${fileName} ${message}`).join(' ') || 'none'}.`}
    </output>
  )
}

const file = (name: string, content = '{}') => new File([content], name)
const read = (importId: string) => ({ importId, entries: [], carries: null, notices: [] })
const says = (words: string) => expect.element(page.getByText(words, { exact: false })).toBeVisible()

test('a file that was read while nobody looked is there on the way back, the next one after it', async () => {
  const answer = Promise.withResolvers<ReturnType<typeof read>>()
  answerCalls({
    'files:readImport': ({ joins }) => (joins === null ? answer.promise : read('2')),
  })
  show(<Intake />)
  addIncomingFiles([file('adatum.syncwright.json'), file('fabrikam.syncwright.json')])
  await says('looked at: none, waiting: 1')
  show(<p>Elsewhere</p>)
  answer.resolve(read('1'))
  await expect.element(page.getByText('Elsewhere')).toBeVisible()
  show(<Intake />)
  await says('looked at: adatum.syncwright.json, waiting: 1')
  closeReview()
  await says('looked at: fabrikam.syncwright.json, waiting: 0')
  closeReview()
})

test('exports that come together are looked at together; what does not join them, after them', async () => {
  const bundle = { references: [], samples: [], keys: 1 }
  answerCalls({
    'files:readImport': ({ joins, text }) => read(text === 'twin' ? 'another' : (joins ?? 'first')),
    'files:readBundle': () => ({ ...read('bundle'), carries: bundle }),
  })
  show(<Intake />)
  addIncomingFiles([
    file('adatum.json'),
    file('fabrikam.json'),
    file('visit.syncwright-bundle'),
    file('contoso.json'),
    file('contoso (1).json', 'twin'),
  ])
  await says('looked at: adatum.json + fabrikam.json + contoso.json, waiting: 2')
  closeReview()
  await says('looked at: visit.syncwright-bundle, waiting: 1')
  closeReview()
  await says('looked at: contoso (1).json, waiting: 0')
  closeReview()
})

test('what cannot be taken is known before the exports that came with it are looked at', async () => {
  const bundle = { references: [], samples: [], keys: 1 }
  answerCalls({
    'files:readImport': ({ joins }) => read(joins ?? 'first'),
    'files:readBundle': () => ({ ...read('bundle'), carries: bundle }),
  })
  show(<Intake />)
  const cut = new File([new Uint8Array([0xff, 0xfe, 0x80])], 'cut.json')
  addIncomingFiles([file('adatum.json'), file('visit.syncwright-bundle'), cut, file('contoso.json')])
  await says('looked at: adatum.json + contoso.json, waiting: 1, wrong: cut.json')
  closeReview()
  await says('looked at: visit.syncwright-bundle, waiting: 0')
  closeReview()
})

test('what was wrong with the files before is no longer said of the next ones', async () => {
  answerCalls({ 'files:readImport': () => read('2') })
  show(<Intake />)
  addIncomingFiles([file('a.json', '\u0000\ufffd'), new File([new Uint8Array([0xff, 0xfe, 0x80])], 'b.json')])
  await says('looked at: a.json')
  closeReview()
  await says('wrong: b.json')
  addIncomingFiles([file('good.syncwright.json')])
  await says('looked at: good.syncwright.json, waiting: 0, wrong: none.')
  closeReview()
})

test('a folder is named as one', async () => {
  show(<Intake />)
  const item = { getAsFile: () => file('customers', ''), webkitGetAsEntry: () => ({ isDirectory: true }) }
  const transfer = Object.defineProperty(new DataTransfer(), 'items', { value: [item] })
  addIncomingFiles(filesOf(transfer))
  await says('wrong: customers customers is a folder.')
  expect(fileIntake.get().reading).toBe(false)
})
