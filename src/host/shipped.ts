// The data files that ship beside the bundles, and how they are read. Knows no editor.

/** Names under `dist/`. */
export const SHIPPED_FILES = ['library.json', 'identifiers.tsv', 'page.css'] as const;
export type ShippedFile = (typeof SHIPPED_FILES)[number];

/** Reads a shipped file at once; throws when it is missing. */
export interface ShippedTexts {
  text(name: ShippedFile): string;
}
