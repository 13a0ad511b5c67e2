import { describe, expect, test } from 'vitest';
import { middle, roundedPath, routeDown } from './route';

const box = (x: number, y: number) => ({ x, y, width: 204, height: 52 });

describe('routing a link', () => {
  test('straight when nothing is between', () => {
    expect(routeDown({ x: 100, y: 60 }, { x: 100, y: 140 }, [])).toHaveLength(2);
  });

  test('one bend halfway between neighbouring rows', () => {
    expect(routeDown({ x: 100, y: 60 }, { x: 300, y: 100 }, [box(0, 8), box(200, 100)])).toEqual([
      { x: 100, y: 60 },
      { x: 100, y: 80 },
      { x: 300, y: 80 },
      { x: 300, y: 100 },
    ]);
  });

  test('goes around a step that stands in the way', () => {
    const wall = box(0, 100);
    const points = routeDown({ x: 100, y: 60 }, { x: 100, y: 240 }, [wall]);
    const through = points.some((point) => point.x > 0 && point.x < 204 && point.y > 100 && point.y < 152);
    expect(through).toBe(false);
    expect(points.some((point) => point.x < 0 || point.x > 204)).toBe(true);
  });

  test('a link upwards leaves down and enters from above', () => {
    const points = routeDown({ x: 100, y: 300 }, { x: 400, y: 50 }, []);
    expect(points[1]?.y).toBeGreaterThan(300);
    expect(points.at(-2)?.y).toBeLessThan(50);
  });

  test('corners are rounded', () => {
    const path = roundedPath([
      { x: 0, y: 0 },
      { x: 0, y: 50 },
      { x: 80, y: 50 },
    ]);
    expect(path).toBe('M0 0L0 44Q0 50 6 50L80 50');
  });

  test('the label sits on the longest inner part', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 100, y: 20 },
      { x: 100, y: 90 },
    ];
    expect(middle(points)).toEqual({ x: 50, y: 20 });
  });
});
