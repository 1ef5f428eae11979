// The only builder of HTML: a template tag that escapes every hole, so that markup can only come from our own code.

/** Markup that is known to be safe. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

type Hole = string | number | Html | undefined | false | readonly Hole[];

/** `html\`<p>${text}</p>\``: strings are escaped, `Html` and lists of it are inserted, `undefined` and `false` vanish. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let markup = strings[0] ?? '';
  holes.forEach((hole, i) => {
    markup += render(hole) + (strings[i + 1] ?? '');
  });
  return new Html(markup);
}

function render(hole: Hole): string {
  if (hole === undefined || hole === false) return '';
  if (hole instanceof Html) return hole.toString();
  if (Array.isArray(hole)) return hole.map(render).join('');
  return escapeHtml(String(hole));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Escapes text for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? sign);
}
