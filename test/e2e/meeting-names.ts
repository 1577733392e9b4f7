import type { Page } from 'playwright-core';

/** What the browser adds above and below the letters of a line. */
const leading = 2;

/** Names on the map whose boxes on the screen intersect, as "one × other"; and how many names there are. */
export async function meetingNames(
  page: Page,
): Promise<{ readonly count: number; readonly meeting: string[] }> {
  const boxes = await page.locator('.names text').evaluateAll((texts) =>
    texts.map((text) => {
      const { left, top, right, bottom } = text.getBoundingClientRect();
      return { left, top, right, bottom, said: text.textContent };
    }),
  );
  const meeting = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - leading &&
          b.left < a.right - leading &&
          a.top + leading < b.bottom - leading &&
          b.top + leading < a.bottom - leading,
      )
      .map((b) => `${a.said} × ${b.said}`),
  );
  return { count: boxes.length, meeting };
}
