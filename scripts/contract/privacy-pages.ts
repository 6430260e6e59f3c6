/** The pages made from privacy's data: the matrix and the periods of retention, in Markdown. */
import {
  type MatrixKey,
  type RetentionClass,
  legalBases,
  matrixKeys,
  matrixPlaces,
  placesOf,
  readers,
  retention,
  roles,
  rowOf,
} from '@gigsy/schema';
import { GENERATED, table } from './markdown.ts';

const PLACES = {
  web: 'read by anybody who knows the handle: apps, pages of partners, search engines',
  members: 'read by people who are signed in; people whom the owner named read restricted content there',
  accesses: 'read for a purpose by people who may; each access stands in the log that the owner sees',
  own: 'read by the owner alone, who may take it along',
} as const;

export function privacyMatrixPage(): string {
  return [
    '# Privacy matrix',
    GENERATED,
    "The default audience of each field, by the owner's role, and the widest audience that the owner may choose. A field" +
      " is seen by those who may see the profile, its section's row and its own row; one without a row is its owner's alone.",
    table(
      ['what', ...roles, 'widest', 'why'],
      matrixKeys.map((key) => {
        const { defaults, widest, note, fixed } = rowOf(key);
        return `| \`${key}\` | ${roles.map((role) => defaults[role]).join(' | ')} | ${fixed ? 'follows the profile' : widest} | ${note} |`;
      }),
    ),
    '## Who decides, why it is held, how long, and where it appears',
    'The owner alone changes who sees a field. Nobody else may widen it: an operator can hide a whole account, and open nothing of it.' +
      ' `special` marks content that may tell of special categories of data (GDPR, Art. 9), which needs explicit consent, Art. 9(2)(a).' +
      ' An operator checks these grounds with a lawyer of their country.' +
      ' [retention.md](retention.md) has the classes and the articles.',
    table(['what', 'who may override', 'legal basis', 'kept', 'where it can appear'], matrixKeys.map(groundsRow)),
    '## Places',
    'A field can appear in a place where a reader gives the view of an audience to which the owner may open it.',
    table(
      ['place', 'what it is', 'readers'],
      matrixPlaces.map((place) => {
        const found = readers.filter((reader) => reader.place === place).map(({ at }) => `\`${at}\``);
        return `| ${place} | ${PLACES[place]} | ${found.join(', ')} |`;
      }),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function groundsRow(key: MatrixKey): string {
  const { fixed, addressed, special, basis, kept } = rowOf(key);
  const who = fixed ? 'nobody' : addressed ? 'the owner, not for named people alone' : 'the owner';
  const classes = kept.map((name) => `\`${name}\` (${keptFor(classOf(key, name))})`);
  return `| \`${key}\` | ${who} | ${basis}${special ? ', special' : ''} | ${classes.join(', ')} | ${placesOf(key).join(', ')} |`;
}

/** The class of retention that a row names. Throws where no domain declares it. */
export function classOf(key: MatrixKey, name: string): RetentionClass {
  const declared: Partial<Record<string, RetentionClass>> = retention;
  const found = declared[name];
  if (!found)
    throw new Error(`The row ${key} of the privacy matrix names the class ${name}, which no retention.ts declares.`);
  return found;
}

function keptFor({ periodMs, end }: RetentionClass): string {
  return periodMs === null ? `${end === 'erasure' ? 'with the account' : end}` : periodInWords(periodMs);
}

const ENDS = {
  purge: 'A job deletes it, and the purge report counts it.',
  schedule: 'A function is scheduled for its end.',
  erasure: 'With the account.',
  cascade: 'With what it is made from.',
  kept: 'It stays.',
} as const satisfies Record<RetentionClass['end'], string>;

export function retentionPage(): string {
  const rows = Object.entries(retention).map(([name, { holds, periodMs, from, end, held, basis, reason }]) => {
    const period = periodMs === null ? 'without a period' : `${periodInWords(periodMs)} from ${from}`;
    return `| \`${name}\` | ${holds} | ${period} | ${ENDS[end]}${held ? ' A legal hold keeps it.' : ''} | ${basis} | ${reason} |`;
  });
  const tables = [...new Set(Object.values(retention).flatMap((declared) => declared.tables))].sort();
  return [
    '# Retention',
    GENERATED,
    'How long each class of stored data is kept, why, and how it goes. The jobs take their periods from the same data.' +
      ' [privacy.md](privacy.md#retention) says what a legal hold does and how the purge report is read.',
    table(['class', 'what', 'period', 'end', 'basis', 'reason'], rows),
    '## Legal bases',
    table(
      ['basis', 'article of the GDPR'],
      Object.entries(legalBases).map(([name, article]) => `| ${name} | ${article} |`),
    ),
    '## Tables',
    'The classes of which each table holds data.',
    table(
      ['table', 'classes'],
      tables.map((each) => {
        const classes = Object.entries(retention).filter(([, declared]) => declared.tables.includes(each));
        return `| \`${each}\` | ${classes.map(([name]) => `\`${name}\``).join(', ')} |`;
      }),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

const UNITS = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const;

/** In the largest unit of which it is a whole number: `30 days`, `24 hours`. */
function periodInWords(periodMs: number): string {
  const [unit, length] = UNITS.find(([, each]) => periodMs % each === 0) ?? UNITS[2];
  const count = periodMs / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
