/** The mark of a sector as a reference to its one drawing in the page. */
export function markSvg(category: number, categories: readonly string[]): string {
  if (category < 0 || categories[category] === undefined) return '';
  return `<svg class="mark" aria-hidden="true"><use href="#m${category}"/></svg>`;
}
