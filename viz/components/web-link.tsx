import { safeHref } from '#viz/components/safe-href.ts';

/** An address that somebody entered: a link where it is one of the web or of mail, else its plain text. */
export function WebLink({ address }: { readonly address: string }) {
  const href = safeHref(address);
  if (href === null) return <span>{address}</span>;
  return (
    <a href={href} rel="noreferrer noopener" target="_blank">
      {address.replace(/^https?:\/\/(www\.)?/u, '').replace(/\/$/u, '')}
      <span className="spoken"> (opens in a new tab)</span>
    </a>
  );
}
