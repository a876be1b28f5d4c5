// Opens what helps: its code comes when it is asked for, not with the first screen.

export const showHelp = (): void =>
  void import('./Help.tsx').then(({ openHelp }) => openHelp({ showShortcuts, showAppSettings, showAbout }))

export const showAbout = (): void => void import('./Help.tsx').then(({ openAbout }) => openAbout())

export const showShortcuts = (): void =>
  void import('./Shortcuts.tsx').then(({ openShortcuts }) => openShortcuts())

export const showAppSettings = (): void =>
  void import('./AppSettingsDialog.tsx').then(({ openAppSettings }) => openAppSettings())
