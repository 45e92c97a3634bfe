#!/usr/bin/env node
import './resolve-alias.ts';

const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
