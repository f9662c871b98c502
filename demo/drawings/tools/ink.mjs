// Writes SVG: elements, paths, gradients, chance that is the same every time.

export const round = (value) => String(+value.toFixed(1));
const camel = new Set(['viewBox', 'gradientUnits', 'patternUnits', 'patternTransform', 'stdDeviation']);
const kebab = (name) => camel.has(name) ? name : name.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase());
const written = (value) => (typeof value === 'number' ? String(+value.toFixed(3)) : value);

export function element(tag, attributes = {}, children = '') {
  const text = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ` ${kebab(name)}="${written(value)}"`)
    .join('');
  const inner = Array.isArray(children) ? children.flat(Infinity).join('') : children;
  return inner ? `<${tag}${text}>${inner}</${tag}>\n` : `<${tag}${text}/>\n`;
}

export const group = (children, attributes = {}) => element('g', attributes, children);
export const move = (x, y, children, { scale = 1, flip = false, turn = 0 } = {}) =>
  group(children, {
    transform: `translate(${round(x)} ${round(y)})${turn ? ` rotate(${round(turn)})` : ''}`
      + (scale !== 1 || flip ? ` scale(${written(flip ? -scale : scale)} ${written(scale)})` : ''),
  });
export const box = (x, y, width, height, fill, more = {}) =>
  element('rect', { x: +round(x), y: +round(y), width: +round(width), height: +round(height), fill, ...more });
export const disc = (cx, cy, r, fill, more = {}) =>
  element('circle', { cx: +round(cx), cy: +round(cy), r: +round(r), fill, ...more });
export const oval = (cx, cy, rx, ry, fill, more = {}) =>
  element('ellipse', { cx: +round(cx), cy: +round(cy), rx: +round(rx), ry: +round(ry), fill, ...more });
export const path = (d, fill, more = {}) => element('path', { d, fill, ...more });
export const shape = (points, fill, more = {}) => path(polygon(points), fill, more);
export const stroke = (d, colour, width, more = {}) =>
  path(d, 'none', { stroke: colour, strokeWidth: width, strokeLinecap: 'round', strokeLinejoin: 'round', ...more });
export const line = (x1, y1, x2, y2, colour, width, more = {}) =>
  stroke(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`, colour, width, more);

export const polygon = (points) => 'M' + points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L') + 'Z';

/** A path that runs softly through all points (Catmull-Rom turned into Bézier curves). */
export function soft(points, { closed = false, tension = 1 } = {}) {
  const last = points.length - 1;
  const at = (index) => (closed ? points[(index + points.length) % points.length] : points[Math.max(0, Math.min(last, index))]);
  let d = `M${round(points[0][0])} ${round(points[0][1])}`;
  for (let index = 0; index < (closed ? points.length : last); index++) {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const pull = tension / 6;
    d += `C${round(from[0] + (to[0] - before[0]) * pull)} ${round(from[1] + (to[1] - before[1]) * pull)} `
      + `${round(to[0] - (after[0] - from[0]) * pull)} ${round(to[1] - (after[1] - from[1]) * pull)} `
      + `${round(to[0])} ${round(to[1])}`;
  }
  return d + (closed ? 'Z' : '');
}

/** Chance with a memory: the same seed gives the same picture. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole: (low, high) => Math.floor(low + next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    yes: (share) => next() < share,
  };
}

export const times = (count, make) => Array.from({ length: count }, (_, index) => make(index));

/** One picture: collects definitions and writes the finished file. */
export class Drawing {
  #definitions = [];
  #known = new Map();
  #parts = [];

  constructor({ width = 1600, height = 1000 } = {}) {
    this.width = width;
    this.height = height;
  }

  add(...parts) {
    this.#parts.push(...parts.flat(Infinity));
    return this;
  }

  #define(make) {
    const key = make('');
    if (!this.#known.has(key)) {
      const id = `d${this.#known.size}`;
      this.#known.set(key, id);
      this.#definitions.push(make(id));
    }
    return this.#known.get(key);
  }

  #stops(stops) {
    return stops.map(([offset, stopColor, stopOpacity]) => element('stop', { offset, stopColor, stopOpacity }));
  }

  /** A linear gradient; `stops` are [offset, colour, opacity?]; the direction is in shares of the painted box. */
  fade(stops, { from = [0, 0], to = [0, 1], user = false } = {}) {
    return `url(#${this.#define((id) => element('linearGradient', {
      id, x1: from[0], y1: from[1], x2: to[0], y2: to[1], gradientUnits: user ? 'userSpaceOnUse' : undefined,
    }, this.#stops(stops)))})`;
  }

  glow(stops, { cx = 0.5, cy = 0.5, r = 0.5, user = false } = {}) {
    return `url(#${this.#define((id) => element('radialGradient', {
      id, cx, cy, r, gradientUnits: user ? 'userSpaceOnUse' : undefined,
    }, this.#stops(stops)))})`;
  }

  /** A repeating tile. */
  tile(width, height, content, transform) {
    return `url(#${this.#define((id) => element('pattern', {
      id, width, height, patternUnits: 'userSpaceOnUse', patternTransform: transform,
    }, content))})`;
  }

  /** Shows `children` only inside `outline` (markup of shapes). */
  inside(outline, children) {
    const id = this.#define((name) => element('clipPath', { id: name }, outline));
    return group(children, { clipPath: `url(#${id})` });
  }

  blurred(amount, children) {
    const id = this.#define((name) => element('filter', { id: name, x: '-50%', y: '-50%', width: '200%', height: '200%' },
      element('feGaussianBlur', { stdDeviation: amount })));
    return group(children, { filter: `url(#${id})` });
  }

  toString() {
    return element('svg', {
      xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${this.width} ${this.height}`, width: this.width, height: this.height,
    }, '\n' + element('defs', {}, this.#definitions) + this.#parts.join(''));
  }
}
