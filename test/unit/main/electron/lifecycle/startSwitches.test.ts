// Which switches of Chromium end a start, which are told, and what an unpackaged run may do.
import { expect, test } from 'vitest'
import {
  pageLocale,
  refusedStart,
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
