// Runs the command line from a checkout: builds its bundle first when that is missing or old.
import { ensureBuild } from './ensure-build.mjs'

await ensureBuild(['cli'])
await import('../out/cli/index.js')
