'use client';
/** `<gigsy-provider>` as a React component; importing it defines the tag. */
import * as React from 'react';
import { type ReactWebComponent, createComponent } from '@lit/react';
import '../provider/provider.define.ts';
import { GigsyProvider } from '../provider/provider.ts';

export const Provider: ReactWebComponent<GigsyProvider> = createComponent<GigsyProvider>({
  react: React,
  tagName: 'gigsy-provider',
  elementClass: GigsyProvider,
});
