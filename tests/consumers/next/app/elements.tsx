'use client';
import { useEffect } from 'react';

/** Defines the tags when the page has been hydrated: they take over what the server rendered. */
export function Elements() {
  useEffect(() => void import('@gigsy/elements/profile-card/define'), []);
  return null;
}
