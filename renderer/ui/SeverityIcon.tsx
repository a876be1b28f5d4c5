// One icon per verdict, the same everywhere: error, warning, information, all good, unfinished.
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
  IconInfoCircleFilled,
} from '@tabler/icons-react'

export type IconKind = 'error' | 'warning' | 'info' | 'ok' | 'open'

const icons = {
  error: [IconCircleXFilled, 'var(--sw-err)'],
  warning: [IconAlertTriangleFilled, 'var(--sw-warn)'],
  info: [IconInfoCircleFilled, 'var(--sw-info)'],
  ok: [IconCircleCheckFilled, 'var(--sw-ok)'],
  open: [IconCircleDashed, 'var(--sw-info)'],
} as const

/** Decorative: the word beside it carries the meaning. `size` in pixels. */
export function SeverityIcon({ kind, size = 16 }: { kind: IconKind; size?: number }) {
  const [Icon, colour] = icons[kind]
  return <Icon size={size} color={colour} aria-hidden style={{ flexShrink: 0 }} />
}
