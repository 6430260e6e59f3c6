/** When two items of a list are about the same thing, one of them written by its owner and one found elsewhere. */
import type { ListSection } from '../sections.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Identity {
  /** Fields that must be the same. */
  readonly same: readonly string[];
  /** Fields that must be the same where both items have them. */
  readonly alike?: readonly string[];
}

const identities: Readonly<Record<ListSection, Identity>> = {
  skills: { same: ['name'] },
  education: { same: ['institution'], alike: ['studyType', 'area', 'startDate'] },
  workExperience: { same: ['organisation'], alike: ['position', 'startDate'] },
  projects: { same: ['name'] },
  certificates: { same: ['name'], alike: ['issuer', 'date'] },
  awards: { same: ['title'], alike: ['date'] },
  publications: { same: ['name'] },
  volunteering: { same: ['organisation'], alike: ['position', 'startDate'] },
  languages: { same: ['name'] },
  links: { same: ['url'] },
};

export function isSameItem(section: ListSection, one: Fields, other: Fields): boolean {
  const { same, alike = [] } = identities[section];
  return (
    same.every((field) => plain(one[field]) === plain(other[field])) &&
    alike.every((field) => one[field] === undefined || other[field] === undefined || areAlike(one[field], other[field]))
  );
}

/** A date may be more exact than the other: 2024 and 2024-05 are alike, 2024-05 and 2024-06 are not. */
function areAlike(one: unknown, other: unknown): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a === b || (/^\d{4}(-|$)/.test(a) && /^\d{4}(-|$)/.test(b) && (a.startsWith(b) || b.startsWith(a)));
}

/** Without differences of case, width and spaces, and of the slash at the end of an address. */
function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : '';
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/\/$/, '');
}
