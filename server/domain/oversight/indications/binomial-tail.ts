/**
 * Chance of `least` hits or more in `tries` independent tries of chance `p` each (upper tail of the binomial
 * distribution), summed in logarithms so that many tries do not overflow.
 */
export function binomialTail(tries: number, p: number, least: number): number {
  if (least <= 0) return 1;
  if (least > tries || p <= 0) return 0;
  if (p >= 1) return 1;
  let sum = 0;
  let logChoose = 0;
  for (let hits = 0; hits <= tries; hits += 1) {
    if (hits > 0) logChoose += Math.log(tries - hits + 1) - Math.log(hits);
    if (hits >= least) sum += Math.exp(logChoose + hits * Math.log(p) + (tries - hits) * Math.log1p(-p));
  }
  return Math.min(1, sum);
}
