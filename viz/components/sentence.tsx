import type { Piece } from '#viz/findings/finding.ts';

/** A sentence with its numbers and names strong. */
export function Sentence({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, strong }, at) =>
    strong ? <b key={at}>{text}</b> : <span key={at}>{text}</span>,
  );
}
