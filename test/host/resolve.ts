// Makes `electron` mean the host's fake for every import and require of this process.
import { registerHooks } from 'node:module'

const url = 'host:electron'
const place = Symbol.for('browser host electron')

/** From here on `import 'electron'` and `require('electron')` give this object, whole and by name. */
export const installElectron = (electron: Record<string, unknown>): void => {
  Object.defineProperty(globalThis, place, { value: electron })
  const source = [
    `const electron = globalThis[Symbol.for('${place.description}')]`,
    `export default electron`,
    `export { electron as 'module.exports' }`,
    `export const { ${Object.keys(electron).join(', ')} } = electron`,
  ].join('\n')
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier.startsWith('electron/')
        ? { url, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (asked, context, next) =>
      asked === url ? { format: 'module', source, shortCircuit: true } : next(asked, context),
  })
}
