// Which switches of Chromium end a start, which are told, and what an unpackaged run may do.
import { expect, test } from 'vitest'
import {
  canStayOnTop,
  pageLocale,
  passwordStore,
  refusedStart,
  tellChromium,
  weakenedStart,
} from '../../../../../main/electron/lifecycle/startSwitches.ts'

const switches = (given: Record<string, string>) => ({
  hasSwitch: (name: string) => name in given,
  getSwitchValue: (name: string) => given[name] ?? '',
})

test.each([
  'remote-debugging-port',
  'remote-debugging-pipe',
  'ignore-certificate-errors',
  'host-resolver-rules',
  'disable-web-security',
  'ssl-key-log-file',
  'utility-cmd-prefix',
  'zygote-cmd-prefix',
  'browser-subprocess-path',
  'use-mock-keychain',
])('--%s ends the start of an installed app, by name', (name) => {
  expect(refusedStart(switches({ [name]: '1' }), true)).toContain(`--${name}`)
  expect(refusedStart(switches({ [name]: '1' }), false)).toBeUndefined()
})

test('a network log is welcome until it would hold keys', () => {
  const log = { 'log-net-log': 'net.json' }
  expect(refusedStart(switches(log), true)).toBeUndefined()
  expect(refusedStart(switches({ ...log, 'net-log-capture-mode': 'IncludeSensitive' }), true)).toContain(
    'keys',
  )
})

test('what only weakens the run is told and goes on', () => {
  const found = weakenedStart(
    switches({ 'no-sandbox': '', 'disable-gpu-sandbox': '', 'proxy-server': 'p:3128' }),
    {
      SSLKEYLOGFILE: 'keys.log',
    },
  )
  expect(
    found.map((sentence) => /--disable-gpu-sandbox|sandbox|SSLKEYLOGFILE|--proxy-server/.exec(sentence)?.[0]),
  ).toEqual(['sandbox', '--disable-gpu-sandbox', 'SSLKEYLOGFILE', '--proxy-server'])
  expect(refusedStart(switches({ 'no-sandbox': '' }), true)).toBeUndefined()
  // Electron makes a switch of it, also where it is empty (electron_main_delegate.cc).
  expect(weakenedStart(switches({ 'no-sandbox': '' }), { ELECTRON_DISABLE_SANDBOX: '' })).toMatchObject([
    expect.stringContaining('ELECTRON_DISABLE_SANDBOX'),
  ])
  expect(weakenedStart(switches({}), {})).toEqual([])
})

test.each([
  [['en-US', 'de-DE'], 'en-US'],
  [['en_US.UTF-8'], 'en-US'],
  [['en-AU'], 'en-GB'],
  [['de-DE', 'en-US'], 'en-GB'],
  [[], 'en-GB'],
])('dates are written as people of %j write them', (languages, locale) => {
  expect(pageLocale(languages)).toBe(locale)
})

test.each([
  ['a desktop that Chromium does not know', { XDG_CURRENT_DESKTOP: 'Hyprland' }, 'gnome-libsecret'],
  ['GNOME as Ubuntu calls it', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, 'gnome-libsecret'],
  ['none at all', {}, 'gnome-libsecret'],
  ['KDE', { XDG_CURRENT_DESKTOP: 'KDE' }, undefined],
  ['KDE of old', { DESKTOP_SESSION: 'plasma' }, undefined],
])('on %s the keys are asked of its own keystore', (_desktop, env, store) => {
  expect(passwordStore(env)).toBe(store)
})

test('what somebody told Chromium stays as it was told', () => {
  const told: string[][] = []
  const line = (given: Record<string, string>) => ({
    ...switches(given),
    appendSwitch: (...each: string[]) => void told.push(each),
  })
  const circumstances = { platform: 'linux', env: {}, languages: ['en-AU'] } as const
  tellChromium(line({ 'password-store': 'basic' }), circumstances)
  expect(told.splice(0)).toEqual([['lang', 'en-GB']])
  tellChromium(line({ lang: 'en-US' }), { ...circumstances, platform: 'win32' })
  expect(told).toEqual([])
})

test.each([
  ['linux', {}, { XDG_SESSION_TYPE: 'wayland' }, false],
  ['linux', { 'ozone-platform': 'x11' }, { XDG_SESSION_TYPE: 'wayland' }, true],
  ['linux', {}, { XDG_SESSION_TYPE: 'x11' }, true],
  ['linux', { 'ozone-platform': 'wayland' }, {}, false],
  ['darwin', {}, {}, true],
] as const)('%s with %j and %j keeps a window on top: %s', (platform, given, env, can) => {
  expect(canStayOnTop(platform, switches(given), env)).toBe(can)
})
