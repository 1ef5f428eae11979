// How a comment is written in the languages that citations stand in, and where the comment of a YAML line begins.
// Lines only: it knows no document.

/** Signs around a comment of one line: `#`, `//`, `REM`, `<!--` … `-->`. */
export interface CommentStyle {
  readonly open: string;
  /** `''` where the comment ends with its line. */
  readonly close: string;
}

/** What YAML writes, and every language that is not named below. */
export const HASH: CommentStyle = { open: '#', close: '' };
const SLASHES: CommentStyle = { open: '//', close: '' };
const MARKUP: CommentStyle = { open: '<!--', close: '-->' };
const DASHES: CommentStyle = { open: '--', close: '' };
const PERCENT: CommentStyle = { open: '%', close: '' };

/** Editor language → style. */
const STYLES: Readonly<Record<string, CommentStyle>> = {
  markdown: MARKUP,
  html: MARKUP,
  xml: MARKUP,
  svg: MARKUP,
  vue: MARKUP,
  razor: { open: '@*', close: '*@' },
  css: { open: '/*', close: '*/' },
  bicep: SLASHES,
  c: SLASHES,
  cpp: SLASHES,
  csharp: SLASHES,
  dart: SLASHES,
  fsharp: SLASHES,
  go: SLASHES,
  groovy: SLASHES,
  java: SLASHES,
  javascript: SLASHES,
  javascriptreact: SLASHES,
  jsonc: SLASHES,
  kotlin: SLASHES,
  less: SLASHES,
  'objective-c': SLASHES,
  'objective-cpp': SLASHES,
  php: SLASHES,
  rust: SLASHES,
  scala: SLASHES,
  scss: SLASHES,
  swift: SLASHES,
  typescript: SLASHES,
  typescriptreact: SLASHES,
  lua: DASHES,
  sql: DASHES,
  latex: PERCENT,
  tex: PERCENT,
  bat: { open: 'REM', close: '' },
  clojure: { open: ';', close: '' },
  vb: { open: "'", close: '' },
};

const WITHOUT_COMMENTS: ReadonlySet<string> = new Set(['json', 'jsonl']);

/** Whether a language has comments at all: JSON with one is no JSON. */
export function hasComments(languageId: string): boolean {
  return !WITHOUT_COMMENTS.has(languageId);
}

export function commentStyle(languageId: string): CommentStyle {
  return STYLES[languageId] ?? HASH;
}

/** `# text`, `<!-- text -->` */
export function commented(text: string, style: CommentStyle): string {
  return style.close === '' ? `${style.open} ${text}` : `${style.open} ${text} ${style.close}`;
}

const MAY_PRECEDE_QUOTE = new Set([':', '-', '[', '{', ',', '?', '(']);

/**
 * Column of the `#` that opens the comment of a YAML line, or -1: `key: "a # b" # here`. A sign inside a quoted scalar
 * or inside a word (`a#b`) opens nothing; the inside of a block scalar is not told apart, since a script's comments count.
 */
export function hashComment(line: string): number {
  let quote = '';
  let before = '';
  for (let i = line.search(/["'#]/); i >= 0 && i < line.length; i++) {
    const sign = line.charAt(i);
    if (quote !== '') {
      if (quote === '"' && sign === '\\') i++;
      else if (sign === quote && quote === "'" && line.charAt(i + 1) === "'") i++;
      else if (sign === quote) quote = '';
    } else if (sign === '#' && (i === 0 || /\s/.test(line.charAt(i - 1)))) return i;
    else if (sign === '"' || sign === "'") {
      before = line.slice(0, i).trimEnd().slice(-1);
      if (before === '' || MAY_PRECEDE_QUOTE.has(before)) quote = sign;
    }
  }
  return -1;
}
