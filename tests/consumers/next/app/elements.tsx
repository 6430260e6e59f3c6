'use client';
import { useEffect } from 'react';

/** Defines the tags after the page was hydrated; they take over the server's markup. */
export function Elements() {
  useEffect(() => void import('@gigsy/elements/profile-card/define'), []);
  return null;
}
