// Runs the demo ConnectWise over HTTP on 127.0.0.1; the first line of standard output is JSON with its address and keys.
import { parseArgs } from 'node:util'
import { certificateKinds } from '../main/demo/certificate.ts'
import { faultCatalogue, isFaultName } from '../main/demo/faults/catalogue.ts'
import { createDemo } from '../main/demo/index.ts'
import { serveDemo } from '../main/demo/serve.ts'
import { demoSizes } from '../main/demo/world/sizes.ts'

const give = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

const read = () => {
  try {
    return parseArgs({
      options: {
        size: { type: 'string', default: 'small' },
        port: { type: 'string', default: '0' },
        latency: { type: 'string', default: '0' },
        faults: { type: 'string', multiple: true, default: [] },
        seed: { type: 'string', default: '1' },
        now: { type: 'string' },
        https: { type: 'boolean', default: false },
        certificate: { type: 'string', default: 'self-signed' },
      },
    }).values
  } catch (error) {
    return give(error.message)
  }
}

const number = (name, value) =>
  /^\d{1,9}$/.test(value) ? Number(value) : give(`--${name} takes a number, not "${value}".`)

const values = read()
const faults = values.faults
  .flatMap((part) => part.split(','))
  .map((name) => name.trim())
  .filter(Boolean)
const unknown = faults.filter((name) => !isFaultName(name))
if (unknown.length > 0)
  give(`Unknown fault ${unknown.join(', ')}; known are ${Object.keys(faultCatalogue).join(', ')}.`)
if (!demoSizes.includes(values.size)) give(`Unknown size ${values.size}; known are ${demoSizes.join(', ')}.`)
if (!certificateKinds.includes(values.certificate))
  give(`Unknown certificate ${values.certificate}; known are ${certificateKinds.join(', ')}.`)
const started = values.now === undefined ? undefined : new Date(values.now)
if (started && Number.isNaN(started.getTime())) give(`--now takes a date, not "${values.now}".`)

const demo = createDemo({
  size: values.size,
  seed: number('seed', values.seed),
  faults,
  now: () => started ?? new Date(),
})
const served = await serveDemo(demo, {
  port: number('port', values.port),
  latency: number('latency', values.latency),
  ...(values.https ? { https: values.certificate } : {}),
}).catch((error) => give(`The simulator cannot listen: ${error.message}.`))
process.stdout.write(
  `${JSON.stringify({ url: served.url, ...demo.credentials, ...(served.ca ? { ca: served.ca } : {}) })}\n`,
)

const stop = () => void served.close().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
