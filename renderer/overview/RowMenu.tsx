// The menu of one relationship in the overview: opened by its button, by a right click or by Shift F10.
import { Menu } from '@mantine/core'
import { IconArrowsDiff, IconCopyPlus, IconExternalLink, IconTemplate, IconTrash } from '@tabler/icons-react'
import type { RelationshipSummary } from '../../shared/ipc/relationshipCalls.ts'
import { useRelationshipActions } from '../relationship/head/useRelationshipActions.ts'
import { useNavigation } from '../state/navigation.tsx'
import { useRelationships, useTemplates } from '../state/queries.ts'

/** In pixels of the window. */
export type MenuPlace = { x: number; y: number }

type RowMenuProps = {
  relationship: RelationshipSummary
  place: MenuPlace
  onCompare: () => void
  onTemplate: () => void
  onClose: () => void
}

export function RowMenu({ relationship, place, onCompare, onTemplate, onClose }: RowMenuProps) {
  const { go } = useNavigation()
  const { id, contractName } = relationship
  const { duplicate, remove } = useRelationshipActions(id, contractName)
  const comparable = (useRelationships().data?.length ?? 0) + (useTemplates().data?.length ?? 0) > 1
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      portalProps={{ target: 'main' }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: place.x, top: place.y, width: 0, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconExternalLink size={16} />}
          onClick={() => go({ name: 'relationship', id })}
        >
          Open
        </Menu.Item>
        {comparable && (
          <Menu.Item leftSection={<IconArrowsDiff size={16} />} onClick={onCompare}>
            Compare
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopyPlus size={16} />} onClick={duplicate}>
          Duplicate
        </Menu.Item>
        <Menu.Item leftSection={<IconTemplate size={16} />} onClick={onTemplate}>
          Save as a template
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={() => remove()}>
          Delete relationship
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
