// Runs one benchmark, in the process made for it, and sends its figures to the runner.
import { inputOf } from './processes.ts'
import type { Figure } from './figure.ts'

const { measure }: { measure: () => Figure[] | Promise<Figure[]> } = await import(inputOf<string>())
process.send?.(await measure(), () => process.disconnect())
