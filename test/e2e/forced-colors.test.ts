import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeViolations, wcag } from '#test/e2e/axe-violations.ts';
import { county, everyPage } from '#test/e2e/every-page.ts';
import { openKnownScreen, type Screen } from '#test/e2e/open-screen.ts';

let screen: Screen;

beforeAll(async () => {
  screen = await openKnownScreen();
}, 300_000);
afterAll(() => screen.close(), 20_000);

/** What is chosen and looks like its neighbours that are not: name of each. */
function chosenAlike(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const chosen = '[aria-pressed=true], [aria-current]:not([aria-current=false]), [aria-selected=true]';
    const look = (element: Element): string => {
      const { backgroundColor, borderColor, outlineStyle, outlineColor } = getComputedStyle(element);
      return [backgroundColor, borderColor, outlineStyle, outlineColor].join(' ');
    };
    return [...document.querySelectorAll(chosen)].flatMap((element) => {
      const group = element.closest('ul, ol, [role=group], [role=listbox], table') ?? element.parentElement;
      const others = [...(group?.querySelectorAll(element.tagName) ?? [])].filter(
        (other) => !other.matches(chosen) && other.className === element.className && other.checkVisibility(),
      );
      const alike = element.checkVisibility() && others.some((other) => look(other) === look(element));
      return alike ? [`${element.textContent} looks like what is not chosen`] : [];
    });
  });
}

describe('in the colours of a contrast theme', () => {
  it.each(['light', 'dark'] as const)(
    'every page is read, and shows what is chosen and where the keyboard is: %s',
    async (colorScheme) => {
      const { page, troubles } = await screen.open('/?all=1', {
        colorScheme,
        forcedColors: 'active',
        reducedMotion: 'reduce',
        bypassCSP: true,
      });
      const found: string[] = [];
      for (const path of everyPage) {
        await page.goto(screen.address + path);
        await page.waitForSelector('main h1', { timeout: 30_000 });
        await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
        const wrong = [...(await axeViolations(page, wcag)), ...(await chosenAlike(page))];
        for (const press of ['Tab', 'Tab', 'Tab']) {
          await page.keyboard.press(press);
          const ring = await page.evaluate(() => {
            const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
            return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
          });
          if (!ring) wrong.push('the keyboard is somewhere without a ring');
        }
        found.push(...wrong.map((one) => `${path} ${one}`));
      }
      expect(found).toEqual([]);
      expect(troubles.filter((text) => !/404/u.test(text))).toEqual([]);
      await page.context().close();
    },
    400_000,
  );

  it('the matrix tells pairs that never met and pairs that meet too little by a frame and a bar', async () => {
    const { page } = await screen.open(`${county}/sectors`, { forcedColors: 'active' });
    await page.locator('.matrix .cell').first().waitFor();
    const looks = await page.locator('.matrix .cell').evaluateAll((cells) =>
      cells.map((cell) => {
        const { borderBottomColor, outlineStyle, backgroundColor } = getComputedStyle(cell);
        return {
          few: cell.classList.contains('apart'),
          bar: borderBottomColor !== backgroundColor,
          never: cell.classList.contains('untied'),
          frame: outlineStyle !== 'none',
          chosen: cell.getAttribute('aria-pressed') === 'true',
        };
      }),
    );
    expect(looks.some(({ few }) => few)).toBe(true);
    expect(looks.some(({ never }) => never)).toBe(true);
    for (const { few, bar, never, frame, chosen } of looks) {
      if (chosen) continue;
      expect({ bar, frame }).toEqual({ bar: few, frame: never });
    }
    await page.context().close();
  });
});
