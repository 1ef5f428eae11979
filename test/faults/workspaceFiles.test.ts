// Which files of a workspace are looked at: what git and the user leave out is left out, whether the editor searches or
// we walk.
import { describe, expect, test } from 'vitest';

import { filesFound } from './support/workspace';

const files = {
  '.gitignore': 'rendered/\n*.gen.yaml\n/secret.yaml\n',
  '.ignore': 'samples\n',
  'a.yaml': '',
  'a.gen.yaml': '',
  'b.yml': '',
  'notes.md': '',
  'secret.yaml': '',
  'k8s/.gitignore': '!keep.gen.yaml\n',
  'k8s/c.yaml': '',
  'k8s/keep.gen.yaml': '',
  'k8s/secret.yaml': '',
  'k8s/rendered/d.yaml': '',
  'samples/e.yaml': '',
  'node_modules/x/f.yaml': '',
};

describe.each(['file', 'memfs'])('files on %s', (scheme) => {
  const passed = ['node_modules'];

  test('are those that git and the user do not ignore', async () => {
    const { paths } = await filesFound({ files, scheme }, { passed });
    expect(paths).toEqual(['a.yaml', 'b.yml', 'k8s/c.yaml', 'k8s/keep.gen.yaml', 'k8s/secret.yaml']);
  });

  test('of a folder: what is ignored above it counts', async () => {
    const { paths } = await filesFound({ files, scheme }, { passed, below: 'k8s' });
    expect(paths).toEqual(['k8s/c.yaml', 'k8s/keep.gen.yaml', 'k8s/secret.yaml']);
  });

  test('are all where the user has ignore files off', async () => {
    const { paths } = await filesFound({ files, scheme, useIgnoreFiles: false }, { passed });
    expect(paths).toContain('k8s/rendered/d.yaml');
    expect(paths).toContain('secret.yaml');
    expect(paths).not.toContain('node_modules/x/f.yaml');
  });

  test('that are ignored do not use up the limit', async () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`rendered/${i}.yaml`, '']));
    const { paths } = await filesFound({ files: { ...many, ...files }, scheme }, { passed, most: 3 });
    expect(paths).toHaveLength(3);
    expect(paths.filter((path) => path.startsWith('rendered/'))).toEqual([]);
  });
});

test('a folder that is ignored is not walked', async () => {
  const { listed } = await filesFound({ files, scheme: 'memfs' });
  expect(listed).toContain('/shop/k8s');
  expect(listed).not.toContain('/shop/k8s/rendered');
  expect(listed).not.toContain('/shop/samples');
});
