// The words of each environment; the colour is the token of the same name.
import type { Environment } from '../../../shared/connection/connectionRef.ts'

export const environmentLabels: Record<Environment, string> = {
  production: 'Production',
  sandbox: 'Sandbox',
  staging: 'Staging',
}
