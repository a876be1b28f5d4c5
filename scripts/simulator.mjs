// Runs the demo ConnectWise over HTTP on 127.0.0.1; the first line of standard output is JSON with its address and keys.
import { parseArgs } from 'node:util'
import { certificateKinds } from '../test/simulator/certificate.ts'
import { faultCatalogue, isFaultName } from '../test/simulator/faults/catalogue.ts'
import { asOtherInstance } from '../test/simulator/otherInstance.ts'
import { createSimulator } from '../test/simulator/simulator.ts'
import { serveSimulator } from '../test/simulator/serve.ts'
import { demoSizes } from '../main/demo/world/sizes.ts'

const parent = process.ppid

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
        other: { type: 'boolean', default: false },
        https: { type: 'boolean', default: false },
        certificate: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    // Node's own advice follows its first sentence and is about programming.
    return give(`${error.message.split(/\.?(?:\n|\. |$)/)[0]}; --help lists what there is.`)
  }
}

const help =
  () => `Runs a made-up ConnectWise on 127.0.0.1 and prints its address and keys as one line of JSON.

  --size NAME         how much it holds: ${demoSizes.join(', ')} (small)
  --port NUMBER       where it listens; 0 takes any free port (0)
  --latency MS        how long every answer waits (0)
  --faults NAMES      what goes wrong, by the names below, separated by commas (nothing)
  --https             speaks https only; the JSON's "ca" is the certificate to trust
  --certificate NAME  with --https: ${certificateKinds.join(', ')} (self-signed)
  --seed NUMBER       another number, another made-up organisation (1)
  --other             the same organisation in another ConnectWise: other ids, other names, one record missing
  --now DATE          the clock stands still there: the same data in every run
  --help              prints this

Faults:
${Object.entries(faultCatalogue)
  .map(([name, { about }]) => `  ${name.padEnd(20)}${about}`)
  .join('\n')}
`

const values = read()
if (values.help) {
  process.stdout.write(help())
  process.exit(0)
}

const number = (name, most = 999_999_999) => {
  const value = values[name]
  return /^\d{1,9}$/.test(value) && Number(value) <= most
    ? Number(value)
    : give(`--${name} takes a whole number from 0 to ${most}, not "${value}".`)
}
const oneOf = (name, known, value = values[name]) =>
  known.includes(value) ? value : give(`Unknown ${name} ${value}; known are ${known.join(', ')}.`)

const faults = values.faults
  .flatMap((part) => part.split(','))
  .map((name) => name.trim())
  .filter(Boolean)
const unknown = faults.filter((name) => !isFaultName(name))
if (unknown.length > 0)
  give(`Unknown fault ${unknown.join(', ')}; known are ${Object.keys(faultCatalogue).join(', ')}.`)
const size = oneOf('size', demoSizes)
const certificate = oneOf('certificate', certificateKinds, values.certificate ?? 'self-signed')
if (values.certificate !== undefined && !values.https) give('--certificate needs --https.')
const started = values.now === undefined ? undefined : new Date(values.now)
if (started && Number.isNaN(started.getTime())) give(`--now takes a date, not "${values.now}".`)
const [seed, port, latency] = [number('seed'), number('port', 65_535), number('latency')]

const demo = createSimulator({ size, seed, faults, now: () => started ?? new Date() })
if (values.other) asOtherInstance(demo.world)
const served = await serveSimulator(demo, {
  port,
  latency,
  ...(values.https ? { https: certificate } : {}),
}).catch((error) => give(`The simulator cannot listen: ${error.message}.`))
process.stdout.write(
  `${JSON.stringify({ url: served.url, ...demo.credentials, ...(served.ca ? { ca: served.ca } : {}) })}\n`,
)

const stop = () => void served.close().then(() => process.exit(0))
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, stop)
// npm tells its shell to end, and the shell tells nobody.
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && stop(), 500).unref()
