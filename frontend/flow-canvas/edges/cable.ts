export type Point = { readonly x: number; readonly y: number };

/** A cable: a Bézier that leaves and enters straight and hangs a little, as a cable does. */
export type Cable = readonly [from: Point, first: Point, second: Point, to: Point];

export const cable = (from: Point, to: Point, sideways: boolean): Cable => {
  const gap = sideways ? to.x - from.x : to.y - from.y;
  const reach = Math.max(gap * 0.55, 30);
  const sag = Math.min(12, 4 + Math.hypot(to.x - from.x, to.y - from.y) * 0.04);
  const first = sideways ? { x: from.x + reach, y: from.y + sag } : { x: from.x, y: from.y + reach };
  const second = sideways ? { x: to.x - reach, y: to.y + sag / 2 } : { x: to.x, y: to.y - reach };
  return [from, first, second, to];
};

export const pathOf = ([from, first, second, to]: Cable): string => {
  const points = [first, second, to].map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`);
  return `M${from.x.toFixed(1)} ${from.y.toFixed(1)} C${points.join(' ')}`;
};

/** The point at this part of the way, 0 to 1. */
export const pointAt = ([from, first, second, to]: Cable, part: number): Point => {
  const rest = 1 - part;
  const mix = (a: number, b: number, c: number, d: number): number =>
    rest ** 3 * a + 3 * rest ** 2 * part * b + 3 * rest * part ** 2 * c + part ** 3 * d;
  return { x: mix(from.x, first.x, second.x, to.x), y: mix(from.y, first.y, second.y, to.y) };
};
