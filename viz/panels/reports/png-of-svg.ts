/** Styles of the page's fonts that a picture has its words in. */
const families = ['Inter', 'Source Serif 4'];

/**
 * A picture as PNG, drawn by the browser with the page's own fonts.
 *
 * Input    svg of that width and height in px; scale: pixels of the PNG a px
 * Errors   Error where the browser cannot draw it
 */
export async function pngOfSvg(svg: string, width: number, height: number, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([await withFonts(svg)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The browser could not draw the picture.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** An image sees no font of the page: those that it needs are put into it. */
async function withFonts(svg: string): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const faces = rules
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .filter((rule) => families.some((name) => rule.style.getPropertyValue('font-family').includes(name)))
    .filter((rule) => /-latin-(?!ext)[^/]*\.woff2/u.test(rule.style.getPropertyValue('src')));
  const styles = await Promise.all(faces.map(embedded));
  return svg.replace(
    /^(<\?xml[^>]*>\s*)?(<svg[^>]*>)/u,
    (head) => `${head}<style>${styles.join('')}</style>`,
  );
}

async function embedded(rule: CSSFontFaceRule): Promise<string> {
  const [, path = ''] = /url\(["']?([^"')]+\.woff2)["']?\)/u.exec(rule.style.getPropertyValue('src')) ?? [];
  const url = new URL(path, rule.parentStyleSheet?.href ?? location.href);
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  const { style } = rule;
  return `@font-face{font-family:${style.getPropertyValue('font-family')};font-weight:${style.getPropertyValue('font-weight')};src:url(data:font/woff2;base64,${btoa(text)})}`;
}
