import { type ReactNode, useState } from 'react';
import { Link } from '#viz/components/link.tsx';
import { type NetworkAddress, pageAddress } from '#viz/state/shown.ts';
import type { PageName } from '#viz/state/address.ts';
import { applyTheme, useThemeName } from '#viz/state/theme-choice.ts';

const items: readonly (readonly [PageName, string])[] = [
  ['findings', 'Findings'],
  ['map', 'Map'],
  ['organizations', 'Organizations'],
  ['silos', 'Silos'],
  ['bridge-builders', 'Bridge-builders'],
  ['sectors', 'Sectors'],
];

interface BarProps {
  readonly address?: NetworkAddress;
  readonly name?: string;
  readonly search?: ReactNode;
}

/** The header: where one is, where one can go, search, light or dark. */
export function Bar({ address, name, search }: BarProps) {
  const [open, setOpen] = useState(false);
  return (
    <header className="bar" data-open={open}>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Link className="brand" to={{ network: null, query: { all: '1' } }}>
        Weft
      </Link>
      {address !== undefined && (
        <>
          <Link className="network" to={pageAddress(address, 'findings')}>
            {name ?? address.network}
          </Link>
          <nav aria-label="Pages of this network">
            <ul>
              {items.map(([page, label]) => (
                <li key={page}>
                  <Link
                    to={pageAddress(address, page)}
                    aria-current={address.page === page ? 'page' : undefined}
                    onClickCapture={() => setOpen(false)}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </>
      )}
      {search}
      <div className="tools">
        <ThemeButton />
        {address !== undefined && (
          <button
            type="button"
            className="button square menu"
            aria-expanded={open}
            aria-label="Pages"
            onClick={() => setOpen(!open)}
          >
            <svg
              width="16"
              height="16"
              viewBox="0 0 16 16"
              aria-hidden="true"
              stroke="currentColor"
              strokeWidth="2"
            >
              <path d="M1 3h14M1 8h14M1 13h14" />
            </svg>
          </button>
        )}
      </div>
    </header>
  );
}

function ThemeButton() {
  const theme = useThemeName();
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="button square"
      aria-label={`Show in ${other} colours`}
      title={`Show in ${other} colours`}
      onClick={() => applyTheme(other)}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
    </button>
  );
}
