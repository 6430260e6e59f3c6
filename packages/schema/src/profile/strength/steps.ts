/**
 * The steps by which a profile gains strength. A step has one rung or more, and a rung is reached or not: points are whole,
 * so a score is exact and a tip keeps its promise. A step that needs another first (`after`) is offered once that is
 * reached, so that a tip can be followed by itself.
 */
import type { SectionName } from '../sections.ts';
import { type Measure, entriesIn, entriesWith, given, lengthOf, longestTold, skillsWith, textsIn } from './measures.ts';

/** A section and a field in it, as forms name it. Without a field, an entry is to be added. */
export type Place = readonly [section: SectionName, field?: string];

export interface Step {
  /** Where it is done: the first of these lists that has an entry, else the first. */
  readonly places: readonly [Place, ...Place[]];
  readonly measure: Measure;
  /** The least that `measure` must give, for each rung; rising. */
  readonly rungs: readonly [number, ...number[]];
  /** Must be reached first: this least of the measure of another step, one of its rungs. */
  readonly after?: { readonly step: string; readonly least: number };
}

/** One of these fields has a value; a tip leads to the first of them. */
function field(section: SectionName, ...paths: [string, ...string[]]): Step {
  return { places: [[section, paths[0]]], measure: given(section, ...paths), rungs: [1] };
}

/** A text of so many visible characters. */
function text(section: SectionName, path: string, ...rungs: [number, ...number[]]): Step {
  return { places: [[section, path]], measure: lengthOf(section, path), rungs };
}

const once = (step: string) => ({ step, least: 1 });
const added = (measure: Measure, section: SectionName): Step => ({ places: [[section]], measure, rungs: [1] });

/** Unpaid work is work: students have more of it. */
const WORK = ['workExperience', 'volunteering'] as const;
const work = entriesIn(...WORK);
const anyWork = once('experience.first');
const ACHIEVEMENTS = ['certificates', 'awards', 'publications'] as const;
const achievements = entriesIn(...ACHIEVEMENTS);
const education = entriesIn('education');
const projects = entriesIn('projects');
const languages = entriesIn('languages');
const skills = skillsWith();
const threeSkills = { step: 'skills.named', least: 3 };

/** A field of an entry that is there already, in one of these lists. */
function entryField(lists: Parameters<typeof entriesWith>[0], fields: [string, ...string[]], first: string): Step {
  const places = lists.map((list): Place => [list, fields[0]]) as [Place];
  return { places, measure: entriesWith(lists, ...fields), rungs: [1], after: once(first) };
}

/** By key: the factor, a point, and the name of the step. */
export const steps = {
  'photo.added': field('identity', 'avatarUrl'),
  'headline.written': text('identity', 'headline', 20),
  'location.country': field('identity', 'location.countryCode'),
  'about.written': text('about', 'text', 50, 200, 400),
  'contact.way': field('contact', 'email', 'website', 'phone'),
  'availability.status': field('availability', 'status'),
  'availability.time': field('availability', 'hoursPerWeek', 'from'),
  'organisation.name': field('organisation', 'name'),
  'organisation.website': field('organisation', 'website'),
  'organisation.industry': field('organisation', 'industry'),
  'organisation.size': field('organisation', 'size'),
  'organisation.about': text('organisation', 'about', 100, 300),
  'organisation.openings': field('organisation', 'openingsUrl', 'openingsEmail'),
  'mentoring.expertise': {
    places: [['mentoring', 'expertise']],
    measure: textsIn('mentoring', 'expertise'),
    rungs: [3],
  },
  'mentoring.capacity': field('mentoring', 'capacity'),
  'mentoring.formats': field('mentoring', 'formats'),
  'mentoring.about': text('mentoring', 'about', 100),
  'skills.named': { places: [['skills']], measure: skills, rungs: [1, 3, 6] },
  'skills.levels': { places: [['skills', 'level']], measure: skillsWith('level'), rungs: [3], after: threeSkills },
  'evidence.practice': { places: [['skills', 'years']], measure: skillsWith('years'), rungs: [3], after: threeSkills },
  'evidence.use': entryField(['projects'], ['keywords'], 'projects.first'),
  'evidence.link': {
    places: [['projects', 'url']],
    measure: entriesWith(['projects', 'certificates', 'publications'], 'url'),
    rungs: [1],
    after: once('projects.first'),
  },
  'experience.first': added(work, 'workExperience'),
  'experience.dated': entryField(WORK, ['startDate'], 'experience.first'),
  'experience.role': entryField(WORK, ['position'], 'experience.first'),
  'experience.told': {
    places: [
      ['workExperience', 'summary'],
      ['volunteering', 'summary'],
    ],
    measure: longestTold(WORK, 'summary', 'highlights'),
    rungs: [100],
    after: anyWork,
  },
  'experience.second': { places: [['workExperience']], measure: work, rungs: [2], after: anyWork },
  'education.first': added(education, 'education'),
  'education.dated': entryField(['education'], ['startDate', 'endDate'], 'education.first'),
  'education.area': entryField(['education'], ['area', 'studyType'], 'education.first'),
  'education.detail': entryField(['education'], ['courses', 'score', 'gpa'], 'education.first'),
  'projects.first': added(projects, 'projects'),
  'projects.told': {
    places: [['projects', 'description']],
    measure: longestTold(['projects'], 'description', 'highlights'),
    rungs: [100],
    after: once('projects.first'),
  },
  'achievements.first': added(achievements, 'certificates'),
  'achievements.dated': {
    places: [
      ['certificates', 'date'],
      ['awards', 'date'],
      ['publications', 'releaseDate'],
    ],
    measure: entriesWith(ACHIEVEMENTS, 'date', 'releaseDate'),
    rungs: [1],
    after: once('achievements.first'),
  },
  'languages.first': added(languages, 'languages'),
  'languages.level': entryField(['languages'], ['level', 'fluency'], 'languages.first'),
  'links.first': added(entriesIn('links'), 'links'),
} as const satisfies Record<string, Step>;

export type StepKey = keyof typeof steps;
export const stepKeys = Object.keys(steps) as [StepKey, ...StepKey[]];

type FactorOf<K extends string> = K extends `${infer F}.${string}` ? F : never;
/** A topic that adds to the strength: the part of a step's key before the point. */
export type FactorKey = FactorOf<StepKey>;
export function factorOf(key: StepKey): FactorKey {
  return key.split('.', 1)[0] as FactorKey;
}
export const factorKeys = [...new Set(stepKeys.map(factorOf))] as [FactorKey, ...FactorKey[]];
