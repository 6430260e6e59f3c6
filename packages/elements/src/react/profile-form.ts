'use client';
/** `<gigsy-profile-form>` as a React component; importing it defines the tag. */
import * as React from 'react';
import { type EventName, type ReactWebComponent, createComponent } from '@lit/react';
import '../profile/profile-form/profile-form.define.ts';
import { GigsyProfileForm } from '../profile/profile-form/profile-form.ts';
import type { ProfileErrorEvent } from '../profile/profile-element.ts';
import type { SaveEvent } from '../writing/writing-element.ts';

type Events = { onSave: EventName<SaveEvent>; onError: EventName<ProfileErrorEvent> };

export const ProfileForm: ReactWebComponent<GigsyProfileForm, Events> = createComponent<GigsyProfileForm, Events>({
  react: React,
  tagName: 'gigsy-profile-form',
  elementClass: GigsyProfileForm,
  events: {
    onSave: 'gigsy-save' as EventName<SaveEvent>,
    onError: 'gigsy-error' as EventName<ProfileErrorEvent>,
  },
});
