import { NetworkPages } from '#viz/pages/network-pages.tsx';
import { NetworksPage } from '#viz/pages/networks-page.tsx';
import { Bar } from '#viz/panels/bar.tsx';
import { Nothing } from '#viz/components/states.tsx';
import { useAddress } from '#viz/state/navigation.ts';

/** Which page an address stands for. */
export function App() {
  const address = useAddress();
  if (address === null) {
    return (
      <>
        <Bar />
        <main id="main" className="page">
          <Nothing heading="There is no such page">
            The address does not lead anywhere in Weft. <a href="/">All networks</a>
          </Nothing>
        </main>
      </>
    );
  }
  return address.network === null ? <NetworksPage /> : <NetworkPages address={address} />;
}
