// Help on F1: the way through the app in five lines, the keys, the settings of the app, and what this app is.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useAppInfo } from '../state/queries.ts'
import { sayCopied } from '../ui/behaviour/copyText.ts'
import { sayCopiedDiagnostics } from '../ui/behaviour/copyDiagnostics.ts'
import { openDialog } from '../openDialog.ts'
import classes from './Help.module.css'

const steps: readonly (readonly [what: string, how: string])[] = [
  ['Connect', 'Connections › New: paste site, company ID and keys. Test connection names what is missing.'],
  ['Refresh', 'Reads boards, statuses, members and companies once. From then on everything works offline.'],
  [
    'Choose',
    'New relationship: the form asks for what the sync needs. Findings say what would fail and why.',
  ],
  ['Watch', 'Preview shows what these settings mean for each ticket of a sample. Nothing is sent.'],
  ['Hand over', 'Save configuration keeps a revision; Export and Handover sheet give it to others.'],
]

/** What help leads on to; each opens its own dialog. */
type Further = { showShortcuts: () => void; showAppSettings: () => void; showAbout: () => void }

export const openHelp = (further: Further): void => {
  openDialog({ title: 'Help', size: 560, children: <Help {...further} /> })
}

export const openAbout = (): void => {
  openDialog({ title: 'About Syncwright', size: 480, children: <About /> })
}

function Help({ showShortcuts, showAppSettings, showAbout }: Further) {
  return (
    <Stack>
      <dl className={classes.rows}>
        {steps.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <Group gap="sm">
        <Button variant="default" onClick={showShortcuts}>
          Keyboard shortcuts
        </Button>
        <Button variant="default" onClick={showAppSettings}>
          Settings of the app
        </Button>
        <Button variant="default" onClick={showAbout}>
          About Syncwright
        </Button>
      </Group>
    </Stack>
  )
}

function About() {
  const app = useAppInfo().data
  if (!app) return null
  const rows: readonly (readonly [what: string, value: string])[] = [
    ['Version', app.version],
    ['Data folder', app.dataFolder],
    ['Keys', app.keystore === 'system' ? `In ${app.keystoreName}` : 'In memory until you quit'],
    ['Policy', app.policy.path ?? 'None'],
    ['ConnectWise', 'Read only: Syncwright never writes to it.'],
  ]
  return (
    <Stack>
      <dl className={classes.rows}>
        {rows.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        Diagnostics hold versions, counts and the end of the log: no keys, no names out of ConnectWise.
      </Text>
      <Group gap="sm">
        <Button variant="default" onClick={sayCopiedDiagnostics}>
          Copy diagnostics
        </Button>
        <Button variant="default" onClick={() => sayCopied('The path', app.dataFolder)}>
          Copy the data folder&apos;s path
        </Button>
      </Group>
    </Stack>
  )
}
