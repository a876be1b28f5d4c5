// The settings of the app itself: theme, size of the text, language of dates.
import { NativeSelect, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import {
  type AppSettings,
  changeAppSettings,
  dateLanguages,
  isDateLanguage,
  textSizes,
  useAppSettings,
} from '../state/appSettings.ts'
import { openDialog } from '../openDialog.ts'
import { Segments } from '../ui/screen/Segments.tsx'

const themeLabels: readonly { value: AppSettings['theme']; label: string }[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export const openAppSettings = (): void => {
  openDialog({ title: 'Settings of the app', size: 440, children: <AppSettingsForm /> })
}

function AppSettingsForm() {
  const { theme, textSize, dates } = useAppSettings()
  const themeLabel = useId()
  return (
    <Stack>
      <div>
        <Text id={themeLabel} fw={500} mb={4}>
          Theme
        </Text>
        <Segments
          fullWidth
          aria-labelledby={themeLabel}
          value={theme}
          onChange={(value) => changeAppSettings({ theme: value })}
          data={[...themeLabels]}
        />
      </div>
      <NativeSelect
        label="Text size"
        description="Everything grows with it."
        value={String(textSize)}
        onChange={(event) => {
          const size = textSizes.find((each) => String(each) === event.currentTarget.value)
          if (size) changeAppSettings({ textSize: size })
        }}
        data={textSizes.map((size) => ({ value: String(size), label: `${size} %` }))}
      />
      <NativeSelect
        label="Language of dates"
        value={dates}
        onChange={({ currentTarget }) => {
          if (isDateLanguage(currentTarget.value)) changeAppSettings({ dates: currentTarget.value })
        }}
        data={Object.entries(dateLanguages).map(([value, label]) => ({ value, label }))}
      />
      <Text size="sm" c="dimmed">
        Kept on this computer, in no file that leaves it.
      </Text>
    </Stack>
  )
}
