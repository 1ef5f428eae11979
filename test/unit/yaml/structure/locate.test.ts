import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../src/core/text';
import { locate, locateAt } from '../../../../src/yaml/structure/locate';
import { at } from '../../../support/cursor';

/** `role path "text"`, the path as `a.0.b`; `nothing` where nothing stands and nothing may be written. */
function check(marked: string, expected: string): void {
  const { text, offset, line, column } = at(marked);
  const place = locate(text, offset);
  const shown = place ? `${place.role} ${place.path.join('.')} "${place.text}"` : 'nothing';
  expect(shown, marked).toBe(expected);
  if (!/\r/.test(text)) expect(locateAt(linesOf(text), line, column)).toEqual(place);
}

describe('keys and values', () => {
  it('tells a key from its value', () => {
    check('Resources:\n  Db:\n    Ty$0pe: ALIYUN::RDS::DBInstance', 'key Resources.Db.Type "Type"');
    check(
      'Resources:\n  Db:\n    Type: ALIYUN::$0RDS::DBInstance',
      'value Resources.Db.Type "ALIYUN::RDS::DBInstance"',
    );
    check('Type:   $0x', 'value Type "x"');
    check('Type: x$0', 'value Type "x"');
    check('a: b: c$0', 'value a "b: c"');
    check('a: @f$0oo', 'value a "@foo"');
  });

  it('counts the items of sequences, indented or not', () => {
    check('a:\n  - x\n  - y: 1\n    z: $0v', 'value a.1.z "v"');
    check('a:\n- x\n- y: 1\n  z: $0v\nb: 2', 'value a.1.z "v"');
    check('a:\n- x\nb: $0v', 'value b "v"');
    check('- - a\n  - $0b\n- c', 'value 0.1 "b"');
    check('- - a\n  - b\n- $0c', 'value 1 "c"');
    check('- - a: 1\n    b: $0v', 'value 0.0.b "v"');
    check('- k:\n  - a\n  - $0b', 'value 0.k.1 "b"');
  });

  it('passes anchors, tags and aliases by', () => {
    check('a: &x $0y', 'value a "y"');
    check('a: !Ref $0y', 'value a "y"');
    check('a: !<tag:x> &y "$0z"', 'value a "z"');
    check('&x $0a: 1', 'key a "a"');
    check('a: !Re$0f y', 'nothing');
    check('a: &x$0 y', 'nothing');
    check('a: *x$0', 'nothing');
    check('b:\n  <<: *x\n  c: $0d', 'value b.c "d"');
  });

  it('takes quotes off, and what is inside as it is', () => {
    check('a: "x # $0y" # z', 'value a "x # y"');
    check("a: 'it''s $0x'", `value a "it''s x"`);
    check('"a\\"b": $0x', 'value a"b "x"');
    check("'it''s': $0x", `value it's "x"`);
    check('"\\u4e2d\\x41\\e": $0x', 'value 中A\u001b "x"');
    check('a: "$0"', 'value a ""');
    check('a: $0"x"', 'value a "x"');
  });

  it('reads explicit keys', () => {
    check('? $0a\n: b', 'key a "a"');
    check('? a\n: $0b', 'value a "b"');
    check('x:\n  ? a\n  : c: $0d', 'value x.a.c "d"');
    check('? a\n: - b\n  - $0c', 'value a.1 "c"');
    check('? - a\n:\n  - $0b', 'value ?.0 "b"');
  });

  it('keeps documents apart', () => {
    check('a:\n  b: 1\n---\n  c: $0v', 'value c "v"');
    check('a: 1\n...\nb: $0v', 'value b "v"');
    check('--- "$0x"', 'value  "x"');
    check('--- |\n  $0x', 'text  "x"');
    check('%YAML 1.2\n---\na: $0v', 'value a "v"');
  });

  it('does not mind line ends, tabs and a byte order mark', () => {
    check('a:\r\n  b: $0v\r\n', 'value a.b "v"');
    check('a:\n\tb: $0v', 'value a.b "v"');
    check('a:\t$0v', 'value a "v"');
    check('\uFEFFa: $0v', 'value a "v"');
  });
});

describe('flow collections and JSON', () => {
  it('reads them on one line', () => {
    check('a: {b: $0c, d: [e, f]}', 'value a.b "c"');
    check('a: {b: c, d: [e, $0f]}', 'value a.d.1 "f"');
    check('a: {b: c, $0d: e}', 'key a.d "d"');
    check('a: [x: $0y]', 'value a.0.x "y"');
    check('- [a, $0b]', 'value 0.1 "b"');
    check('a: {"b":$0c}', 'value a.b "c"');
    check('a: {http://x$0}', 'key a.http://x "http://x"');
    check('a: [x y$0, z]', 'value a.0 "x y"');
  });

  it('reads them over many lines', () => {
    check('a: {\n  b: [\n    c,\n    $0d\n  ]\n}', 'value a.b.1 "d"');
    check('a:\n  {\n  b: $0c\n  }', 'value a.b "c"');
    check('a: [\n  x\n]\nb: $0v', 'value b "v"');
    check('a:\n  - [x,\n     $0y]', 'value a.0.1 "y"');
    check('a: [x\n  $0y]', 'text a.0 "y"');
  });

  it('reads whole files of JSON', () => {
    check('{\n  "a": {\n    "b": ["x", {"c": "$0d"}]\n  }\n}', 'value a.b.1.c "d"');
    check('{\n"a": 1,\n"b": {\n"c": $0true\n}\n}', 'value b.c "true"');
    check('{"a":{"b":"$0c"}}', 'value a.b "c"');
    check('[\n  {"a": 1},\n  {"$0a": 2}\n]', 'key 1.a "a"');
    check('{\n\t"a": {\n\t\t"b": $0null\n\t}\n}', 'value a.b "null"');
    check('# c\n{\n  "a": "$0b"\n}', 'value a "b"');
  });

  it('lives with brackets that are not closed yet', () => {
    check('a:\n  b: {c: 1\n  d: $0v', 'value a.d "v"');
    check('a:\n  b: [1, 2\nd: $0v', 'value d "v"');
    check('{\n  "a": "x,\n  "b": "$0c"\n}', 'value b "c"');
    check('{\n  "a": 1\n  "b": $02\n}', 'value b "2"');
  });
});

describe('text: block scalars and scalars of many lines', () => {
  it('is the line of a block scalar', () => {
    check('a:\n  b: |\n    key: $0x', 'text a.b "key: x"');
    check('a: >-\n\n  # $0x', 'text a "# x"');
    check('a:\n- |\n  $0- x', 'text a.0 "- x"');
    check('a:\n  |\n  #!$0/bin/sh', 'text a "#!/bin/sh"');
    check('a: |2\n    x\n  $0y', 'text a "y"');
    check('a: !Sub |\n  $0x', 'text a "x"');
    check('a: |\n  x: |\n    $0y', 'text a "y"');
    check('a: |\n  x\nb: $0v', 'value b "v"');
    check('a: | $0\n  x', 'nothing');
  });

  it('is a blank line inside a block scalar', () => {
    check('a: |\n  x\n  $0\n  y', 'text a ""');
    check('a: |\n  x\n$0\n  y', 'text a ""');
    check('a: |\n  $0', 'text a ""');
    check('a: |\n  x\n$0\nb: 1', 'gap  ""');
  });

  it('is every line of a longer scalar', () => {
    check('a: o$0ne\n  two', 'text a "one"');
    check('a: one\n  t$0wo', 'text a "two"');
    check('a:\n  one\n  t$0wo', 'text a "two"');
    check('a: "one\n  b: $0two"', 'text a "b: two"');
    check('a: "one\n  two"\nb: $0v', 'value b "v"');
    check("a:\n  'one\n   two'\nb:\n  c: $0v", 'value b.c "v"');
  });

  it('is a template, and a template holds no product', () => {
    check('a: {{ .Val$0ues.x }}', 'text a "{{ .Values.x }}"');
    check('a: "{{ ACS::$0RegionId }}"', 'text a "{{ ACS::RegionId }}"');
    check('a: reg/{{ .x }}/re$0dis', 'value a "reg/{{ .x }}/redis"');
    check('{{- if .$0x }}\na: 1\n{{- end }}', 'text  "{{- if .x }}"');
    check('a:\n  {{- if .x }}\n  b: $0v\n  {{- end }}', 'value a.b "v"');
    check('a:\n{{- if .x }}\n  b: $0v\n{{- end }}', 'value a.b "v"');
    check('a:\n{% if x %}\n  b: $0v\n{% endif %}', 'value a.b "v"');
    check('a: |\n  x\n{{- if .x }}\n  $0y\n{{- end }}', 'text a "y"');
    check('{{ name }}: $0v', 'value {{ name }} "v"');
  });
});

describe('comments', () => {
  it('are comments only where YAML has them', () => {
    check('a: x # re$0dis', 'comment a "# redis"');
    check('# re$0dis\na: 1', 'comment  "# redis"');
    check('a:\n  # re$0dis\n  b: 1', 'comment a "# redis"');
    check('a: # re$0dis\n  b: 1', 'comment a "# redis"');
    check('a: x#$0y', 'value a "x#y"');
    check('a: [x, # $0y\n  z]', 'comment a.1 "# y"');
  });
});

describe('gaps: where something may be written', () => {
  it('is after a colon', () => {
    check('Type: $0', 'gap Type ""');
    check('Type:$0', 'gap Type ""');
    check('Type: $0\nb: 1', 'gap Type ""');
    check('a:\n  Type: $0\n  b: 1', 'gap a.Type ""');
    check('a:\n  Type: &x $0', 'gap a.Type ""');
    check('a: x $0', 'nothing');
  });

  it('is in a new item', () => {
    check('a:\n  - x\n  - $0', 'gap a.1 ""');
    check('a:\n  -$0', 'gap a.0 ""');
    check('- a: 1\n- $0', 'gap 1 ""');
  });

  it('is on an empty line, at the cursor’s column', () => {
    check('a:\n  b:\n    c: 1\n    $0', 'gap a.b ""');
    check('a:\n  b:\n    c: 1\n  $0', 'gap a ""');
    check('a:\n  b:\n    c: 1\n$0', 'gap  ""');
    check('a:\n  b:\n    $0', 'gap a.b ""');
    check('a:\n  b: 1\n    $0', 'gap a ""');
    check('a:\n  - x: 1\n    $0', 'gap a.0 ""');
    check('a:\n  - x\n  $0', 'gap a ""');
    check('a:\n- x: 1\n$0', 'gap  ""');
    check('a:\n  b: 1\n\n  $0\n\n  c: 2', 'gap a ""');
    check('$0', 'gap  ""');
    check('--- $0', 'gap  ""');
  });

  it('is between the entries of a flow collection', () => {
    check('a: { $0 }', 'gap a ""');
    check('a: {b: 1, $0}', 'gap a ""');
    check('a: {b: $0}', 'gap a.b ""');
    check('a: [$0]', 'gap a.0 ""');
    check('a: [1, $0]', 'gap a.1 ""');
    check('{\n  "a": 1,\n  $0\n}', 'gap  ""');
    check('{\n$0\n}', 'gap  ""');
    check('a: {\n  b: {\n$0\n  }\n}', 'gap a.b ""');
    check('a: {b: "x" $0}', 'nothing');
  });

  it('is not in indentation', () => {
    check('a:\n $0 b: 1', 'nothing');
  });
});

describe('half-typed keys', () => {
  it('are keys when keys stand beside them', () => {
    check('Db:\n  ty$0\n  Properties: 1', 'key Db.ty "ty"');
    check('Db:\n  Properties: 1\n  ty$0', 'key Db.ty "ty"');
    check('Db:\n  Properties:\n    a: 1\n  ty$0', 'key Db.ty "ty"');
    check('- ty$0\n  image: x', 'key 0.ty "ty"');
    check('- image: x\n  ty$0', 'key 0.ty "ty"');
    check('a: 1\nty$0', 'key ty "ty"');
  });

  it('are values when nothing stands beside them', () => {
    check('Db:\n  ty$0', 'value Db "ty"');
  });

  it('leave the rest of the text as it was', () => {
    check('Db:\n  ty\n  Properties: $0x', 'value Db.Properties "x"');
    check('Db:\n  name: "abc\n  Properties: $0x', 'value Db.Properties "x"');
    check('a: 1\n  b: $0x', 'value a.b "x"');
  });
});

describe('the way up', () => {
  it('reads a handful of lines, however long the file is', () => {
    const block = Array.from({ length: 2000 }, (_, k) => `k${k}:\n  a:\n    b: v`).join('\n');
    const lines = linesOf(block);
    const read = new Set<number>();
    const watched = {
      lineCount: lines.lineCount,
      lineAt: (line: number) => {
        read.add(line);
        return lines.lineAt(line);
      },
    };
    expect(locateAt(watched, 5999, 7)?.path).toEqual(['k1999', 'a', 'b']);
    expect(read.size).toBeLessThan(10);
  });

  it('is undefined outside the file', () => {
    expect(locateAt(linesOf('a: 1'), 1, 0)).toBeUndefined();
    expect(locateAt(linesOf('a: 1'), -1, 0)).toBeUndefined();
  });
});
