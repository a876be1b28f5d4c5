// In place of a preview that would say the same of every ticket: what is to be chosen before it has something to say.
import { Button } from '@mantine/core'
import { type FieldPath, fields } from '../../shared/relationship/fields.ts'
import type { Role } from '../../shared/relationship/roles.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Message } from '../ui/Message.tsx'
import { SeverityIcon } from '../ui/SeverityIcon.tsx'
import { useGoToField } from '../ui/behaviour/goToField.ts'

type ChooseFirstProps = {
  role: Role
  /** At least one. */
  paths: readonly FieldPath[]
  /** Judges the form as it is. */
  onCheck: () => void
}

export function ChooseFirst({ role, paths, onCheck }: ChooseFirstProps) {
  const goToField = useGoToField()
  const [next] = paths
  return (
    <Message
      icon={<SeverityIcon kind="open" size={26} />}
      title={`${paths.length} to choose first`}
      actions={
        <>
          {next && (
            <Button size="xs" variant="default" onClick={() => goToField(next)}>
              Go to {fields[next].label}
            </Button>
          )}
          <LinkButton onClick={onCheck}>Show it as it is</LinkButton>
        </>
      }
    >
      Until {paths.length === 1 ? 'it is' : 'they are'} chosen, the preview would say{' '}
      {role === 'target' ? 'Fail' : 'Skip'} for every ticket:{' '}
      {paths.map((path) => fields[path].label).join(', ')}.
    </Message>
  )
}
