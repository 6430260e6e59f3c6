/** Made-up people who offer work or advice, and two who look after the hub. */
import type { Person } from './person.ts';

export const hosts: readonly Person[] = [
  {
    handle: 'priya',
    role: 'mentor',
    photo: true,
    sections: {
      identity: {
        displayName: 'Priya Raman',
        pronouns: 'she/her',
        headline: 'Staff engineer, payments. Mentors first-time backend developers',
        location: { city: 'Chennai', countryCode: 'IN' },
      },
      about: {
        text: 'Fourteen years of ledgers and queues. I mentor four students a term: one hour a week, your code on the screen, no slides.',
      },
      availability: {
        status: 'limited',
        hoursPerWeek: 4,
        remote: true,
        timeZone: 'Asia/Kolkata',
        rate: { amount: 2500, currency: 'INR', per: 'hour' },
      },
      mentoring: {
        expertise: ['First backend job', 'Code review', 'Ledgers and queues', 'Interview practice'],
        capacity: 4,
        formats: ['call', 'chat'],
        about: 'An hour a week for a term. Bring a pull request; we read it together until it is boring.',
      },
      skills: [
        { name: 'Distributed systems', category: 'Engineering', level: 5, years: 12 },
        { name: 'PostgreSQL', category: 'Engineering', level: 5, years: 14 },
        { name: 'Incident response', category: 'Engineering', level: 5, years: 10 },
        { name: 'Interview practice', category: 'Mentoring', level: 4, years: 6 },
      ],
      workExperience: [{ organisation: 'Kaveri Payments', position: 'Staff engineer', startDate: '2019-03' }],
      publications: [
        {
          name: 'Twice is once: idempotency for people who pay salaries',
          publisher: 'Chennai Systems Meetup',
          releaseDate: '2023-07',
          url: 'https://priya.example.org/twice-is-once',
        },
      ],
      awards: [{ title: 'Mentor of the year', awarder: 'First Commit Foundation', date: '2025' }],
      languages: [
        { name: 'English', tag: 'en', level: 'C2' },
        { name: 'தமிழ்', tag: 'ta', level: 'native' },
        { name: 'हिन्दी', tag: 'hi', level: 'B2' },
      ],
    },
  },
  {
    handle: 'grace',
    role: 'mentor',
    photo: true,
    sections: {
      identity: {
        displayName: 'Grace Mensah',
        headline: 'Nurse turned health-data lead. Ask me about changing fields',
        location: { city: 'Kumasi', countryCode: 'GH' },
      },
      about: {
        text: 'I spent nine years on wards before I wrote a line of SQL. I help students who come to technology from somewhere else.',
      },
      availability: { status: 'open', hoursPerWeek: 3, remote: true, timeZone: 'Africa/Accra' },
      mentoring: {
        expertise: ['Changing fields', 'First SQL', 'Health data'],
        capacity: 2,
        formats: ['call', 'in-person'],
        about: 'Come with the job you have and the one you want. We write down the steps between them.',
      },
      certificates: [
        { name: 'Registered general nurse', issuer: 'Nursing Council of Ghana', date: '2009-08', expires: '2019-08' },
        { name: 'Health data steward', issuer: 'West African Health Informatics Board', date: '2020-02' },
      ],
      volunteering: [
        {
          organisation: 'Kumasi Code Evenings',
          position: 'Host',
          startDate: '2021-09',
          endStatus: 'ongoing',
          highlights: ['Thirty evenings, free of charge, with dinner'],
        },
      ],
      skills: [
        { name: 'Health informatics', level: 5, years: 7 },
        { name: 'SQL', level: 4, years: 7 },
        { name: 'Career changes', level: 5, years: 5 },
        { name: 'Data ethics', level: 4, years: 4 },
      ],
      languages: [{ name: 'English' }, { name: 'Twi' }],
    },
  },
  {
    handle: 'jonas',
    role: 'employer',
    photo: true,
    privacy: { availability: 'public' },
    sections: {
      identity: {
        displayName: 'Jonas Lindqvist',
        headline: 'Runs the workshop at Fjord Robotics; hires students for test rigs',
        location: { city: 'Trondheim', countryCode: 'NO' },
      },
      about: {
        text: 'We build underwater inspection robots. There is always a rig to wire, a log to read or a gripper to redesign.',
      },
      availability: { status: 'open', from: '2026-12' },
      organisation: {
        name: 'Fjord Robotics',
        website: 'https://fjord.example.org',
        industry: 'Underwater robotics',
        size: '11-50',
        about:
          'Fourteen people, three boats and a test tank. We inspect fish farms, bridges and wrecks, and build the robots that do it.',
        openingsEmail: 'workshop@fjord.example.org',
        openingsUrl: 'https://fjord.example.org/students',
      },
      skills: [
        { name: 'Robotics', level: 5, years: 15 },
        { name: 'Test rigs', level: 5, years: 12 },
        { name: 'CAD', level: 4, years: 15 },
      ],
      languages: [{ name: 'Norsk' }, { name: 'English' }],
    },
  },
  {
    handle: 'ines',
    role: 'employer',
    privacy: { availability: 'public', 'contact.website': 'public' },
    sections: {
      identity: {
        displayName: 'Inês Carvalho',
        headline: 'Programme editor, Museu do Rio. Commissions captions, sound and code',
        location: { city: 'Porto', countryCode: 'PT' },
      },
      contact: { website: 'https://museu.example.org' },
      organisation: {
        name: 'Museu do Rio',
        website: 'https://museu.example.org',
        industry: 'Museums',
        size: '51-200',
        about:
          'A museum about a river, in the warehouse beside it. Each season we commission captions, sound and small programs.',
        openingsEmail: 'encomendas@museu.example.org',
      },
      skills: [
        { name: 'Commissioning', level: 5, years: 9 },
        { name: 'Exhibition design', level: 4, years: 9 },
      ],
      languages: [{ name: 'Português' }, { name: 'English' }, { name: 'Français' }],
    },
  },
  {
    handle: 'morgan',
    role: 'mentor',
    granted: 'moderator',
    sections: { identity: { displayName: 'Morgan Ashby', headline: 'Looks after reports and reviews' } },
  },
  {
    handle: 'noor',
    role: 'mentor',
    granted: 'admin',
    sections: { identity: { displayName: 'Noor Siddiqui', headline: 'Keeps this hub running' } },
  },
];
