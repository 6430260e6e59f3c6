import { queryGeneric as query } from 'convex/server';

export const here = query({
  args: {},
  handler: () => ({
    local: new Date(2020, 0, 1).getTime(),
    parsed: new Date('2020-01-01T00:00').getTime(),
    hours: new Date(0).getHours(),
    offset: new Date(0).getTimezoneOffset(),
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    text: new Date(0).toString(),
    date: new Date(0).toLocaleString(),
    day: new Date(0).toLocaleDateString(undefined, { weekday: 'long' }),
    number: (1234.5).toLocaleString(),
    big: 1234n.toLocaleString(),
    format: new Intl.NumberFormat().format(1234.5),
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    list: new Intl.ListFormat().format(['a', 'b']),
    sorted: ['ä', 'z', 'a'].sort(new Intl.Collator().compare),
    compared: Math.sign('ä'.localeCompare('z')),
    asked: (1234.5).toLocaleString('de-DE'),
  }),
});
