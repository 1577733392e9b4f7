import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Link } from '#viz/components/link.tsx';
import { type NetworkAddress, pageAddress } from '#viz/state/shown.ts';
import type { PageName } from '#viz/state/address.ts';
import { applyTheme, useThemeName } from '#viz/state/theme-choice.ts';

type Item = readonly [PageName, string];
const items: readonly Item[] = [
  ['findings', 'Findings'],
  ['map', 'Map'],
  ['organizations', 'Organizations'],
  ['silos', 'Silos'],
  ['bridge-builders', 'Bridge-builders'],
  ['sectors', 'Sectors'],
  ['communities', 'Communities'],
  ['convene', 'Convene'],
  ['reports', 'Reports'],
  ['data', 'Data'],
];
const more: readonly Item[] = [
  ['people', 'People'],
  ['relationships', 'Relationships'],
  ['collaborations', 'Collaborations'],
  ['gatherings', 'Gatherings'],
  ['needs', 'Needs'],
  ['offers', 'Offers'],
  ['sources', 'Sources'],
  ['history', 'History'],
  ['settings', 'Settings'],
];

interface BarProps {
  readonly address?: NetworkAddress;
  readonly name?: string;
  readonly search?: ReactNode;
}

/** The header: where one is, where one can go, search, light or dark. */
export function Bar({ address, name, search }: BarProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
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
          <NetworkMenu address={address} name={name ?? address.network} />
          <nav aria-label="Pages of this network">
            <ul>
              {items.map((item) => (
                <PageItem key={item[0]} item={item} address={address} onGo={close} />
              ))}
            </ul>
            <ul className="only-menu">
              {more.map((item) => (
                <PageItem key={item[0]} item={item} address={address} onGo={close} />
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

interface PageItemProps {
  readonly item: Item;
  readonly address: NetworkAddress;
  readonly onGo: () => void;
}

function PageItem({ item: [page, label], address, onGo }: PageItemProps) {
  return (
    <li>
      <Link
        to={pageAddress(address, page)}
        aria-current={address.page === page ? 'page' : undefined}
        onClickCapture={onGo}
      >
        {label}
      </Link>
    </li>
  );
}

/** The network's name; below it the pages that are not in the bar. */
function NetworkMenu({ address, name }: { readonly address: NetworkAddress; readonly name: string }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement | null>(null);
  const close = () => setOpen(false);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent | FocusEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    addEventListener('focusin', outside);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <div
      className="network-menu"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
        box.current?.querySelector('button')?.focus();
      }}
    >
      <button type="button" className="network" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="name">{name}</span> <span aria-hidden="true">▾</span>
        <span className="spoken"> More pages of this network</span>
      </button>
      {open && (
        <ul>
          {more.map((item) => (
            <PageItem key={item[0]} item={item} address={address} onGo={close} />
          ))}
          <li className="apart">
            <Link to={{ network: null, query: { all: '1' } }} onClickCapture={close}>
              All networks
            </Link>
          </li>
        </ul>
      )}
    </div>
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
