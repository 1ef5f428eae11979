import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../src/core/text';
import { documentStartOf, documentsOf } from '../../../../src/yaml/structure/documents';

/** The documents as `start-end`, end exclusive. */
function spans(text: string): readonly string[] {
  return documentsOf(linesOf(text)).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
}

describe('documentsOf', () => {
  it('gives one document to a file without markers, even an empty one', () => {
    expect(spans('a: 1\nb: 2')).toEqual(['0-2']);
    expect(spans('')).toEqual(['0-1']);
  });

  it('begins a document at every ---, and leaves what is before the first to it', () => {
    expect(spans('a\n---\nb\n--- # c\nc')).toEqual(['0-1', '1-3', '3-5']);
    expect(spans('# c\n\n%YAML 1.2\n---\na')).toEqual(['0-5']);
    expect(spans('---\n---\na')).toEqual(['0-1', '1-3']);
  });

  it('ends a document at ..., when another follows', () => {
    expect(spans('a\n...\n# c\n---\nb')).toEqual(['0-2', '2-5']);
    expect(spans('a\n...\nb')).toEqual(['0-2', '2-3']);
    expect(spans('a\n...\n# c\n')).toEqual(['0-4']);
  });

  it('takes only --- alone at column 0', () => {
    expect(spans('a: |\n  ---\n  b\n---x\n----')).toEqual(['0-5']);
  });
});

describe('documentStartOf', () => {
  it('finds the start of the document around a line', () => {
    const lines = linesOf('# c\n---\na: 1\n---\nb: 2\n...\n# d\nc');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((line) => documentStartOf(lines, line))).toEqual([0, 0, 0, 3, 3, 3, 6, 6]);
  });
});
