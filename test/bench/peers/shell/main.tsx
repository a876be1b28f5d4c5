// An empty Mantine shell: what starting costs before there is an app.
import { AppShell, Button } from '@mantine/core'
import { mount } from '../mount.tsx'

mount(
  <AppShell navbar={{ width: 260, breakpoint: 'xs' }} padding="md">
    <AppShell.Navbar />
    <AppShell.Main>
      <h1>Empty shell</h1>
      <Button>Nothing</Button>
    </AppShell.Main>
  </AppShell>,
)
