/** English. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: 'You have no profile yet.',
  shared: {
    startDate: { label: 'Start' },
    endDate: { label: 'End' },
    endStatus: {
      label: 'Without an end date',
      choices: { ongoing: 'It goes on', open: 'Nothing is said', unknown: 'It ended, date unknown' },
    },
    url: { label: 'Address on the web' },
    summary: { label: 'Summary' },
    highlights: { label: 'Highlights', help: 'One per line.' },
    keywords: { label: 'Keywords', help: 'One per line.' },
    organisation: { label: 'Organisation' },
    position: { label: 'Position' },
  },
  identity: {
    title: 'Name and place',
    fields: {
      displayName: { label: 'Name', help: 'As others are to read it.' },
      headline: { label: 'Headline', help: 'What you do, in one line.' },
      pronouns: { label: 'Pronouns', help: 'Such as they/them.' },
      'location.city': { label: 'City' },
      'location.region': { label: 'Region' },
      'location.countryCode': { label: 'Country' },
      avatarUrl: {
        label: 'Address of your picture',
        help: 'Starts with https://. The picture is fetched once and shown from Gigsy.',
      },
    },
  },
  about: {
    title: 'About you',
    fields: { text: { label: 'Introduction', help: 'Who you are, and what you are looking for.' } },
  },
  availability: {
    title: 'Availability',
    fields: {
      status: { label: 'State' },
      from: { label: 'From' },
      hoursPerWeek: { label: 'Hours a week' },
      remote: { label: 'Remote work', choices: { true: 'Yes', false: 'No' } },
      timeZone: { label: 'Time zone' },
      'rate.amount': { label: 'Rate' },
      'rate.currency': { label: 'Currency' },
      'rate.per': { label: 'For each', choices: { hour: 'Hour', day: 'Day', month: 'Month', project: 'Project' } },
    },
  },
  contact: {
    title: 'Contact',
    fields: { email: { label: 'E-mail' }, phone: { label: 'Phone' }, website: { label: 'Website' } },
  },
  organisation: {
    title: 'Your organisation',
    fields: {
      name: { label: 'Name' },
      website: { label: 'Website' },
      industry: { label: 'Industry' },
      size: { label: 'Number of people' },
      about: { label: 'About the organisation' },
      openingsEmail: { label: 'E-mail for applicants' },
      openingsUrl: { label: 'Address of your openings' },
    },
  },
  mentoring: {
    title: 'Mentoring',
    fields: {
      expertise: { label: 'What you can help with', help: 'One per line.' },
      formats: { label: 'Ways to meet', choices: { chat: 'Chat', call: 'Call', 'in-person': 'In person' } },
      capacity: { label: 'Mentees at a time' },
      about: { label: 'How you mentor' },
    },
  },
  skills: {
    title: 'Skills',
    fields: {
      name: { label: 'Skill' },
      category: { label: 'Group' },
      level: { label: 'Level' },
      years: { label: 'Years of practice' },
    },
  },
  workExperience: { title: 'Work experience', fields: { location: { label: 'Place' } } },
  education: {
    title: 'Education',
    fields: {
      institution: { label: 'School or university' },
      studyType: { label: 'Degree' },
      area: { label: 'Subject' },
      score: { label: 'Grade', help: 'As the institution writes it.' },
      'gpa.value': { label: 'Grade point average' },
      'gpa.scale': { label: 'Best on the scale' },
      courses: { label: 'Courses', help: 'One per line.' },
    },
  },
  projects: {
    title: 'Projects',
    fields: {
      name: { label: 'Name' },
      description: { label: 'Description' },
      roles: { label: 'Your roles', help: 'One per line.' },
    },
  },
  certificates: {
    title: 'Certificates',
    fields: {
      name: { label: 'Name' },
      issuer: { label: 'Issued by' },
      date: { label: 'Issued' },
      expires: { label: 'Valid until' },
    },
  },
  awards: {
    title: 'Awards',
    fields: { title: { label: 'Award' }, awarder: { label: 'Awarded by' }, date: { label: 'Date' } },
  },
  publications: {
    title: 'Publications',
    fields: { name: { label: 'Title' }, publisher: { label: 'Publisher' }, releaseDate: { label: 'Published' } },
  },
  volunteering: { title: 'Volunteering' },
  languages: {
    title: 'Languages',
    fields: {
      name: { label: 'Language' },
      level: { label: 'Level', choices: { native: 'Native' } },
      fluency: { label: 'In your own words' },
      tag: { label: 'Language tag', help: 'Such as pt-BR.' },
    },
  },
  links: { title: 'Links', fields: { label: { label: 'Name' }, username: { label: 'User name' } } },
};
