// What Chromium's own switches would undo: those that open the app to others end the start, those that weaken it are told.
import type { CommandLine } from 'electron'

type Switches = Pick<CommandLine, 'hasSwitch' | 'getSwitchValue'>
type Environment = Readonly<Record<string, string | undefined>>

/** Switches of Chromium and Electron that hand keys or the page to whoever set them; what each does, as the end of a sentence. */
const refused: Readonly<Record<string, string>> = {
  'remote-debugging-port': 'lets other programs drive the window',
  'remote-debugging-pipe': 'lets other programs drive the window',
  'remote-debugging-address': 'lets other programs drive the window',
  'remote-debugging-targets': 'lets other programs drive the window',
  'remote-debugging-io-pipes': 'lets other programs drive the window',
  'js-flags': 'changes how the program runs',
  'load-extension': 'loads foreign code into the window',
  'renderer-cmd-prefix': 'runs another program around the window',
  'utility-cmd-prefix': 'runs another program around the network',
  'zygote-cmd-prefix': 'runs another program around the window',
  'gpu-launcher': 'runs another program around the window',
  'browser-subprocess-path': 'runs another program in place of the window',
  'ignore-certificate-errors': 'trusts every server',
  'ignore-certificate-errors-spki-list': 'trusts servers that nobody vouches for',
  'allow-insecure-localhost': 'trusts servers that nobody vouches for',
  'host-rules': 'sends requests to other servers than they are for',
  'host-resolver-rules': 'sends requests to other servers than they are for',
  'disable-web-security': 'takes the limits off the window',
  'allow-running-insecure-content': 'takes the limits off the window',
  'disable-site-isolation-trials': 'takes the limits off the window',
  'allow-file-access-from-files': 'takes the limits off the window',
  'ssl-key-log-file': 'writes down what decrypts the traffic',
  // components/os_crypt/common/keychain_password_mac.mm
  'use-mock-keychain': 'encrypts keys with a word that everybody knows',
}

/** Their names, for whoever ends the start and leaves none of them in force meanwhile. */
export const refusedSwitches: readonly string[] = Object.keys(refused)

/** Each takes a part of the sandbox away (sandbox/policy/switches.cc, content/public/common/content_switches.cc). */
const withoutPart = [
  'single-process',
  'in-process-gpu',
  'disable-gpu-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'no-zygote-sandbox',
]

/** Chromium's log of the network holds headers, keys among them, in this mode alone (net/log/net_log_capture_mode.h). */
const sensitive = /IncludeSensitive|Everything/i

/** A sentence when this start would give keys away; undefined when it may go on. Unpackaged runs are for developers, who need these. */
export function refusedStart(switches: Switches, isPackaged: boolean): string | undefined {
  if (!isPackaged) return undefined
  const found = Object.keys(refused).find((name) => switches.hasSwitch(name))
  if (found !== undefined)
    return `Syncwright does not start with --${found}: that ${refused[found]}. Start it without.`
  return sensitive.test(switches.getSwitchValue('net-log-capture-mode'))
    ? 'Syncwright does not start with a network log that includes sensitive data: it would hold keys. Start it without --net-log-capture-mode.'
    : undefined
}

/** What weakens this run without ending it: sentences for the window and the log. */
export function weakenedStart(switches: Switches, env: Environment): string[] {
  return [
    ...(switches.hasSwitch('no-sandbox')
      ? [
          env['ELECTRON_DISABLE_SANDBOX'] === undefined
            ? "Syncwright runs without Chromium's sandbox. An AppImage does so where the system allows no user namespaces; the deb package does not need them."
            : "Syncwright runs without Chromium's sandbox, because ELECTRON_DISABLE_SANDBOX is set on this computer.",
        ]
      : []),
    ...withoutPart
      .filter((name) => switches.hasSwitch(name))
      .map((name) => `--${name} takes a part of Chromium's sandbox away.`),
    ...(env['SSLKEYLOGFILE']
      ? [
          'SSLKEYLOGFILE is set on this computer, so what decrypts the traffic with ConnectWise is written down.',
        ]
      : []),
    ...['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'no-proxy-server']
      .filter((name) => switches.hasSwitch(name))
      .map((name) => `The proxy comes from --${name}, not from the settings of the system.`),
  ]
}

/**
 * What to ask for keys on Linux, for `--password-store`: on desktops that Chromium knows by name it chooses itself, on the
 * others (sway, Hyprland, i3) it asks none, although one may run (electron/electron#39789). KDE has its own.
 */
export const passwordStore = (env: Environment): string | undefined =>
  /\bKDE\b/.test(env['XDG_CURRENT_DESKTOP'] ?? '') ||
  /^(kde|plasma)/i.test(env['DESKTOP_SESSION'] ?? '') ||
  env['KDE_FULL_SESSION'] !== undefined
    ? undefined
    : 'gnome-libsecret'

type Told = {
  readonly platform: NodeJS.Platform
  readonly env: Environment
  readonly languages: readonly string[]
}

/** What Chromium is told at each start where nobody said otherwise. Before the app is ready. */
export function tellChromium(
  commandLine: Pick<CommandLine, 'hasSwitch' | 'appendSwitch'>,
  { platform, env, languages }: Told,
): void {
  const told = {
    lang: pageLocale(languages),
    'password-store': platform === 'linux' ? passwordStore(env) : undefined,
  }
  for (const [name, value] of Object.entries(told))
    if (value !== undefined && !commandLine.hasSwitch(name)) commandLine.appendSwitch(name, value)
}

/** Whether a window can be told to stay above the others: Wayland knows no such thing (Electron 38 runs there by itself). */
export const canStayOnTop = (platform: NodeJS.Platform, switches: Switches, env: Environment): boolean => {
  const asked = switches.getSwitchValue('ozone-platform')
  const isWayland = asked === 'wayland' || (asked !== 'x11' && env['XDG_SESSION_TYPE'] === 'wayland')
  return platform !== 'linux' || !isWayland
}

/** The locale of what Chromium draws itself, such as date fields: day before month, except for who reads American English. */
export const pageLocale = (preferred: readonly string[]): string =>
  /^en[-_]US\b/i.test(preferred[0] ?? '') ? 'en-US' : 'en-GB'
