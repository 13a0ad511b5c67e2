import { describe, expect, test } from 'vitest';
import { canConnect, possibleSources, possibleTargets } from './rules';
import { testFlow } from './testFlow';

const flow = testFlow();
const link = (from: string, fromPort: string, to: string, toPort = 'in') =>
  canConnect(flow, { from, fromPort, to, toPort });

describe('drawing links', () => {
  test('a new link between free ends is fine', () => {
    expect(link('tell', 'next', 'shape')).toBe(true);
    expect(link('tell', 'error', 'reply')).toBe(true);
  });

  test('not to itself, not twice, not in circles', () => {
    expect(link('tell', 'next', 'tell')).toBe(false);
    expect(link('hook', 'next', 'getIssue')).toBe(false);
    expect(link('shape', 'next', 'known')).toBe(false);
    expect(link('createContact', 'error', 'findContact')).toBe(false);
  });

  test('only between ports that exist', () => {
    expect(link('known', 'next', 'reply')).toBe(false);
    expect(link('reply', 'next', 'post')).toBe(false);
    expect(link('tell', 'next', 'hook')).toBe(false);
    expect(link('tell', 'next', 'remark')).toBe(false);
    expect(link('tell', 'next', 'gone')).toBe(false);
  });

  test('cables go from customizations to calls and nowhere else', () => {
    expect(link('trace', 'customize', 'tell', 'customize')).toBe(true);
    expect(link('trace', 'customize', 'tell')).toBe(false);
    expect(link('trace', 'customize', 'known', 'customize')).toBe(false);
    expect(link('hook', 'next', 'tell', 'customize')).toBe(false);
    expect(link('trace', 'customize', 'cert', 'customize')).toBe(false);
    expect(link('trace', 'customize', 'createContact', 'customize')).toBe(false);
  });

  test('no arrow crosses the border of a container, cables may', () => {
    expect(link('tell', 'next', 'each')).toBe(true);
    expect(link('each', 'error', 'reply')).toBe(true);
    expect(link('tagged', 'next', 'reply')).toBe(false);
    expect(link('each', 'next', 'addTag')).toBe(false);
    expect(link('addTag', 'error', 'tagged')).toBe(true);
    expect(link('trace', 'customize', 'addTag', 'customize')).toBe(true);
  });

  test('possible ends, forwards and backwards', () => {
    expect([...possibleTargets(flow, 'trace', 'customize')].sort()).toEqual([
      'addTag',
      'findContact',
      'getIssue',
      'post',
      'tell',
    ]);
    expect([...possibleTargets(flow, 'tell', 'next')].sort()).toEqual(['each', 'post', 'reply', 'shape']);
    expect([...possibleSources(flow, 'tell', 'customize')].sort()).toEqual(['cert', 'trace']);
  });
});
