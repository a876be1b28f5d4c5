// The one door to zod: compiles no code at run time, because the page's content security policy forbids eval.
import { z } from 'zod'

// Must run before the first schema exists: zod decides per schema, when it is made, whether to compile.
z.config({ jitless: true })

export { z }
