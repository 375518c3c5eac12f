import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-khmer/wght.css'
import { mount } from 'svelte'
import App from './App.svelte'
import './ui/tokens.css'
import './ui/base.css'

const target = document.getElementById('app')
if (target === null) throw new Error('index.html has no element with the id "app"')
mount(App, { target })
