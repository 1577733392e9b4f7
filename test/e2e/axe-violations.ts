import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what axe calls best practice. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds on a page as it is, by its tags: rule and element. The page must allow scripts from outside (bypassCSP). */
export async function axeViolations(page: Page, tags: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe: run } = window as unknown as { axe: { run: (options: unknown) => Promise<AxeAnswer> } };
    const answer = await run.run({ runOnly });
    return answer.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary ?? ''}`).join(' | ')}`,
    );
  }, tags);
}
