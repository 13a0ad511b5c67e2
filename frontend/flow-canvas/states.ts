import type { StepState, StepStateName } from './model';

type Words = { readonly icon: string; readonly word: string };

/** Icon and word of every state; the class of a state is its name. */
export const STATES: Readonly<Record<StepStateName, Words>> = {
  queued: { icon: 'circle-dashed', word: 'Queued' },
  running: { icon: 'loader-circle', word: 'Running' },
  waiting: { icon: 'hourglass', word: 'Waiting' },
  succeeded: { icon: 'circle-check', word: 'Succeeded' },
  failed: { icon: 'circle-x', word: 'Failed' },
  skipped: { icon: 'circle-minus', word: 'Skipped' },
  cancelled: { icon: 'ban', word: 'Cancelled' },
  inDoubt: { icon: 'circle-question-mark', word: 'In doubt' },
};

/** 402 ms, 1.24 s, 2 min 5 s */
export const duration = (ms: number): string => {
  if (ms < 1000) {
    return `${String(Math.round(ms))} ms`;
  }
  if (ms < 60_000) {
    return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
  }
  const seconds = Math.round(ms / 1000);
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
};

/** The second line of a node after a run: "201, 402 ms", or why it failed or waits. */
export const outcome = (state: StepState | undefined): string | null => {
  switch (state?.state) {
    case undefined:
    case 'queued':
    case 'skipped':
      return null;
    case 'cancelled':
      return state.summary;
    case 'inDoubt':
      return state.summary ?? 'needs a decision';
    case 'failed':
      return [state.status, state.summary].filter((part) => part !== null).join(' ') || 'failed';
    case 'waiting':
      return state.summary ?? 'waiting';
    case 'running':
      return state.durationMs === null ? (state.summary ?? 'running') : duration(state.durationMs);
    case 'succeeded':
      return (
        [state.status?.toString(), state.summary, state.durationMs === null ? null : duration(state.durationMs)]
          .filter((part) => part !== null && part !== undefined)
          .join(', ') || null
      );
  }
};
