// The way from whatever speaks of a setting to the setting itself; the open screen knows how.
import { createContext, use } from 'react'

type GoToField = (path: string) => void

/** Without a form on the screen there is nowhere to go. */
export const GoToFieldContext = createContext<GoToField>(() => undefined)

/** `path` is a finding's field (a settings path, `connection`, `apiOverride`, `snapshot`) or `connectionTest`. */
export const useGoToField = (): GoToField => use(GoToFieldContext)
