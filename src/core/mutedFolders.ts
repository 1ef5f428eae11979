// Folders in which we are silent, as users write them into the setting: paths below their workspace folder, `.` for all of it.

/** Whether a folder lies in one of those that are muted, or is one of them; `folder` is `.` or like `deploy/ros`. */
export function isSilent(folder: string, muted: readonly string[]): boolean {
  return muted.some((written) => holds(written, folder));
}

function holds(written: string, folder: string): boolean {
  if (written.trim() === '') return false;
  // `./deploy/`, `deploy` and `deploy\` are the same folder.
  const steps = written
    .trim()
    .split(/[\\/]/)
    .filter((step) => step !== '' && step !== '.');
  const path = steps.join('/');
  return path === '' || folder === path || folder.startsWith(`${path}/`);
}

/** The value of the setting in the workspace folder after a folder was muted. */
export function withMuted(muted: readonly string[], folder: string): readonly string[] {
  return [...muted, folder];
}

/**
 * The value after whatever silences a folder was lifted; `undefined` takes the value away. `outer` is what would hold then:
 * where it mutes something, an empty list has to cover it.
 */
export function withoutMuted(
  muted: readonly string[],
  folder: string,
  outer: readonly string[],
): readonly string[] | undefined {
  const left = muted.filter((written) => !holds(written, folder));
  return left.length > 0 || outer.length > 0 ? left : undefined;
}
