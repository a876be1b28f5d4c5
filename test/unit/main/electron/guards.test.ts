// What a page may not do is refused, whatever it tries.
import { EventEmitter } from 'node:events'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import {
  externalAddress,
  guardContents,
  guardSession,
  withholdCertificates,
} from '../../../../main/electron/guards.ts'

function guarded() {
  const opened: string[] = []
  let windowOpen: (details: { url: string }) => unknown = () => undefined
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof windowOpen) => {
      windowOpen = handler
    },
  })
  guardContents(contents as unknown as WebContents, (address) => void opened.push(address))
  const prevented = (event: string, url: string): boolean => {
    let stopped = false
    contents.emit(event, { url, preventDefault: () => (stopped = true) })
    return stopped
  }
  return { prevented, open: (url: string) => windowOpen({ url }), opened }
}

test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
  '%s stays on the app’s own page',
  (event) => {
    const { prevented } = guarded()
    for (const url of [
      'https://example.test/',
      'file:///etc/passwd',
      'app://other/',
      'javascript:alert(1)',
      'about:blank',
      '',
    ]) {
      expect(prevented(event, url), url).toBe(true)
    }
    expect(prevented(event, 'app://bundle/index.html#/settings')).toBe(false)
  },
)

test.each(['will-attach-webview', 'content-bounds-updated'])('%s is never let happen', (event) => {
  expect(guarded().prevented(event, 'app://bundle/index.html')).toBe(true)
})

test('no second window opens; a link to the documentation goes to the system’s browser', () => {
  const { open, opened } = guarded()
  expect(open('https://example.test/')).toEqual({ action: 'deny' })
  expect(opened).toEqual([])
  expect(open('https://developer.connectwise.com/Products?a=1#part')).toEqual({ action: 'deny' })
  expect(opened).toEqual(['https://developer.connectwise.com/Products?a=1'])
})

describe('an address that may not leave', () => {
  test.each([
    'http://developer.connectwise.com/',
    'https://developer.connectwise.com.example.test/',
    'https://example.test/?developer.connectwise.com',
    'https://user@developer.connectwise.com/',
    'https://developer.connectwise.com:8443/',
    'file:///C:/Windows/System32/calc.exe',
    'javascript:alert(1)',
    'smb://developer.connectwise.com/share',
    'ms-settings:privacy',
    'not an address',
    '',
  ])('%s', (address) => {
    expect(externalAddress(address)).toBeUndefined()
  })
})

test('every permission is denied, nothing is downloaded, and no file is waited for', () => {
  type Request = (contents: unknown, permission: string, decide: (granted: boolean) => void) => void
  let request: Request = () => undefined
  let check = (): boolean => true
  const spelling: unknown[] = []
  const session = Object.assign(new EventEmitter(), {
    setSpellCheckerEnabled: (on: boolean) => void spelling.push(on),
    setSpellCheckerDictionaryDownloadURL: (url: string) => void spelling.push(new URL(url).hostname),
    setPermissionRequestHandler: (handler: Request) => {
      request = handler
    },
    setPermissionCheckHandler: (handler: typeof check) => {
      check = handler
    },
  })
  guardSession(session as unknown as Session)
  expect(spelling).toEqual([false, '127.0.0.1'])
  const decisions: unknown[] = []
  request(null, 'geolocation', (granted) => decisions.push(granted))
  session.emit('file-system-access-restricted', {}, {}, (action: string) => decisions.push(action))
  expect(decisions).toEqual([false, 'deny'])
  expect(check()).toBe(false)
  let stopped = false
  session.emit('will-download', { preventDefault: () => (stopped = true) })
  expect(stopped).toBe(true)
})

describe('a server that asks for a certificate', () => {
  const mine = { subjectName: 'Kim' }
  const shown = (server: string, named: string[]) => {
    const app = new EventEmitter()
    withholdCertificates(app as unknown as App, named)
    const event = { preventDefault: vi.fn<() => void>() }
    const choose = vi.fn<(certificate?: unknown) => void>()
    app.emit('select-client-certificate', event, null, server, [mine, { subjectName: 'Lee' }], choose)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(choose).toHaveBeenCalledOnce()
    return choose.mock.calls[0]?.[0]
  }

  test.each([
    ['none is named', 'psa.example.test:443', []],
    ['another one is named', 'psa.example.test:443', ['example.test', 'other.example.test']],
    ['another port is named', 'psa.example.test:8443', ['psa.example.test']],
    ['what is named is no server', 'psa.example.test:443', ['', 'psa example']],
    ['nobody knows who asks', '', ['']],
  ])('gets none where %s', (_title, server, named) => {
    expect(shown(server, named)).toBeUndefined()
  })

  test.each([
    ['psa.example.test:443', 'psa.example.test'],
    ['psa.example.test:8443', 'PSA.example.test:8443'],
    ['psa.example.test:443', 'https://psa.example.test/v4_6_release'],
    ['[::1]:443', '[::1]'],
  ])('%s gets the first that it accepts where %s is named', (server, named) => {
    expect(shown(server, [named])).toBe(mine)
  })
})
