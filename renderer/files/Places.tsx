// Where everything is kept on this computer, and what an administrator decided about it.
import { Checkbox } from '@mantine/core'
import { fields } from '../../shared/relationship/fields.ts'
import { type LockedSetting, lockReason } from '../../shared/relationship/policy.ts'
import { useAppInfo, useChange } from '../state/queries.ts'
import { settingWords } from '../ui/words/settingWords.ts'
import { Notice } from '../ui/Notice.tsx'
import classes from './Files.module.css'

export function ImportPlaces() {
  const app = useAppInfo().data
  const look = useChange('app:lookForVersions')
  if (!app) return null
  const { path, policy } = app.policy
  const { allowedSites, locked } = policy
  const settings = Object.keys(locked) as LockedSetting[]
  return (
    <section className={classes.section}>
      <h2>Where things are</h2>
      <p className={classes.about}>
        Everything is kept in <span className="mono">{app.dataFolder}</span>; private keys in{' '}
        {app.keystore === 'system' ? app.keystoreName : 'memory, until Syncwright quits'}.
      </p>
      {app.policy.policy.updateCheck && (
        <Checkbox
          label="Tell me about new versions"
          description="One question at each start, the same from everybody, to syncwright.example.test. Nothing is downloaded."
          checked={app.looksForVersions}
          onChange={(event) => look.mutate({ on: event.currentTarget.checked })}
        />
      )}
      {path && (
        <Notice kind="info" title="Managed by your administrator">
          <p className={classes.about}>
            The policy is in <span className="mono">{path}</span> and cannot be changed here.
          </p>
          <ul className={classes.rules}>
            {allowedSites && (
              <li>
                {allowedSites.length === 0
                  ? 'No site may be reached.'
                  : `Only these sites may be reached: ${allowedSites.join(', ')}.`}
              </li>
            )}
            {!policy.updateCheck && <li>Syncwright does not look for updates.</li>}
            {settings.map((setting) => (
              <li key={setting}>
                {fields[setting].label}: {settingWords(locked[setting]?.value)}. {lockReason(locked, setting)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  )
}
