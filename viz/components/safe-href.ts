const allowed = new Set(['http:', 'https:', 'mailto:']);

/** What an address that somebody entered may lead to: http, https or mailto; null: nowhere. A bare host is https. */
export function safeHref(address: string): string | null {
  const text = address.trim();
  const bare = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?(\/|$)/u.test(text) ? `https://${text}` : text;
  try {
    const url = new URL(bare);
    return allowed.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
