/** The pseudo-locale en-XA: English with accents, in brackets, 40% longer. */
import type { ProfileFormTerms } from '../terms.ts';

export const words: ProfileFormTerms = {
  empty: '[Ýöü hávé ñö pŕöfîļé ýéţ. ~~~~~~~~~~]',
  shared: {
    startDate: { label: '[Šţáŕţ ~~]' },
    endDate: { label: '[Éñđ ~~]' },
    endStatus: {
      label: '[Wîţĥöüţ áñ éñđ đáţé ~~~~~~~~]',
      choices: {
        ongoing: '[Îţ ĝöéš öñ ~~~~]',
        open: '[Ñöţĥîñĝ îš šáîđ ~~~~~~]',
        unknown: '[Îţ éñđéđ, đáţé üñķñöwñ ~~~~~~~~~]',
      },
    },
    url: { label: '[Àđđŕéšš öñ ţĥé wéb ~~~~~~~]' },
    summary: { label: '[Šümmáŕý ~~~]' },
    highlights: { label: '[Ĥîĝĥļîĝĥţš ~~~~]', help: '[Öñé péŕ ļîñé. ~~~~~]' },
    keywords: { label: '[Ķéýwöŕđš ~~~]', help: '[Öñé péŕ ļîñé. ~~~~~]' },
    organisation: { label: '[Öŕĝáñîšáţîöñ ~~~~~]' },
    position: { label: '[Pöšîţîöñ ~~~]' },
  },
  identity: {
    title: '[Ñámé áñđ pļáçé ~~~~~~]',
    fields: {
      displayName: { label: '[Ñámé ~~]', help: '[Àš öţhéŕš áŕé ţö ŕéáđ îţ. ~~~~~~~~~~]' },
      headline: { label: '[Héáđļîñé ~~~]', help: '[Wháţ ýöü đö, îñ öñé ļîñé. ~~~~~~~~~~]' },
      pronouns: { label: '[Pŕöñöüñš ~~~]', help: '[Šüçh áš ţhéý/ţhém. ~~~~~~~]' },
      'location.city': { label: '[Çîţý ~~]' },
      'location.region': { label: '[Ŕéĝîöñ ~~]' },
      'location.countryCode': { label: '[Çöüñţŕý ~~~]' },
      avatarUrl: {
        label: '[Àđđŕéšš öf ýöüŕ pîçţüŕé ~~~~~~~~~]',
        help: '[Šţáŕţš wîţh https://. Ţhé pîçţüŕé îš féţçhéđ öñçé áñđ šhöwñ fŕöm Ĝîĝšý. ~~~~~~~~~~~~~~~~~~~~~~~~~]',
      },
    },
  },
  about: {
    title: '[Àböüţ ýöü ~~~~]',
    fields: {
      text: { label: '[Îñţŕöđüçţîöñ ~~~~~]', help: '[Wĥö ýöü áŕé, áñđ wĥáţ ýöü áŕé ļööķîñĝ ƒöŕ. ~~~~~~~~~~~~~~~~~]' },
    },
  },
  availability: {
    title: '[Àváîļábîļîţý ~~~~~]',
    fields: {
      status: { label: '[Šţáţé ~~]' },
      from: { label: '[Ƒŕöm ~~]' },
      hoursPerWeek: { label: '[Ĥöüŕš á wééķ ~~~~~]' },
      remote: { label: '[Ŕémöţé wöŕķ ~~~~]', choices: { true: '[Ýéš ~~]', false: '[Ñö ~~]' } },
      timeZone: { label: '[Ţîmé žöñé ~~~~]' },
      'rate.amount': { label: '[Ŕáţé ~~]' },
      'rate.currency': { label: '[Çüŕŕéñçý ~~~]' },
      'rate.per': {
        label: '[Ƒöŕ éáçĥ ~~~]',
        choices: { hour: '[Ĥöüŕ ~~]', day: '[Đáý ~~]', month: '[Möñţĥ ~~]', project: '[Pŕöĵéçţ ~~~]' },
      },
    },
  },
  contact: {
    title: '[Çöñţáçţ ~~~]',
    fields: { email: { label: '[É-máîļ ~~]' }, phone: { label: '[Pĥöñé ~~]' }, website: { label: '[Wébšîţé ~~~]' } },
  },
  organisation: {
    title: '[Ýöüŕ öŕĝáñîšáţîöñ ~~~~~~~]',
    fields: {
      name: { label: '[Ñámé ~~]' },
      website: { label: '[Wébšîţé ~~~]' },
      industry: { label: '[Îñđüšţŕý ~~~]' },
      size: { label: '[Ñümbéŕ öƒ péöpļé ~~~~~~]' },
      about: { label: '[Àböüţ ţĥé öŕĝáñîšáţîöñ ~~~~~~~~~]' },
      openingsEmail: { label: '[É-máîļ ƒöŕ áppļîçáñţš ~~~~~~~~]' },
      openingsUrl: { label: '[Àđđŕéšš öƒ ýöüŕ öpéñîñĝš ~~~~~~~~~~]' },
    },
  },
  mentoring: {
    title: '[Méñţöŕîñĝ ~~~~]',
    fields: {
      expertise: { label: '[Wĥáţ ýöü çáñ ĥéļp wîţĥ ~~~~~~~~~]', help: '[Öñé péŕ ļîñé. ~~~~~]' },
      formats: {
        label: '[Wáýš ţö mééţ ~~~~~]',
        choices: { chat: '[Çĥáţ ~~]', call: '[Çáļļ ~~]', 'in-person': '[Îñ péŕšöñ ~~~~]' },
      },
      capacity: { label: '[Méñţééš áţ á ţîmé ~~~~~~~]' },
      about: { label: '[Ĥöw ýöü méñţöŕ ~~~~~~]' },
    },
  },
  skills: {
    title: '[Šķîļļš ~~]',
    fields: {
      name: { label: '[Šķîļļ ~~]' },
      category: { label: '[Ĝŕöüp ~~]' },
      level: { label: '[Ļévéļ ~~]' },
      years: { label: '[Ýéáŕš öƒ pŕáçţîçé ~~~~~~~]' },
    },
  },
  workExperience: { title: '[Wöŕķ éxpéŕîéñçé ~~~~~~]', fields: { location: { label: '[Pļáçé ~~]' } } },
  education: {
    title: '[Éđüçáţîöñ ~~~~]',
    fields: {
      institution: { label: '[Šçĥööļ öŕ üñîvéŕšîţý ~~~~~~~~]' },
      studyType: { label: '[Đéĝŕéé ~~]' },
      area: { label: '[Šübĵéçţ ~~~]' },
      score: { label: '[Ĝŕáđé ~~]', help: '[Àš ţĥé îñšţîţüţîöñ wŕîţéš îţ. ~~~~~~~~~~~~]' },
      'gpa.value': { label: '[Ĝŕáđé pöîñţ ávéŕáĝé ~~~~~~~~]' },
      'gpa.scale': { label: '[Béšţ öñ ţĥé šçáļé ~~~~~~~]' },
      courses: { label: '[Çöüŕšéš ~~~]', help: '[Öñé péŕ ļîñé. ~~~~~]' },
    },
  },
  projects: {
    title: '[Pŕöĵéçţš ~~~]',
    fields: {
      name: { label: '[Ñámé ~~]' },
      description: { label: '[Đéšçŕîpţîöñ ~~~~]' },
      roles: { label: '[Ýöüŕ ŕöļéš ~~~~]', help: '[Öñé péŕ ļîñé. ~~~~~]' },
    },
  },
  certificates: {
    title: '[Çéŕţîƒîçáţéš ~~~~~]',
    fields: {
      name: { label: '[Ñámé ~~]' },
      issuer: { label: '[Îššüéđ bý ~~~~]' },
      date: { label: '[Îššüéđ ~~]' },
      expires: { label: '[Váļîđ üñţîļ ~~~~]' },
    },
  },
  awards: {
    title: '[Àwáŕđš ~~]',
    fields: { title: { label: '[Àwáŕđ ~~]' }, awarder: { label: '[Àwáŕđéđ bý ~~~~]' }, date: { label: '[Đáţé ~~]' } },
  },
  publications: {
    title: '[Pübļîçáţîöñš ~~~~~]',
    fields: {
      name: { label: '[Ţîţļé ~~]' },
      publisher: { label: '[Pübļîšĥéŕ ~~~~]' },
      releaseDate: { label: '[Pübļîšĥéđ ~~~~]' },
    },
  },
  volunteering: { title: '[Vöļüñţééŕîñĝ ~~~~~]' },
  languages: {
    title: '[Ļáñĝüáĝéš ~~~~]',
    fields: {
      name: { label: '[Ļáñĝüáĝé ~~~]' },
      level: { label: '[Ļévéļ ~~]', choices: { native: '[Ñáţîvé ~~]' } },
      fluency: { label: '[Îñ ýöüŕ öwñ wöŕđš ~~~~~~~]' },
      tag: { label: '[Ļáñĝüáĝé ţáĝ ~~~~~]', help: '[Šüçĥ áš pţ-BŔ. ~~~~~~]' },
    },
  },
  links: { title: '[Ļîñķš ~~]', fields: { label: { label: '[Ñámé ~~]' }, username: { label: '[Üšéŕ ñámé ~~~~]' } } },
};
