/** Random numbers that a seed determines on every machine (xorshift32). Not for secrets. */
export class Random {
  constructor(seed) {
    this.state = (seed * 2654435761 + 1013904223) >>> 0 || 1;
  }

  /** A whole number from 0 to limit - 1. */
  below(limit) {
    let s = this.state;
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    this.state = s >>> 0;
    return Math.floor((this.state / 0x1_0000_0000) * limit);
  }

  chance(percent) {
    return this.below(100) < percent;
  }

  of(list) {
    return list[this.below(list.length)];
  }

  shuffled(list) {
    return this.several(list, list.length);
  }

  /** Different elements of the list, `count` or all of them, in a random order. */
  several(list, count) {
    const chosen = new Set();
    while (chosen.size < Math.min(count, list.length)) chosen.add(this.below(list.length));
    return [...chosen].map((index) => list[index]);
  }
}
