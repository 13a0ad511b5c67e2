import { describe, expect, test } from 'vitest';
import { contains, count, matches, pathOf } from './paths';

describe('JSON tree', () => {
  test('paths are what an expression wants', () => {
    expect(pathOf('steps.getIssue.body', ['user', 'login'])).toBe('steps.getIssue.body.user.login');
    expect(pathOf('trigger.body', ['labels', 0, 'name'])).toBe('trigger.body.labels[0].name');
    expect(pathOf('trigger.headers', ['x-request-id'])).toBe('trigger.headers.`x-request-id`');
    expect(pathOf('', ['a', 'b'])).toBe('a.b');
  });

  test('counts', () => {
    expect(count({ a: 1 })).toBe('1 field');
    expect(count([1, 2])).toBe('2 items');
  });

  test('search finds keys and values, however deep', () => {
    expect(matches('Title', 'x', 'tit')).toBe(true);
    expect(matches('a', 'Invoice', 'voice')).toBe(true);
    expect(matches('a', { b: 'voice' }, 'voice')).toBe(false);
    expect(contains({ a: [{ b: 'voice' }] }, 'voice')).toBe(true);
    expect(contains({ a: [{ b: 'voice' }] }, 'voice', { left: 1 })).toBe(false);
  });
});
