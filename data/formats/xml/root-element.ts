/** The name of an XML file's first element (without prefix), from its head; undefined if there is none. Never throws. */
export function rootElement(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8_192)).replaceAll('\0', '');
  let rest = head.slice(Math.max(0, head.indexOf('<')));
  if (head.slice(0, head.indexOf('<')).replace(/[\u00ef\u00bb\u00bf\u00fe\u00ff\s]/gu, '') !== '')
    return undefined;
  // Entities in a DOCTYPE may hold anything that looks like an element.
  if (/<!doctype/iu.test(rest)) rest = rest.replace(/"[^"]*"|'[^']*'/gu, '');
  while (/^<[!?]/u.test(rest)) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : '<';
    const at = rest.indexOf(end, 2);
    const next = at < 0 ? -1 : rest.indexOf('<', at);
    if (next < 0) return undefined;
    rest = rest.slice(next);
  }
  return /^<(?:[\w.-]+:)?([\w.-]+)/u.exec(rest)?.[1];
}
