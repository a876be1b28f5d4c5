// The list of keyboard shortcuts, shown on `?`, from the palette and from the status bar.
import { Key } from '../ui/Key.tsx'
import { openDialog } from '../openDialog.ts'
import classes from './Shortcuts.module.css'

const groups: readonly {
  title: string
  rows: readonly (readonly [keys: readonly string[], does: string])[]
}[] = [
  {
    title: 'Everywhere',
    rows: [
      [['Ctrl K'], 'Search or jump to anything'],
      [['F6', 'Shift F6'], 'Next pane, pane before'],
      [['Esc'], 'Close what lies on top; with nothing open, ask to discard the changes'],
      [['Alt ←', 'Alt →'], 'To the screen before, and forth again (also the side buttons of a mouse)'],
      [['Ctrl F'], 'The search of the screen'],
      [['Ctrl A'], 'All rows of a list with boxes; elsewhere the text you are in'],
      [['Shift'], 'With a click on the box of a row: all rows from the last one clicked to it'],
      [['Shift F10'], 'The menu of a row (also a right click)'],
      [['Delete'], 'That menu at what deletes the row; Enter does it'],
      [['F1'], 'Help'],
      [['?'], 'This list'],
    ],
  },
  {
    title: 'A relationship or a connection',
    rows: [
      [['Ctrl S'], 'Save'],
      [['Ctrl Z', 'Ctrl Y'], 'Take back the last change, or what was deleted or discarded; make it again'],
      [['F5', 'Ctrl R'], 'Refresh the reference data'],
      [['Ctrl E'], 'Export the saved relationship'],
      [['F2'], 'Rename it (also at a row that lists it)'],
    ],
  },
  {
    title: 'Pickers',
    rows: [
      [['↑', '↓'], 'Open, and move through the list'],
      [['Enter'], 'Choose'],
      [['Tab'], 'Go on to what is hidden, and to where the choice is used'],
      [['←', 'Delete'], 'Go to one of several choices, remove it'],
      [['Backspace'], 'Remove the last of several choices'],
    ],
  },
  {
    title: 'Findings, preview and panes',
    rows: [
      [['F8', 'Shift F8'], 'Field of the next finding, of the one before'],
      [['↑', '↓'], 'Move through findings or tickets'],
      [['←', '→'], 'On the handle between two panes: make them wider or narrower'],
      [['Enter'], 'Go into the ticket, Esc goes back to the list'],
    ],
  },
]

/** Opens the list. */
export function openShortcuts(): void {
  openDialog({ title: 'Keyboard shortcuts', size: 620, children: <Shortcuts /> })
}

function Shortcuts() {
  return (
    <div className={classes.groups}>
      {groups.map(({ title, rows }) => (
        <section key={title} aria-label={title}>
          <h3 className={classes.title}>{title}</h3>
          <dl className={classes.rows}>
            {rows.map(([keys, does]) => (
              <div key={does}>
                <dt>
                  {keys.map((key) => (
                    <Key key={key} spoken>
                      {key}
                    </Key>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
