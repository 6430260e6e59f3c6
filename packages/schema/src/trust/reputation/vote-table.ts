/** Votes in columns, checked, one for each pair and kind, in an order that does not depend on the order of the input. */
import { type Vote, checkVote, checkVotes, valueOf, voteKinds } from './votes.ts';

/** Ordered by voter, then receiver, then kind. */
export type VoteTable = {
  from: Int32Array;
  to: Int32Array;
  /** Place in `voteKinds`. */
  kind: Uint8Array;
  /** Milliseconds since 1970, at most the time of the index. */
  at: Float64Array;
  /** 0 to 1. */
  value: Float64Array;
};

/** Throws `ReputationInputError`. A vote of a person about themself is left out. */
export function voteTable(people: number, asOf: number, votes: Iterable<Vote>): VoteTable {
  const given = columns(checkedVotes(people, votes), asOf);
  const byKind = byKey(Uint32Array.from(given.kind.keys()), given.kind, voteKinds.length);
  const rows = byKey(byKey(byKind, given.to, people), given.from, people);
  return picked(given, rows.subarray(0, keepOne(rows, given)));
}

function emptyTable(size: number): VoteTable {
  return {
    from: new Int32Array(size),
    to: new Int32Array(size),
    kind: new Uint8Array(size),
    at: new Float64Array(size),
    value: new Float64Array(size),
  };
}

function columns(votes: readonly Vote[], asOf: number): VoteTable {
  const table = emptyTable(votes.length);
  for (const [row, vote] of votes.entries()) {
    table.from[row] = vote.from;
    table.to[row] = vote.to;
    table.kind[row] = voteKinds.indexOf(vote.kind);
    table.at[row] = Math.min(vote.at, asOf);
    table.value[row] = valueOf(vote);
  }
  return table;
}

function picked({ from, to, kind, at, value }: VoteTable, rows: Uint32Array): VoteTable {
  const table = emptyTable(rows.length);
  for (const [place, row] of rows.entries()) {
    table.from[place] = from[row]!;
    table.to[place] = to[row]!;
    table.kind[place] = kind[row]!;
    table.at[place] = at[row]!;
    table.value[place] = value[row]!;
  }
  return table;
}

function checkedVotes(people: number, votes: Iterable<Vote>): Vote[] {
  const checked: Vote[] = [];
  for (const vote of votes) {
    checkVote(vote, people);
    if (vote.from !== vote.to) checked.push(vote);
    checkVotes(checked.length);
  }
  return checked;
}

/** Counting sort: stable, and linear in the number of rows. */
function byKey(rows: Uint32Array<ArrayBuffer>, keys: Int32Array | Uint8Array, size: number): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(size + 1);
  for (const row of rows) places[keys[row]! + 1]! += 1;
  for (let key = 0; key < size; key += 1) places[key + 1]! += places[key]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    sorted[places[keys[row]!]!] = row;
    places[keys[row]!]! += 1;
  }
  return sorted;
}

/** Moves one row of each pair and kind to the front and returns their number: the latest one, of equally late ones the lowest. */
function keepOne(rows: Uint32Array, { from, to, kind, at, value }: VoteTable): number {
  let count = 0;
  for (const row of rows) {
    const last = rows[count - 1];
    if (last === undefined || from[last] !== from[row] || to[last] !== to[row] || kind[last] !== kind[row]) {
      rows[count] = row;
      count += 1;
    } else if (at[row]! > at[last]! || (at[row] === at[last] && value[row]! < value[last]!)) rows[count - 1] = row;
  }
  return count;
}
