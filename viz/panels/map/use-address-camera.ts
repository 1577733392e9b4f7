import { useEffect, useRef, useState } from 'react';
import { type LiveCamera, liveCamera } from '#viz/map/live-camera.ts';
import { cameraText, parseCamera } from '#viz/scene/camera.ts';
import { type Address, withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';

const writeAfterMs = 250;

/** The camera on screen follows the hand at once, the address when the hand rests; Back and a sent address win. */
export function useAddressCamera(address: Address): LiveCamera {
  const text = address.query.camera;
  const [live] = useState(() => liveCamera(parseCamera(text)));
  const latest = useRef(address);
  useEffect(() => {
    if ((cameraText(live.get()) ?? undefined) !== text) live.set(parseCamera(text));
  }, [live, text]);
  useEffect(() => {
    latest.current = address;
  }, [address]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = live.listen((camera) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const wanted = cameraText(camera);
        if ((wanted ?? undefined) === latest.current.query.camera) return;
        goTo(withQuery(latest.current, { camera: wanted }), 'replace');
      }, writeAfterMs);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [live]);
  return live;
}
