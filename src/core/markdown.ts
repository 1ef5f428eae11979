// The only builder of Markdown. Whatever is data goes through `escapeMarkdown`, so that text full of links, HTML, tables or
// `$(icons)` stays text.

/**
 * Escapes what Markdown, HTML or the editor's icon syntax would read as markup where it stands, and nothing else:
 * `RDS MySQL (§1.26 p. 40)` stays as it is. Line breaks become blanks. What stands at either end is escaped as if
 * anything could follow, so that pieces may be put together.
 */
export function escapeMarkdown(text: string): string {
  return onOneLine(text)
    .replace(RISKY, (signs) => ENTITIES[signs] ?? `\\${[...signs].join('\\')}`)
    .replace(OPENING, '$1\\$2')
    .replace(NUMBERED, '$1\\$2');
}

/** Gaps with a line break become one blank. Each is matched as a whole: texts may be a million blanks long. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, (gap) => (/[\n\r]/.test(gap) ? ' ' : gap));
}

const RISKY = new RegExp(
  [
    // Code, emphasis, links, table cells, strikethrough, and the escape itself: anywhere.
    '[\\\\`*[\\]|~]',
    // Emphasis by underscore opens and closes at the edge of a word only: `snake_case` is safe.
    String.raw`(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])`,
    // Tags and comments, entities, icons `$(name)`.
    '<(?=[A-Za-z/!?]|$)',
    String.raw`&(?=#?\w+;|#?\w*$)`,
    String.raw`\$(?=\(|$)`,
    // `![`, where what follows is a link of ours.
    '!$',
    // The closing signs of a heading, as one run.
    String.raw`(?<!#)#+(?=\s*$)`,
  ].join('|'),
  'gu',
);

/** At the start: a heading, a quotation, a list, a rule. */
const OPENING = /^(\s*)([#>+=-])/;

/** `1.` or `1)` at the start would open a numbered list. */
const NUMBERED = /^(\s*\d{1,9})([.)])(?=\s|$)/;

/** Inside HTML-aware Markdown a backslash does not stop `<` and `&`; `$(` starts an icon even when escaped elsewhere. */
const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '&': '&amp;', $: '&#36;' };

/** `` `text` `` with as many backticks as it takes. */
export function codeSpan(text: string): string {
  const flat = onOneLine(text);
  if (flat.trim() === '') return '';
  let longest = 0;
  for (const [run] of flat.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(flat) ? ' ' : '';
  return fence + pad + flat + pad + fence;
}

/** The same in a cell of a table, whose end a `|` is even inside code. */
export function codeSpanInCell(text: string): string {
  return codeSpan(text).replaceAll('|', '\\|');
}

/** `[text](command:id?args)`: a command link whose arguments are plain data. */
export function commandLink(text: string, command: string, args: readonly unknown[]): string {
  return `[${escapeMarkdown(text)}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
}

/** `**text**` */
export function bold(text: string): string {
  return `**${escapeMarkdown(text)}**`;
}
