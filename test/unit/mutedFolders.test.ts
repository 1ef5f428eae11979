import { expect, test } from 'vitest';

import { isSilent, withMuted, withoutMuted } from '../../src/core/mutedFolders';

test.each(['deploy', './deploy', 'deploy/', './deploy/', 'deploy\\', ' deploy '])('%j silences deploy', (written) => {
  const silent = ['deploy', 'deploy/ros', 'deployment', '.'].filter((folder) => isSilent(folder, [written]));
  expect(silent).toEqual(['deploy', 'deploy/ros']);
});

test.each(['.', './', '/'])('%j silences everything', (written) => {
  expect(isSilent('.', [written]) && isSilent('deploy/ros', [written])).toBe(true);
});

test('an empty entry silences nothing', () => {
  expect(isSilent('.', ['', ' '])).toBe(false);
});

test('muting adds, and lifting takes away whatever silences the folder', () => {
  expect(withMuted(['k8s'], 'deploy')).toEqual(['k8s', 'deploy']);
  expect(withoutMuted(['k8s', './deploy/', '.'], 'deploy/ros', [])).toEqual(['k8s']);
});

test('what user or workspace mute is covered by an empty list, and by nothing where they mute nothing', () => {
  expect(withoutMuted(['.'], 'deploy', ['.'])).toEqual([]);
  expect(withoutMuted(['deploy'], 'deploy', ['k8s'])).toEqual([]);
  expect(withoutMuted(['deploy'], 'deploy', [])).toBeUndefined();
});
