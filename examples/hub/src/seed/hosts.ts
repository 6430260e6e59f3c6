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
      availability: { status: 'limited', hoursPerWeek: 4, remote: true },
      skills: [
        { name: 'Distributed systems', category: 'Engineering', level: 5, years: 12 },
        { name: 'PostgreSQL', category: 'Engineering', level: 5, years: 14 },
        { name: 'Incident response', category: 'Engineering', level: 5, years: 10 },
        { name: 'Interview practice', category: 'Mentoring', level: 4, years: 6 },
      ],
      workExperience: [{ organisation: 'Kaveri Payments', position: 'Staff engineer', startDate: '2019-03' }],
      languages: [{ name: 'English' }, { name: 'தமிழ்' }, { name: 'हिन्दी' }],
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
      availability: { status: 'open', hoursPerWeek: 3, remote: true },
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
