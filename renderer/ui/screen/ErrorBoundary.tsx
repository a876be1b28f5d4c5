// Stands in for the whole window when drawing it fails: says so, and reloads. Never an empty page.
import { Component, type ReactNode } from 'react'
import { copyDiagnostics } from '../behaviour/copyDiagnostics.ts'
import classes from './ErrorBoundary.module.css'

type State = { failed: boolean; said: string }

/** React offers this to classes only. Plain elements: whatever failed may be what the others are made of. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false, said: '' }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main className={classes.page} role="alert">
        <h1>The window stopped working</h1>
        <p className={classes.text}>
          What is saved is unchanged. Unsaved changes of a relationship come back when the window is reloaded.
        </p>
        <div className={classes.actions}>
          <button type="button" className={classes.primary} onClick={() => location.reload()}>
            Reload
          </button>
          <button
            type="button"
            className={classes.button}
            onClick={() => void copyDiagnostics().then((said) => this.setState({ said }))}
          >
            Copy diagnostics
          </button>
        </div>
        <p role="status">{this.state.said}</p>
      </main>
    )
  }
}
