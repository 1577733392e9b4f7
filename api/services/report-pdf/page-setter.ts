import { type Box, stackHeight } from '#api/services/report-pdf/box.ts';
import { balance } from '#api/services/report-pdf/entry-boxes.ts';
import { page } from '#api/services/report-pdf/paper.ts';
import type { TableBoxes } from '#api/services/report-pdf/table-boxes.ts';

interface Placed {
  readonly box: Box;
  readonly x: number;
  readonly y: number;
  /** Id of the section it belongs to. */
  readonly section: string;
}

export interface SetPage {
  readonly placed: Placed[];
}

interface Column {
  readonly x: number;
  readonly boxes: readonly Box[];
}

/** Above a section that begins below another. */
const sectionGap = 26;

/** Puts boxes on pages, from above downwards; a section's further pages begin with its title, continued. */
export class PageSetter {
  readonly pages: SetPage[] = [];
  #y: number = page.top;
  #section = '';
  #continued: () => Box | null = () => null;
  /** Headings that wait for what they stand above. */
  #held: readonly Box[] = [];
  /** Something of the section stands on paper. */
  #begun = false;
  /** Nothing stands on the page but its head. */
  #fresh = true;

  /**
   * A section begins on a page of its own, or below the end of another that left more than half a page or room for all
   * of it.
   */
  begin(section: string, height: number, continued: () => Box | null): void {
    for (const box of this.#release([])) this.#put(box, page.left);
    this.#section = section;
    this.#continued = continued;
    this.#begun = false;
    const stays = this.room > (page.bottom - page.top) * 0.55 || height + sectionGap <= this.room;
    if (this.pages.length > 0 && stays) {
      this.#y += sectionGap;
    } else {
      this.#newPage();
    }
  }

  get room(): number {
    return page.bottom - this.#y;
  }

  /** Boxes at full width; one that is kept with the next goes to the next page with it, whatever that is. */
  stack(boxes: readonly Box[]): void {
    const all = this.#release(boxes);
    let held = all.length;
    while (held > 0 && all[held - 1]?.keepWithNext === true) held--;
    all.slice(0, held).forEach((box, i) => {
      if (chain(all, i) > this.room && !this.#fresh) this.#turn();
      this.#put(box, page.left);
    });
    this.#held = all.slice(held);
  }

  /** Columns side by side from the same height; each goes on by itself on the next page where it must. */
  columns(columns: readonly Column[], before: number): void {
    const tallest = Math.max(...columns.map(({ boxes }) => stackHeight(boxes)));
    const wanted = stackHeight(this.#held) + before + tallest;
    const wholePage = page.bottom - page.top - 36;
    if (wanted > this.room && !this.#fresh && (wanted <= wholePage || this.room < 160)) this.#turn();
    for (const box of this.#release([])) this.#put(box, page.left);
    const start = { page: this.pages.length - 1, y: this.#y + (this.#fresh ? 0 : before) };
    const ends = columns.map((column) => this.#column(column, start));
    const last = Math.max(...ends.map((end) => end.page));
    this.#y = Math.max(...ends.filter((end) => end.page === last).map((end) => end.y));
    this.#fresh = false;
  }

  /**
   * Two balanced columns over as many pages as they need; set tighter where that keeps them, and what follows, on
   * this page.
   */
  balanced(
    normal: readonly Box[],
    tight: readonly Box[],
    x: readonly [number, number],
    following: number,
  ): void {
    this.#putHeld(120);
    const before = 3;
    const roomy = this.#fitting(normal, this.room - before - following) === normal.length;
    let rest = roomy ? normal : tight;
    while (rest.length > 0) {
      const room = this.room - before;
      const count = this.#fitting(rest, room);
      if (count < Math.min(2, rest.length) && !this.#fresh) {
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

  /**
   * Rows, under a head that is drawn again on every page; never a head with fewer than two rows below it. Set tighter
   * where that saves a last page with little on it.
   */
  table(normal: TableBoxes, tight: TableBoxes, above: readonly Box[]): void {
    const caption = this.#release(above);
    const headHeight = normal.head?.height ?? 0;
    const first = normal.rows.slice(0, 2).reduce((sum, row) => sum + row.height, 0);
    if (stackHeight(caption) + 12 + headHeight + first > this.room && !this.#fresh) this.#turn();
    for (const box of caption) this.#put(box, page.left);
    const usual = this.#spread(normal);
    const saves = usual.left > 0.75 * usual.page && this.#spread(tight).turns < usual.turns;
    const { head, rows } = saves ? tight : normal;
    if (head !== null) this.#put({ ...head, before: 5 }, page.left);
    for (const row of rows) {
      if (row.height > this.room) {
        this.#turn();
        if (head !== null) this.#put({ ...head, before: 5 }, page.left);
      }
      this.#put(row, page.left);
    }
  }

  /** How often the page is turned until all rows stand, and how much of the last page's room is left. */
  #spread({ head, rows }: TableBoxes): { turns: number; left: number; page: number } {
    const headRoom = head === null ? 0 : head.height + 5;
    const wholePage = page.bottom - page.top - (this.#continued()?.height ?? 0) - 6 - headRoom;
    let left = this.room - headRoom;
    let turns = 0;
    for (const { height } of rows) {
      if (height > left) {
        left = wholePage;
        turns++;
      }
      left -= height;
    }
    return { turns, left, page: wholePage };
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
        this.pages[at.page]?.placed.push({ box, x, y: at.y, section: this.#section });
        at.y += box.height;
        return;
      }
      this.pages[at.page]?.placed.push({ box, x, y: top, section: this.#section });
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

  #release(boxes: readonly Box[]): Box[] {
    const all = [...this.#held, ...boxes];
    this.#held = [];
    return all;
  }

  /** Headings go above what follows, with at least so much of it on their page. */
  #putHeld(following: number): void {
    const held = this.#release([]);
    if (held.length === 0) return;
    if (stackHeight(held) + following > this.room && !this.#fresh) this.#turn();
    for (const box of held) this.#put(box, page.left);
  }

  #put(box: Box, x: number): void {
    const current = this.pages[this.pages.length - 1];
    const y = this.#fresh ? this.#y : this.#y + box.before;
    current?.placed.push({ box, x, y, section: this.#section });
    this.#y = y + box.height;
    this.#fresh = false;
    this.#begun = true;
  }

  #turn(): void {
    this.#newPage();
    const head = this.#begun ? this.#continued() : null;
    if (head === null) return;
    this.#put(head, page.left);
    this.#y += 6;
    this.#fresh = true;
  }

  #newPage(): void {
    this.pages.push({ placed: [] });
    this.#y = page.top;
    this.#fresh = true;
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
