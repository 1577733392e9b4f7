/** The content security policy allows it by its hash. */
export const plainStyle = `:root{color-scheme:light dark}body{font:17px/1.5 Inter,system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}
code{font-family:ui-monospace,monospace}input,button{font:inherit;padding:.4rem .6rem}`;

const head = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Weft</title>
<style>${plainStyle}</style></head><body>`;

/** Shown in place of the screen while it is not built. */
export function notBuiltPage(): string {
  return `${head}<h1>Weft</h1>
<p>The server is ready; its screen is not built. In the folder of Weft run, in place of <code>weft serve</code>:</p>
<p><code>npm start</code></p>
<p>which builds it and serves. The API answers already: <a href="/api/docs">its documentation</a>,
<a href="/api/v1/networks">the networks of this store</a>.</p></body></html>
`;
}

/** One field for the access token. */
export function accessPage(refused: boolean): string {
  return `${head}<h1>Weft</h1>
${refused ? '<p role="alert">This is not one of the access tokens of this server.</p>' : ''}
<form method="post" action="/access"><p><label>Access token<br>
<input name="token" type="password" autocomplete="current-password" required size="40"></label></p>
<p><button>Go on</button></p></form></body></html>
`;
}
