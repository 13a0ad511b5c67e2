import { describe, expect, test } from 'vitest';
import { announce } from './label';
import { duration, outcome } from './states';
import { testFlow } from './testFlow';
import { keyOf } from './useKeyboard';
import { walk } from './walk';

const flow = testFlow();
const step = (id: string) => {
  const node = flow.nodes.find((one) => one.id === id);
  if (node === undefined) {
    throw new Error(id);
  }
  return node;
};
const state = { stepId: 'createContact', attempts: 1, status: 201, durationMs: 402, summary: null } as const;

describe('words', () => {
  test('durations', () => {
    expect([2, 402, 1240, 59_960, 125_000].map(duration)).toEqual(['2 ms', '402 ms', '1.24 s', '60.0 s', '2 min 5 s']);
  });

  test('the second line after a run', () => {
    expect(outcome({ ...state, state: 'succeeded' })).toBe('201, 402 ms');
    expect(outcome({ ...state, state: 'failed', status: 422, summary: 'email taken' })).toBe('422 email taken');
    expect(outcome({ ...state, state: 'inDoubt' })).toBe('needs a decision');
    expect(outcome(undefined)).toBeNull();
  });

  test('how a node is announced', () => {
    expect(announce(step('createContact'), { ...state, state: 'succeeded' }, [])).toBe(
      'Create contact, POST, CRM, succeeded, 402 ms',
    );
    expect(
      announce(step('known'), undefined, [{ stepId: 'known', severity: 'error', message: 'condition is empty' }]),
    ).toBe('Known contact?, condition, total > 0, condition is empty');
  });
});

describe('keys', () => {
  test('are named with modifiers and case', () => {
    const none = { ctrlKey: false, metaKey: false, shiftKey: false };
    expect(keyOf({ ...none, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
    expect(keyOf({ ...none, key: 'L' })).toBe('l');
    expect(keyOf({ ...none, key: '?', shiftKey: true })).toBe('?');
    expect(keyOf({ ...none, key: 'Enter', metaKey: true })).toBe('Ctrl+Enter');
  });

  test('arrows walk along the links first', () => {
    expect(walk(flow, 'known', 'ArrowDown')).toBe('createContact');
    expect(walk(flow, 'known', 'ArrowUp')).toBe('findContact');
    expect(walk(flow, 'createContact', 'ArrowRight')).toBe('tell');
    expect(walk(flow, 'hook', 'ArrowUp')).toBeNull();
  });
});
