// Running what may fail where nobody waits for its error.

/** The answer of `run`; what goes wrong in it, at once or later, goes to `report`, and the answer is `undefined`. */
export function caught<R>(run: () => R, report: (error: unknown) => void): R | undefined {
  const fail = (error: unknown): undefined => {
    report(error);
    return undefined;
  };
  try {
    const answer = run();
    return answer instanceof Promise ? (answer.catch(fail) as R) : answer;
  } catch (error) {
    return fail(error);
  }
}
