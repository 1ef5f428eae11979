// What a page does while it is read: the rail marks the section in view, a product of the map brings out its lines.
import { placeOfPair } from '../core/protocol';

let following: IntersectionObserver | undefined;

/** Marks the rail's entry of the section that is being read, in the page that stands here now. */
export function followReading(): void {
  following?.disconnect();
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('.rail a')].map((link) => [link.hash.slice(1), link]),
  );
  if (links.size === 0) return;
  const seen = new Set<string>();
  following = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target.id);
        else seen.delete(target.id);
      }
      const first = [...links.keys()].find((id) => seen.has(id));
      for (const [id, link] of links) {
        if (id === first) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { rootMargin: '0px 0px -60% 0px' },
  );
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    if (section) following.observe(section);
  }
}

/** The row of the table that a line of the map stands for. */
export function pairOf(line: HTMLElement | SVGElement): string | undefined {
  const [a, b] = line.dataset.pair?.split(' ') ?? [];
  return a && b ? placeOfPair(a, b) : undefined;
}

/** Pointing at or focusing a dot of the map brings out the lines that end in it; a line says what it stands for. */
export function lightLines(): void {
  for (const map of document.querySelectorAll('svg.map')) {
    const lines = [...map.querySelectorAll<SVGElement>('[data-pair]')];
    const show = (event: Event) => {
      const target = event.target instanceof Element ? event.target : undefined;
      const line = target?.closest<SVGElement>('[data-pair]');
      if (line) nameLine(line);
      const id = target?.closest<SVGElement>('[data-dot]')?.dataset.dot;
      const isOver = id !== undefined && event.type !== 'focusout' && event.type !== 'pointerleave';
      map.classList.toggle('dimmed', isOver);
      for (const one of lines)
        one.classList.toggle('lit', isOver && (one.dataset.pair?.split(' ').includes(id) ?? false));
    };
    for (const type of ['pointerover', 'focusin', 'pointerleave', 'focusout']) map.addEventListener(type, show);
  }
}

/** The words of a line's tooltip stand in its row of the table. */
function nameLine(line: SVGElement): void {
  const cells = document.getElementById(pairOf(line) ?? '')?.children;
  if (!cells || line.firstElementChild) return;
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = `${cells[0]?.textContent}: ${cells[1]?.textContent}`;
  line.append(title);
}
