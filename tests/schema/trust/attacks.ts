/** The index of everybody in a simulated world, and what an attack takes from one person's place. */
import { ReputationIndex } from '../../../packages/schema/src/trust/reputation/index.ts';
import { HONEST, NOW, type World } from './simulation.ts';

export function sumsOf(world: World): Float64Array {
  const index = new ReputationIndex(world.people, { ...world, now: NOW });
  return Float64Array.from({ length: world.people }, (_, person) => index.sumOf(person));
}

/** The places of honest people: 0 for the best. */
export function rankOf(sums: Float64Array): number[] {
  const places = new Array<number>(HONEST);
  const order = Array.from({ length: HONEST }, (_, person) => person).sort((one, other) => sums[other]! - sums[one]!);
  for (const [place, person] of order.entries()) places[person] = place;
  return places;
}

/** Places that the victim loses to honest people, as a part of all. */
export function attacked(world: World, before: Float64Array, victim: number): number {
  return (rankOf(sumsOf(world))[victim]! - rankOf(before)[victim]!) / HONEST;
}
