import { Component, type ReactNode } from 'react';

interface CaughtProps {
  /** Where one is: elsewhere is another try. */
  readonly place: string;
  readonly children: ReactNode;
}

interface CaughtState {
  readonly message: string | null;
  readonly place: string;
}

/**
 * A page that cannot be drawn says so, and what else is on screen stays: a part of an older Weft that the server has no
 * longer, or a fault of ours.
 */
export class Caught extends Component<CaughtProps, CaughtState> {
  override state: CaughtState = { message: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<CaughtState> {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  static getDerivedStateFromProps({ place }: CaughtProps, state: CaughtState): CaughtState | null {
    return place === state.place ? null : { message: null, place };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main id="main" className="page">
        <div className="state" role="alert">
          <h1>This page could not be shown</h1>
          <p>
            Weft may have been updated since it was opened here; loading it again helps then. Nothing of the
            records is lost. What went wrong: {message}
          </p>
          <button type="button" className="button" onClick={() => location.reload()}>
            Load it again
          </button>
        </div>
      </main>
    );
  }
}
