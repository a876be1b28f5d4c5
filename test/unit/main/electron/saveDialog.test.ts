// A name typed without an ending gets that of what is saved.
import { expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ BrowserWindow: {}, dialog: {} }))
const { withEnding } = await import('../../../../main/electron/saveDialog.ts')

test.each([
  ['/x/settings', 'a.syncwright.json', '/x/settings.syncwright.json'],
  ['/x/Contoso v1.2', 'a.syncwright-bundle', '/x/Contoso v1.2.syncwright-bundle'],
  ['/x/sheet', 'a handover.html', '/x/sheet.html'],
  ['/x/settings.json', 'a.syncwright.json', '/x/settings.json'],
  ['/x/sheet.htm', 'a handover.html', '/x/sheet.htm'],
])('%s as %s is %s', (path, suggested, saved) => expect(withEnding(path, suggested)).toBe(saved))
