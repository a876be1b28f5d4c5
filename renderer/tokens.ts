// The design tokens: every colour of the app, once for light and once for dark. Components use the variables only.

/** name: [light, dark]; each becomes the CSS variable `--sw-<name>`. */
const table = {
  app: ['#f5f5f9', '#121318'],
  surface: ['#ffffff', '#1a1b22'],
  panel: ['#fafafc', '#16171d'],
  raised: ['#ffffff', '#22242d'],
  hover: ['#eeeef4', '#24262f'],
  selected: ['#e6e8fb', '#2a2d4d'],
  line: ['#e4e5ec', '#2b2d38'],
  'line-2': ['#d3d5df', '#3a3d4a'],
  'input-line': ['#8b8fa4', '#6c7187'],
  text: ['#1a1b24', '#eceef4'],
  'text-2': ['#474a5b', '#b9bdcc'],
  'text-3': ['#63677b', '#979cb0'],
  accent: ['#4f57d3', '#858eed'],
  'accent-text': ['#4349bb', '#a9b1f7'],
  'accent-soft': ['#eef0fe', '#25284a'],
  ok: ['#1d8a4e', '#3fb573'],
  'ok-text': ['#14663a', '#7fd6a3'],
  'ok-soft': ['#e4f4ea', '#173226'],
  warn: ['#c27300', '#e5a13a'],
  'warn-text': ['#834800', '#f0c27a'],
  'warn-soft': ['#fdf1dc', '#382a13'],
  err: ['#d03540', '#ee6a72'],
  'err-text': ['#a81e2c', '#f8a3a8'],
  'err-soft': ['#fdeaea', '#3d1c22'],
  info: ['#6f7690', '#8b92ab'],
  'info-text': ['#434a63', '#b9bfd2'],
  'info-soft': ['#eceef4', '#272a36'],
  production: ['#a3195b', '#e0609c'],
  'production-text': ['#8a124b', '#f3a5c8'],
  'production-soft': ['#fbe9f1', '#3a1a2b'],
  sandbox: ['#0f7a72', '#3bb3a8'],
  'sandbox-text': ['#0a5d57', '#85d9d1'],
  'sandbox-soft': ['#e0f3f1', '#12302e'],
  staging: ['#9a6400', '#d0a045'],
  'staging-text': ['#6f4800', '#e6c788'],
  'staging-soft': ['#f8eed8', '#332811'],
  highlight: ['#fde9a9', '#5c4a12'],
} as const

/** Mantine's own variables that would otherwise bring their greys along. */
const mantine = {
  '--mantine-color-body': 'var(--sw-surface)',
  '--mantine-color-text': 'var(--sw-text)',
  '--mantine-color-dimmed': 'var(--sw-text-3)',
  '--mantine-color-placeholder': 'var(--sw-text-3)',
  '--mantine-color-error': 'var(--sw-err-text)',
  '--mantine-color-default-border': 'var(--sw-line-2)',
  '--mantine-color-default': 'var(--sw-surface)',
  '--mantine-color-default-hover': 'var(--sw-hover)',
  '--mantine-color-anchor': 'var(--sw-accent-text)',
  '--mantine-color-disabled': 'var(--sw-hover)',
  '--mantine-color-disabled-color': 'var(--sw-text-3)',
  '--mantine-color-disabled-border': 'var(--sw-line-2)',
}

const scheme = (index: 0 | 1): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(table).map(([name, pair]) => [`--sw-${name}`, pair[index]])),
  ...mantine,
})

/** The variables of both colour schemes, as Mantine's `cssVariablesResolver` returns them. */
export const tokenVariables = {
  variables: {
    '--sw-mono': "'JetBrains Mono Variable', ui-monospace, 'Cascadia Mono', Consolas, monospace",
  },
  light: scheme(0),
  dark: scheme(1),
}
