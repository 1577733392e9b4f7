import { canDraw } from '#viz/scene/text-width.ts';

/** Whether the fonts that travel with Weft have every letter of a text, in the sans and in the serif. */
export function canPrint(text: string): boolean {
  const seen = text.replace(/\s|\p{Cc}|\p{Default_Ignorable_Code_Point}/gu, '');
  return canDraw(seen, 'interRegular') && canDraw(seen, 'serifRegular');
}
