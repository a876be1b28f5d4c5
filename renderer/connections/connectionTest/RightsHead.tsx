// The head of a table of rights, with the button that copies the request for the administrator.
import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { administratorRequest } from '../../../shared/rights/administratorRequest.ts'
import type { Permission } from '../../../shared/connection/connection.ts'
import type { Needs } from '../../../shared/rights/needs.ts'
import { copyText } from '../../ui/behaviour/copyText.ts'
import classes from './TestPanel.module.css'
import { PanelHead } from '../../ui/screen/Panel.tsx'
import type { TestRun } from './testRun.ts'
import { roleWords } from '../../../shared/relationship/roles.ts'

export type RightsRequest = {
  permissions: readonly Permission[]
  companyId: string
  needs: Needs
  member: string | null
  unlicensed?: boolean
}

/** What a finished test asks the administrator for. */
export const requestOf = (
  { about, result }: TestRun,
  permissions: readonly Permission[],
  needs: Needs,
): RightsRequest => ({
  permissions,
  companyId: about.credentials.companyId,
  needs,
  member: result?.sight?.member ?? null,
  unlicensed: result?.sight?.unlicensed ?? false,
})

type RightsHeadProps = {
  title: string
  request: RightsRequest
  /** Copying is the next thing to do. */
  primary: boolean
}

export function RightsHead({ title, request, primary }: RightsHeadProps) {
  /** What became of the text that was copied last; of another role or other keys nothing is said. */
  const [copied, setCopied] = useState({ text: '', words: '' })
  const text = administratorRequest(request)
  const copy = () =>
    setCopied({
      text,
      words: copyText(text)
        ? request.permissions.every(({ state }) => state === 'granted')
          ? 'Every right is there, so there is nothing to ask for.'
          : 'Copied. Paste it into a message to the administrator.'
        : 'The clipboard refused the text. Try again.',
    })
  return (
    <>
      <PanelHead title={title}>
        <p>For role {roleWords[request.needs.role]} and the settings chosen above</p>
        <Button
          variant={primary ? 'filled' : 'default'}
          leftSection={<IconCopy size={16} aria-hidden />}
          onClick={copy}
        >
          Copy request for the administrator
        </Button>
      </PanelHead>
      <p className={classes.said} role="status">
        {copied.text === text && copied.words}
      </p>
    </>
  )
}
