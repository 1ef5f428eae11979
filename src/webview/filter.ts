// The filter field of a page: hides the rows that lack one of the words, says how many are left. While an input method
// composes, nothing happens: neither filtering nor Enter.

/** Sets the field up, if the page has one; `search` gets what Enter was pressed on. */
export function registerFilter(search: (query: string) => void): void {
  const field = document.querySelector<HTMLInputElement>('#filter');
  const count = document.querySelector<HTMLElement>('#filter-count');
  if (!field || !count) return;
  const rows = [...document.querySelectorAll<HTMLElement>('#all > li')].map((element) => ({
    element,
    text: (element.textContent ?? '').toLowerCase(),
  }));
  const apply = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const { element, text } of rows) {
      const isHit = words.every((word) => text.includes(word));
      element.hidden = !isHit;
      if (isHit) left++;
    }
    const { words: pattern = '', total = '' } = count.dataset;
    count.textContent = words.length > 0 ? pattern.replace('{n}', String(left)).replace('{total}', total) : '';
  };
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) apply();
  });
  field.addEventListener('compositionend', apply);
  field.addEventListener('keydown', (event) => {
    // 229 is what some browsers report for the Enter that only ends a composition.
    if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (field.value.trim()) search(field.value.trim());
  });
}
