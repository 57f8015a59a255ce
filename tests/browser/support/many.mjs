// A list of as many programs as one likes, made of the real ones: numbered ids and names, other cities, and some facts left
// out, so that no two are alike and every choice still leaves some. The same for the same seed.

// Numerical Recipes' generator: small, and the same everywhere.
function makeRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor(state / 2 ** 32 * below);
  };
}

function thinned(values, random) {
  const left = Object.entries(values ?? {}).map(([facet, codes]) => [facet, codes.filter(() => random(5) > 0)]);
  return Object.fromEntries(left.filter(([, codes]) => codes.length > 0));
}

// The first block keeps its facts: a program must state something.
function variant(program, number, cities, random) {
  const copy = structuredClone(program);
  copy.id = `${program.id}-${number}`;
  copy.name = `${program.name} ${number}`;
  if (copy.address) Object.assign(copy.address, cities[random(cities.length)], { street: `${1 + random(9999)} Main Street` });
  copy.facts = copy.facts.map((block, at) => (at === 0 ? block : { ...block, offered: thinned(block.offered, random) }));
  return copy;
}

/** The text of a file like data/programs.json with `count` programs made of those in `data`. */
export function manyPrograms(data, count, seed = 1) {
  const random = makeRandom(seed);
  const cities = data.programs.flatMap(({ address }) => (address ? [{ city: address.city, county: address.county, postal_code: address.postal_code }] : []));
  const programs = Array.from({ length: count }, (_, at) => variant(data.programs[at % data.programs.length], at + 1, cities, random));
  return JSON.stringify({ ...data, programs });
}
