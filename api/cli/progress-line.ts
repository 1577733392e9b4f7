import type { Progress } from '#api/host/job.ts';

/** One line on a terminal's standard error that says what is being done; nothing where nobody looks. */
export function progressLine(stream: NodeJS.WriteStream) {
  let shown = false;
  return {
    show: ({ step, done }: Progress): void => {
      if (!stream.isTTY) return;
      shown = true;
      const share = done > 0 && done < 1 ? ` ${Math.round(done * 100)} %` : '';
      stream.write(`\r\x1b[2K${step}${share} …`);
    },
    clear: (): void => {
      if (shown) stream.write('\r\x1b[2K');
      shown = false;
    },
  };
}
