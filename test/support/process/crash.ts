// A process that fails in every way nobody catches, with a private key in each error; started by the canary test.
import { createLog, logUnhandled } from '../../../main/log/log.ts'
import { createRedactor } from '../../../main/log/redaction.ts'

const folder = process.argv[2] ?? ''
const key = process.env['CANARY'] ?? ''
const redactor = createRedactor()
redactor.hide(key)
const header = `Basic ${Buffer.from(`acme+public:${key}`).toString('base64')}`
logUnhandled(createLog({ folder, redactor }), () => process.stdout.write('told, '))

void Promise.reject(new Error(`rejected with ${key}`, { cause: { headers: { authorization: header } } }))
void Promise.reject(
  Object.assign(new Error('rejected'), { request: { url: `https://x.test/?k=${encodeURIComponent(key)}` } }),
)
setTimeout(() => {
  throw new Error(`thrown with ${key} and ${header}`)
})
setTimeout(() => process.stdout.write('still running'), 50)
