import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-khmer/wght.css'
import { mount } from 'svelte'
import Console from './Console.svelte'
import '../src/ui/tokens.css'
import '../src/ui/base.css'

const target = document.getElementById('console')
if (target === null) throw new Error('index.html has no element with the id "console"')
mount(Console, { target })
