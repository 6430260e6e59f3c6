import { mount } from 'svelte';
import People from './People.svelte';

mount(People, { target: document.querySelector('#tags')! });
