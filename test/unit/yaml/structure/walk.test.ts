import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../src/core/text';
import { walk } from '../../../../src/yaml/structure/walk';

/** One line a scalar: `role path "text"`. */
function scalars(text: string): readonly string[] {
  const found: string[] = [];
  const lines = linesOf(text);
  walk(lines, 0, lines.lineCount, ({ role, path, text: scalar }) => {
    found.push(`${role} ${path.join('.')} "${scalar}"`);
  });
  return found;
}

describe('walk', () => {
  it('visits keys, values and the lines of longer scalars in source order', () => {
    const text = 'a:\n  - x # no\n  - y: "1"\nb: {c: [d, e]}\nt: |\n  # one\n\n  two\nu: three\n  four';
    expect(scalars(text)).toEqual([
      'key a "a"',
      'value a.0 "x"',
      'key a.1.y "y"',
      'value a.1.y "1"',
      'key b "b"',
      'key b.c "c"',
      'value b.c.0 "d"',
      'value b.c.1 "e"',
      'key t "t"',
      'text t "# one"',
      'text t "two"',
      'key u "u"',
      'text u "three"',
      'text u "four"',
    ]);
  });

  it('says where a scalar stands, without its quotes', () => {
    const lines = linesOf('a:\n  - b: "cd"');
    const tokens: unknown[] = [];
    walk(lines, 0, 2, ({ role, span, indent, document }) => tokens.push({ role, span, indent, document }));
    expect(tokens[2]).toEqual({ role: 'value', span: { line: 1, start: 8, end: 10 }, indent: 2, document: 0 });
  });

  it('begins at any block, with paths that are relative to it', () => {
    const lines = linesOf('a:\n  b:\n    - c: 1\n  d: 2');
    const paths: string[] = [];
    walk(lines, 1, 3, ({ path }) => paths.push(path.join('.')));
    expect(paths).toEqual(['b', 'b.0.c', 'b.0.c']);
  });

  it('counts documents', () => {
    const lines = linesOf('# c\n---\na\n---\n---\nb\n...\n# d\n...\nc');
    const documents: number[] = [];
    walk(lines, 0, lines.lineCount, ({ document }) => documents.push(document));
    expect(documents).toEqual([0, 2, 3]);
  });

  it('passes comments, anchors, tags, aliases and template control by', () => {
    const text = '# c\n{{- if .x }}\na: &x !Ref y # c\nb: *x\n<<: [*x, *y]\n{{- end }}\n{% if y %}\nc: {{ .z }}';
    expect(scalars(text)).toEqual([
      'key a "a"',
      'value a "y"',
      'key b "b"',
      'key << "<<"',
      'key c "c"',
      'value c "{{ .z }}"',
    ]);
  });

  it('passes a template of many lines by', () => {
    expect(scalars('{{ include "a" (dict\n  "b: c" .x) }}\na: 1')).toEqual(['key a "a"', 'value a "1"']);
    expect(scalars('{{ include\na: 1')).toEqual(['key a "a"', 'value a "1"']);
  });

  it('reads JSON', () => {
    expect(scalars('{"a": [1, {"b\\"": "c"}],\n "d": ""}')).toEqual([
      'key a "a"',
      'value a.0 "1"',
      'key a.1.b" "b\\""',
      'value a.1.b" "c"',
      'key d "d"',
      'value d ""',
    ]);
  });

  it('reads what is half typed as what it is about to be', () => {
    expect(scalars('a:\n  ty\n  b: 1')).toEqual(['key a "a"', 'key a.ty "ty"', 'key a.b "b"', 'value a.b "1"']);
    expect(scalars('a: "b\nc: [d\ne: 1')).toEqual([
      'key a "a"',
      'value a "b"',
      'key c "c"',
      'value c.0 "d"',
      'key e "e"',
      'value e "1"',
    ]);
    expect(scalars('a: ]\nb: 1')).toEqual(['key a "a"', 'value a "]"', 'key b "b"', 'value b "1"']);
  });

  it('does not recurse: nesting of any depth is only a longer path', () => {
    const depth = 20_000;
    let deepest = 0;
    walk(linesOf(`${'['.repeat(depth)}x`), 0, 1, ({ path }) => {
      deepest = path.length;
    });
    expect(deepest).toBe(depth);
  });
});
