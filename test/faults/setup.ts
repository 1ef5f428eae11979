// FAULT_SEED=<number> repeats a run; a failure prints the seed and the path of its counterexample, and both its values.
import fc from 'fast-check';

const seed = Number(process.env.FAULT_SEED);
fc.configureGlobal({ ...(Number.isInteger(seed) && process.env.FAULT_SEED && { seed }) });
