import { useSyncExternalStore } from 'react';

/** The reader's own choice, kept by the browser; null: as the system wishes. */
export type ThemeChoice = 'light' | 'dark' | null;

const key = 'weft.theme';
const listeners = new Set<() => void>();
const system = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

export function chosenTheme(): ThemeChoice {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : null;
}

export function applyTheme(choice: ThemeChoice): void {
  if (choice === null) {
    localStorage.removeItem(key);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(key, choice);
    document.documentElement.dataset.theme = choice;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const query = system();
  listeners.add(listener);
  query.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    query.removeEventListener('change', listener);
  };
}

/** The theme on screen: chosen, else the system's. */
export function useThemeName(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, () => chosenTheme() ?? (system().matches ? 'dark' : 'light'));
}
