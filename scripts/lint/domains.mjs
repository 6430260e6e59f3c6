/** The seven domains; the same word stands on every storey (architecture: "Rooms"). */
export const domains = ['profile', 'portfolio', 'trust', 'privacy', 'discovery', 'events', 'operations'];
