/** The points of each step, by role: what readers of a profile look for differs. Those of a role add up to 100. */
import type { Role } from '../../contract/principals.ts';
import type { StepKey } from './steps.ts';

/**
 * For each step the points of its rungs, as many as the role is asked for. In the order in which steps of the same gain are
 * offered.
 */
export type StepPoints = Readonly<Partial<Record<StepKey, readonly number[]>>>;

const student: StepPoints = {
  'photo.added': [5],
  'headline.written': [7],
  'location.country': [2],
  'about.written': [4, 5, 5],
  'availability.status': [3],
  'availability.time': [2],
  'skills.named': [2, 4, 4],
  'skills.levels': [4],
  'evidence.practice': [5],
  'evidence.use': [4],
  'evidence.link': [3],
  'education.first': [4],
  'education.dated': [3],
  'education.area': [3],
  'education.detail': [2],
  'experience.first': [3],
  'experience.dated': [3],
  'experience.role': [2],
  'experience.told': [4],
  'projects.first': [4],
  'projects.told': [5],
  'languages.first': [2],
  'languages.level': [1],
  'links.first': [2],
  'achievements.first': [2],
  'achievements.dated': [1],
};

const mentor: StepPoints = {
  'photo.added': [6],
  'headline.written': [7],
  'location.country': [2],
  'about.written': [4, 5, 5],
  'mentoring.expertise': [6],
  'mentoring.capacity': [4],
  'mentoring.formats': [3],
  'mentoring.about': [6],
  'availability.status': [3],
  'availability.time': [2],
  'skills.named': [1, 2, 2],
  'skills.levels': [3],
  'evidence.practice': [4],
  'evidence.use': [2],
  'evidence.link': [2],
  'experience.first': [3],
  'experience.dated': [3],
  'experience.role': [3],
  'experience.told': [5],
  'experience.second': [2],
  'education.first': [2],
  'education.dated': [1],
  'education.area': [1],
  'projects.first': [2],
  'projects.told': [2],
  'languages.first': [1],
  'languages.level': [1],
  'links.first': [3],
  'achievements.first': [1],
  'achievements.dated': [1],
};

const employer: StepPoints = {
  'photo.added': [8],
  'headline.written': [8],
  'location.country': [4],
  'about.written': [4, 5, 3],
  'contact.way': [6],
  'organisation.name': [6],
  'organisation.website': [6],
  'organisation.industry': [6],
  'organisation.size': [4],
  'organisation.about': [6, 8],
  'organisation.openings': [8],
  'skills.named': [2, 4],
  'experience.first': [3],
  'experience.role': [3],
  'languages.first': [2],
  'languages.level': [1],
  'links.first': [3],
};

/** Moderators and administrators are asked for the sections that they are offered, and no more. */
const staff: StepPoints = {
  'photo.added': [20],
  'headline.written': [20],
  'about.written': [15, 15, 10],
  'languages.first': [8],
  'languages.level': [4],
  'links.first': [8],
};

export const strengthPoints: Readonly<Record<Role, StepPoints>> = {
  student,
  employer,
  mentor,
  moderator: staff,
  admin: staff,
};

/**
 * The version of the rules. Raise it with each change of points, steps or measures: strengths that older rules made are
 * then made anew.
 */
export const STRENGTH_RULES = 2;
