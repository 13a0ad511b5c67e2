import { describe, expect, test } from 'vitest';
import { cable, pathOf, pointAt } from './cable';

describe('cables', () => {
  const line = cable({ x: 0, y: 0 }, { x: 100, y: 40 }, true);

  test('leave and enter from the side, and hang a little', () => {
    expect(pathOf(line)).toMatch(/^M0\.0 0\.0 C55\.0 \d+\.\d 45\.0 \d+\.\d 100\.0 40\.0$/);
    expect(line[1].y).toBeGreaterThan(0);
  });

  test('a number on it lies between its ends', () => {
    expect(pointAt(line, 0)).toEqual({ x: 0, y: 0 });
    expect(pointAt(line, 1)).toEqual({ x: 100, y: 40 });
    const at = pointAt(line, 0.3);
    expect(at.x).toBeGreaterThan(20);
    expect(at.x).toBeLessThan(50);
  });
});
