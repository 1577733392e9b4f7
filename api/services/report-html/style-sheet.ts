import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { onDarkPaper } from '#viz/report/figures/ink.ts';

const require = createRequire(import.meta.url);

/** The report's style: one column on a phone, the paper's measure on a desk, dark where it is asked for, and print. */
export function styleSheet(): string {
  return `${fonts()}${rules}@media screen and (prefers-color-scheme:dark){${darkPage}${darkFigures()}}\n`;
}

const darkPage =
  ':root{--paper:#171614;--ink:#f1ede4;--muted:#b0a99c;--line:#3a3731;--shade:#26241f;--accent:#b9aeff}';

/** Figures and marks have their colours as attributes, which a rule comes before. */
function darkFigures(): string {
  return [...onDarkPaper]
    .map(([print, dark]) => `svg [fill="${print}"]{fill:${dark}}svg [stroke="${print}"]{stroke:${dark}}`)
    .join('');
}

/** Latin letters travel with the page (about 100 KB); other scripts are set in the reader's own fonts. */
function fonts(): string {
  return [
    face('Inter', 'inter', 400),
    face('Inter', 'inter', 600),
    face('Source Serif 4', 'source-serif-4', 400),
    face('Source Serif 4', 'source-serif-4', 600),
  ].join('');
}

function face(family: string, name: string, weight: number): string {
  const bytes = readFileSync(
    require.resolve(`@fontsource/${name}/files/${name}-latin-${weight}-normal.woff2`),
  );
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')}\n`;
}

const rules = `
:root{--paper:#fff;--ink:#1b1b1b;--muted:#595959;--line:#d9d4ca;--shade:#eeebe3;--accent:#4a3aa7;color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 'Source Serif 4',Georgia,serif}
main{max-width:54rem;margin:0 auto;padding:2rem 1rem 4rem}
section{margin-top:4rem}
section:first-child{margin-top:0}
h1,h2{text-wrap:balance}
h1{font-size:clamp(1.8rem,5vw,2.6rem);line-height:1.15;margin:.2em 0 .4em;overflow-wrap:anywhere}
section>h2{font-size:1.9rem;line-height:1.2;margin:0 0 .3em}
h3{font-size:1.15rem;line-height:1.3;margin:1.6em 0 .4em}
h1,h2,h3,strong{font-weight:600}
p,dd,li{text-wrap:pretty;margin:0 0 .7em;overflow-wrap:anywhere}
.lead{font-size:1.15rem;max-width:46rem}
.kicker,.note,figcaption,caption,table,dt,footer,nav{font-family:Inter,system-ui,sans-serif}
.kicker{font-size:.85rem;font-weight:600;color:var(--muted);margin:0}
.note,figcaption,caption{font-size:.82rem;line-height:1.45;text-align:left}
.muted{color:var(--muted);font-weight:400}
a{color:var(--accent)}
a:focus-visible,.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.findings{list-style:none;counter-reset:f;padding:1rem 0 0;margin:1.5rem 0;border-top:2px solid var(--ink);display:grid;gap:1.5rem;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr))}
.findings li{counter-increment:f}
.findings li::before{content:counter(f);font:.85rem Inter,sans-serif;color:var(--muted)}
.findings h2{font-size:1.25rem;line-height:1.25;margin:0 0 .4em;overflow-wrap:anywhere}
.findings a{font:.82rem Inter,sans-serif}
.sides{display:grid;gap:0 2rem}
.sides>div{min-width:0}
.entries{margin:0;display:grid;gap:1rem 2rem}
.entries dt{font-size:.9rem;font-weight:600;overflow-wrap:anywhere}
.entries dd{margin:0}
.mark{width:.95em;height:.95em;margin-right:.4em;vertical-align:-.1em;overflow:visible}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.85rem;line-height:1.35;margin:1.2rem 0;font-variant-numeric:tabular-nums}
caption{padding-bottom:.5rem}
th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody th{font-weight:400}
thead th{font-size:.78rem;font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
thead td{border-bottom:1.5px solid var(--ink)}
.sub{display:block;font-weight:400;color:var(--muted);white-space:nowrap}
tbody th{min-width:9rem}
td.t{min-width:10.5rem}
.r{text-align:right}
.c{text-align:center}
.dense th,.dense td{padding:.15rem .5rem}
.shaded{background:var(--shade)}
.test{display:inline-block;width:1.2em;text-align:center}
figure{margin:1.5rem 0}
figure svg{display:block;width:100%;height:auto}
figure .scroll{border-radius:4px}
figcaption{margin-top:.5rem}
footer{margin-top:4rem;padding-top:.6rem;border-top:1px solid var(--line);font-size:.8rem;color:var(--muted)}
@media (min-width:44rem){.sides.halves,.entries{grid-template-columns:1fr 1fr}.sides.wide{grid-template-columns:2fr 1fr}}
@media print{main{max-width:none;padding:0}section{break-before:page;margin:0}section:first-child{break-before:auto}tr,figure,dt,h3{break-inside:avoid}h3{break-after:avoid}thead{display:table-header-group}.scroll{overflow:visible}a{color:inherit;text-decoration:none}@page{size:A4;margin:17mm 20mm}}
`;
