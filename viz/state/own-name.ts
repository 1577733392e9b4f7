const key = 'weft.name';

/** The name under which this browser's changes stand in the history; '' until its reader gives one. */
export function ownName(): string {
  return localStorage.getItem(key) ?? '';
}

export function setOwnName(name: string): void {
  if (name.trim() === '') localStorage.removeItem(key);
  else localStorage.setItem(key, name.trim().normalize('NFC'));
}
