// What a connection is for, with its word. Without the schema library: the first screen shows it and checks nothing.
export const environments = ['production', 'sandbox', 'staging'] as const
export type Environment = (typeof environments)[number]

export const environmentLabels: Record<Environment, string> = {
  production: 'Production',
  sandbox: 'Sandbox',
  staging: 'Staging',
}
