import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { type Address, formatAddress } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> {
  readonly to: Address;
}

/** A link inside Weft: a real one, so that it opens in a new tab, is copied and is read out as one. */
export function Link({ to, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  };
  return <a {...rest} href={formatAddress(to)} onClick={follow} />;
}
