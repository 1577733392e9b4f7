import { type Box, stackHeight } from '#api/services/report-pdf/box.ts';
import { balance } from '#api/services/report-pdf/entry-boxes.ts';
import { page } from '#api/services/report-pdf/paper.ts';
import type { TableBoxes } from '#api/services/report-pdf/table-boxes.ts';

interface Placed {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
}

export interface SetPage {
  readonly section: string;
  readonly placed: Placed[];
}

interface Column {
  readonly x: number;
  readonly boxes: readonly Box[];
}

/** Puts boxes on pages, from above downwards; a section's further pages begin with its title, continued. */
export class PageSetter {
  readonly pages: SetPage[] = [];
  #y: number = page.top;
  #section = '';
  #continued: () => Box | null = () => null;

  /** A section begins on a page of its own. */
  begin(section: string, continued: () => Box | null): void {
    this.#section = section;
    this.#continued = continued;
    this.#y = page.top;
    this.pages.push({ section, placed: [] });
  }

  get room(): number {
    return page.bottom - this.#y;
  }

  /** Boxes at full width; one that is kept with the next goes to the next page with it. */
  stack(boxes: readonly Box[]): void {
    boxes.forEach((box, i) => {
      if (!this.#fits(chain(boxes, i))) this.#turn();
      this.#put(box, page.left);
    });
  }

  /** Columns side by side from the same height; each goes on by itself on the next page where it must. */
  columns(columns: readonly Column[], before: number): void {
    const tallest = Math.max(...columns.map(({ boxes }) => stackHeight(boxes)));
    const wholePage = page.bottom - page.top - 60;
    if (tallest + before > this.room && (tallest <= wholePage || this.room < 120)) this.#turn();
    const start = { page: this.pages.length - 1, y: this.#y + (this.#isFresh() ? 0 : before) };
    const ends = columns.map((column) => this.#column(column, start));
    const last = Math.max(...ends.map((end) => end.page));
    this.#y = Math.max(...ends.filter((end) => end.page === last).map((end) => end.y));
  }

  /** Two balanced columns over as many pages as they need. */
  balanced(boxes: readonly Box[], x: readonly [number, number], before: number): void {
    let rest = boxes;
    while (rest.length > 0) {
      const room = this.room - before;
      const count = this.#fitting(rest, room);
      if (count < Math.min(2, rest.length) && !this.#isFresh()) {
        this.#turn();
        continue;
      }
      const part = rest.slice(0, Math.max(1, count));
      const left = balance(part);
      this.columns(
        [
          { x: x[0], boxes: part.slice(0, left) },
          { x: x[1], boxes: part.slice(left) },
        ],
        before,
      );
      rest = rest.slice(part.length);
      if (rest.length > 0) this.#turn();
    }
  }

  /** Rows, under a head that is drawn again on every page; never a head with fewer than two rows below it. */
  table({ head, rows }: TableBoxes, caption: readonly Box[]): void {
    const headHeight = head?.height ?? 0;
    const first = rows.slice(0, 2).reduce((sum, row) => sum + row.height, 0);
    if (stackHeight(caption) + 12 + headHeight + first > this.room && !this.#isFresh()) this.#turn();
    for (const box of caption) this.#put(box, page.left);
    if (head !== null) this.#put({ ...head, before: 5 }, page.left);
    for (const row of rows) {
      if (row.height > this.room) {
        this.#turn();
        if (head !== null) this.#put({ ...head, before: 5 }, page.left);
      }
      this.#put(row, page.left);
    }
  }

  /** How many boxes fit into two columns of this height. */
  #fitting(boxes: readonly Box[], room: number): number {
    let fits = 0;
    for (let count = 1; count <= boxes.length; count++) {
      const part = boxes.slice(0, count);
      const left = balance(part);
      if (Math.max(stackHeight(part.slice(0, left)), stackHeight(part.slice(left))) > room) break;
      fits = count;
    }
    return fits;
  }

  #column({ x, boxes }: Column, start: { page: number; y: number }): { page: number; y: number } {
    let at = { ...start };
    boxes.forEach((box, i) => {
      const top = i === 0 ? at.y : at.y + box.before;
      if (top + chain(boxes, i) - box.before > page.bottom && at.y > page.top + 100) {
        at = { page: at.page + 1, y: this.#pageTop(at.page + 1) };
        this.pages[at.page]?.placed.push({ box, x, y: at.y });
        at.y += box.height;
        return;
      }
      this.pages[at.page]?.placed.push({ box, x, y: top });
      at.y = top + box.height;
    });
    return at;
  }

  /** Where text begins on a page after this one, which is made where it is not there yet. */
  #pageTop(index: number): number {
    if (this.pages[index] === undefined) {
      this.#turn();
      return this.#y;
    }
    const head = this.pages[index].placed[0];
    return head === undefined ? page.top : head.y + head.box.height + 6;
  }

  #fits(height: number): boolean {
    return height <= this.room || this.#isFresh();
  }

  /** Nothing stands on the page but its head. */
  #isFresh(): boolean {
    const placed = this.pages[this.pages.length - 1]?.placed.length ?? 0;
    return (
      placed === 0 ||
      (placed === 1 && this.pages.length > 1 && this.pages[this.pages.length - 2]?.section === this.#section)
    );
  }

  #put(box: Box, x: number): void {
    const current = this.pages[this.pages.length - 1];
    const y = current?.placed.length === 0 ? this.#y : this.#y + box.before;
    current?.placed.push({ box, x, y });
    this.#y = y + box.height;
  }

  #turn(): void {
    this.pages.push({ section: this.#section, placed: [] });
    this.#y = page.top;
    const head = this.#continued();
    if (head === null) return;
    this.#put(head, page.left);
    this.#y += 6;
  }
}

/** The box with all that it must not be parted from below. */
function chain(boxes: readonly Box[], from: number): number {
  let height = 0;
  for (let i = from; i < boxes.length; i++) {
    const box = boxes[i];
    if (box === undefined) break;
    height += box.before + box.height;
    if (box.keepWithNext !== true) break;
  }
  return height;
}
