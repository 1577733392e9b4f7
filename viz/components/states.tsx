import type { ReactNode } from 'react';
import type { RequestFailed } from '#viz/client/request.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** While something is read or computed. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <div className="state" role="status">
      <p className="lead waiting">{what}</p>
    </div>
  );
}

/** A page that has no answer, and says why and what to do. */
export function Nothing({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  useTitle(heading);
  return (
    <div className="state">
      <h1>{heading}</h1>
      <p>{children}</p>
    </div>
  );
}

const byCode: Readonly<Record<string, string>> = { offline: 'No answer', CANCELLED: 'Cancelled' };
const byStatus: Readonly<Record<number, string>> = {
  404: 'There is no such network',
  503: 'Not available now',
};

/** What the server said, or that it said nothing; and a way to ask again. */
export function Failed({ error, again }: { readonly error: RequestFailed; readonly again: () => void }) {
  const heading = byCode[error.code] ?? byStatus[error.status] ?? 'This did not work';
  const more = error.code === 'offline' ? ' Is it running, and this computer connected?' : '';
  useTitle(heading);
  return (
    <div className="state" role="alert">
      <h1>{heading}</h1>
      <p>
        {error.message}
        {more}
      </p>
      <button type="button" className="button" onClick={again}>
        Ask again
      </button>
    </div>
  );
}
