// What stands above the form when another revision came in between.
import { sidesOf } from '../../shared/conflict.ts'
import { valueAt } from '../../shared/relationship/fieldAccess.ts'
import type { RelationshipDraft } from '../../shared/relationship/draft.ts'
import { fieldPaths, fields } from '../../shared/relationship/fields.ts'
import { copySetting } from '../../shared/relationship/values.ts'
import { ConflictNotice } from '../ui/screen/ConflictNotice.tsx'
import { settingWords, headLabels } from '../ui/words/settingWords.ts'
import { type DraftForm, headKeys } from '../settings/settingsFront.ts'
import { relativeTime } from '../ui/words/time.ts'

/** Every place of a draft; the typed key is in none. */
const paths = [...headKeys, 'connectionId' as const, ...fieldPaths]
type Path = (typeof paths)[number]

const isHead = (path: Path): path is keyof typeof headLabels => path in headLabels
const read = (draft: RelationshipDraft, path: Path): unknown =>
  isHead(path) ? draft[path] : valueAt(draft, path)

/** `draft` with one place taken from `from`. */
const takePlace = (draft: RelationshipDraft, from: RelationshipDraft, path: Path): RelationshipDraft =>
  isHead(path)
    ? { ...draft, [path]: from[path] }
    : path === 'apiOverride.privateKey'
      ? draft
      : copySetting(draft, from, path)

export function SaveNotices({ form }: { form: DraftForm }) {
  const { conflict, base, draft } = form
  return (
    <>
      {conflict && (
        <ConflictNotice
          key={conflict.revision.number}
          title={`Revision ${conflict.revision.number} was saved in the meantime`}
          sides={sidesOf(paths, { base: base.draft, mine: draft, theirs: conflict.draft }, read)}
          labelOf={(path) => (isHead(path) ? headLabels[path] : fields[path].label)}
          wordsOf={settingWords}
          onMerge={(mine) =>
            form.merge(mine.reduce((merged, path) => takePlace(merged, draft, path), conflict.draft))
          }
          onTakeTheirs={form.discard}
        >
          Saved by <bdi>{conflict.revision.user}</bdi>, {relativeTime(conflict.revision.savedAt)}. Nothing was
          overwritten; what both have changed is yours to choose.
        </ConflictNotice>
      )}
    </>
  )
}
