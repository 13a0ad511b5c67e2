export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };

const RADIUS = 6;
const STUB = 16;
const CLEARANCE = 8;
/** A link that spans more than one row bends late: halfway it would run through the row between. */
const LONG = 70;

/**
 * The corners of an orthogonal link that leaves downwards and enters from above. Of the plain ways (bend early, halfway or late) and two lanes
 * around what stands between, it takes the one that crosses the fewest boxes, then the shortest.
 */
export const routeDown = (from: Point, to: Point, boxes: readonly Box[]): readonly Point[] => {
  if (Math.abs(from.x - to.x) < 1 && from.y < to.y && crossings([from, to], boxes) === 0) {
    return [from, to];
  }
  const between = boxes.filter((box) => box.y < to.y && box.y + box.height > from.y);
  const left = Math.min(from.x, to.x, ...between.map((box) => box.x)) - STUB;
  const right = Math.max(from.x, to.x, ...between.map((box) => box.x + box.width)) + STUB;
  const gap = to.y - from.y;
  const stub = gap > 0 ? Math.min(STUB, gap / 2) : STUB;
  const out = from.y + stub;
  const into = to.y - stub;
  const ways = gap <= 0 ? [] : [bend(from, to, out), bend(from, to, gap < LONG ? (from.y + to.y) / 2 : into)];
  if (gap <= 0 || gap > 4 * STUB) {
    ways.push(lane(from, to, out, into, left), lane(from, to, out, into, right));
  }
  return ways
    .map((points) => ({ points, cost: crossings(points, boxes) * 10_000 + length(points) + points.length * 30 }))
    .reduce((best, way) => (way.cost <= best.cost ? way : best)).points;
};

const bend = (from: Point, to: Point, y: number): readonly Point[] => [from, { x: from.x, y }, { x: to.x, y }, to];

const lane = (from: Point, to: Point, out: number, into: number, x: number): readonly Point[] => [
  from,
  { x: from.x, y: out },
  { x, y: out },
  { x, y: into },
  { x: to.x, y: into },
  to,
];

/** How many boxes the way crosses; touching the first and last box at its end does not count. */
const crossings = (points: readonly Point[], boxes: readonly Box[]): number =>
  pairs(points).reduce((sum, [a, b]) => sum + boxes.filter((box) => crosses(a, b, box)).length, 0);

const crosses = (a: Point, b: Point, box: Box): boolean =>
  Math.max(a.x, b.x) > box.x - CLEARANCE &&
  Math.min(a.x, b.x) < box.x + box.width + CLEARANCE &&
  Math.max(a.y, b.y) > box.y + 1 &&
  Math.min(a.y, b.y) < box.y + box.height - 1;

const length = (points: readonly Point[]): number =>
  pairs(points).reduce((sum, [a, b]) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0);

const pairs = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.slice(1).flatMap((b, i) => {
    const a = points[i];
    return a === undefined ? [] : [[a, b] as const];
  });

/** Turns x and y around, so that one router serves both directions. */
export const turned = (point: Point): Point => ({ x: point.y, y: point.x });
export const turnedBox = (box: Box): Box => ({ x: box.y, y: box.x, width: box.height, height: box.width });

/** An SVG path along the corners, rounded. */
export const roundedPath = (points: readonly Point[]): string => {
  const [first, ...rest] = points.filter((point, i) => i === 0 || !near(point, points[i - 1]));
  if (first === undefined) {
    return '';
  }
  const path = [`M${at(first)}`];
  let before = first;
  rest.forEach((corner, i) => {
    const after = rest[i + 1];
    if (after === undefined) {
      path.push(`L${at(corner)}`);
    } else {
      const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
      path.push(`L${at(towards(corner, before, radius))}`, `Q${at(corner)} ${at(towards(corner, after, radius))}`);
    }
    before = corner;
  });
  return path.join('');
};

/** The middle of the longest part: where a label sits well. */
export const middle = (points: readonly Point[]): Point => {
  const parts = pairs(points);
  const inner = parts.length > 2 ? parts.slice(1, -1) : parts;
  const [a, b] = inner.reduce(
    (best, part) => (distance(...part) > distance(...best) + 1 ? part : best),
    inner[0] ?? ORIGIN,
  );
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
};

const ORIGIN: readonly [Point, Point] = [
  { x: 0, y: 0 },
  { x: 0, y: 0 },
];

const near = (a: Point, b: Point | undefined): boolean => b !== undefined && distance(a, b) < 0.5;
const distance = (a: Point, b: Point): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
const towards = (from: Point, to: Point, by: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * Math.min(by, Math.abs(to.x - from.x)),
  y: from.y + Math.sign(to.y - from.y) * Math.min(by, Math.abs(to.y - from.y)),
});
const at = (point: Point): string => `${String(round(point.x))} ${String(round(point.y))}`;
const round = (value: number): number => Math.round(value * 10) / 10;
