/** Does what a tip says, to the letter: the tests' own reading of each step, apart from the rules. */
import { type Sections, type StrengthAction, visibleLength } from '@gigsy/schema';

/** A text of exactly so many characters, without another of the rules' words in it. */
export const long = (least: number) => 'A true sentence about it. '.repeat(99).replaceAll(' ', '').slice(0, least);
let count = 0;
const fresh = () => `n${(count += 1)}`;

type Item = Record<string, unknown> & { id: string };
type Lists = Record<string, Item[]>;
type Follow = (sections: Sections, action: StrengthAction) => object;

const set: Follow = (sections, { section, field }) => {
  const [name, inner] = field!.split('.') as [string, string?];
  const before = sections[section] as Record<string, unknown>;
  const value = fieldValues[field!] ?? long(1);
  return { [section]: { ...before, [name]: inner ? { ...(before[name] as object), [inner]: value } : value } };
};
const write: Follow = (sections, { section, field, least }) => ({
  [section]: { ...sections[section], [field!]: long(least) },
});
const add: Follow = (sections, { section }) => ({
  [section]: [...(sections[section] as Item[]), entries[section]!()],
});
/** The field of the first entry that can be seen. */
const complete: Follow = (sections, { section, field, least }) => {
  const items = (sections as unknown as Lists)[section]!;
  const first = items.findIndex((item) => visibleLength(nameOf(item)) > 0);
  const value = fieldValues[field!] ?? long(least);
  return { [section]: items.with(first, { ...items[first]!, [field!]: value }) };
};
/** The field of as many skills, of different names. */
const completeSkills: Follow = ({ skills }, { field, least }) => {
  const lacking = new Set<string>();
  const named = (item: object) =>
    String(nameOf(item as Item))
      .trim()
      .toLowerCase();
  const changed = skills.map((skill) => {
    if (visibleLength(skill.name) === 0 || lacking.has(named(skill)) || lacking.size >= least) return skill;
    lacking.add(named(skill));
    return { ...skill, [field!]: 3 };
  });
  return { skills: changed };
};

const nameOf = (item: Item) => item.name ?? item.title ?? item.institution ?? item.organisation ?? item.label;

/** Values for fields that do not take any text. */
const fieldValues: Record<string, unknown> = {
  avatarUrl: 'https://example.org/ada.png',
  'location.countryCode': 'AT',
  email: 'ada@example.org',
  status: 'open',
  hoursPerWeek: 20,
  website: 'https://example.org/',
  size: '11-50',
  openingsUrl: 'https://example.org/jobs',
  capacity: 2,
  formats: ['call'],
  startDate: '2024-05',
  date: '2024-05',
  releaseDate: '2024-05',
  url: 'https://example.org/work',
  keywords: ['Looms'],
  courses: ['Analysis'],
  level: 'B2',
};

const entries: Record<string, () => Item> = {
  skills: () => ({ id: fresh(), name: fresh() }),
  education: () => ({ id: fresh(), institution: fresh() }),
  workExperience: () => ({ id: fresh(), organisation: fresh() }),
  projects: () => ({ id: fresh(), name: fresh() }),
  certificates: () => ({ id: fresh(), name: fresh() }),
  languages: () => ({ id: fresh(), name: fresh() }),
  links: () => ({ id: fresh(), label: fresh(), url: 'https://example.org/' }),
};

/** The sections after a person has followed the tip. */
export function follow(sections: Sections, action: StrengthAction): Sections {
  return { ...sections, ...done(sections, action) } as Sections;
}

function done(sections: Sections, action: StrengthAction): object {
  const { key, section, field, least } = action;
  if (key === 'skills.named') {
    const names = Array.from({ length: least }, () => entries.skills!());
    return { skills: [...sections.skills, ...names] };
  }
  if (key === 'skills.levels' || key === 'evidence.practice') return completeSkills(sections, action);
  if (key === 'mentoring.expertise')
    return { mentoring: { ...sections.mentoring, expertise: Array.from({ length: least }, fresh) } };
  if (field === undefined) return add(sections, action);
  if (Array.isArray(sections[section])) return complete(sections, action);
  return (least > 1 ? write : set)(sections, action);
}
