import { useSyncExternalStore } from 'react';
import { type Address, formatAddress, parseAddress } from '#viz/state/address.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    removeEventListener('popstate', listener);
  };
}

const current = (): string => location.pathname + location.search;

/** The address on screen; null: there is no such page. */
export function useAddress(): Address | null {
  const text = useSyncExternalStore(subscribe, current);
  const at = text.indexOf('?');
  return at < 0 ? parseAddress(text, '') : parseAddress(text.slice(0, at), text.slice(at));
}

/**
 * Goes to an address. A new place is a step that Back undoes; `replace` is for what changes continuously, such as the
 * camera while one drags.
 */
export function goTo(address: Address | string, how: 'step' | 'replace' = 'step'): void {
  const text = typeof address === 'string' ? address : formatAddress(address);
  if (text === current()) return;
  const before = location.pathname;
  if (how === 'step') history.pushState(null, '', text);
  else history.replaceState(null, '', text);
  for (const listener of [...listeners]) listener();
  if (location.pathname !== before) scrollTo(0, 0);
}
