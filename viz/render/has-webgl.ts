let known: boolean | null = null;

/** Whether the browser can draw by WebGL 2 at all: Sigma throws where it cannot, so this is asked first. */
export function hasWebgl(): boolean {
  if (known !== null) return known;
  const context = document.createElement('canvas').getContext('webgl2');
  known = context !== null;
  // A browser has few contexts: this one is given back.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return known;
}
