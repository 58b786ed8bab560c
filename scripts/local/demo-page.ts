/** A page on the local start only: the six-digit codes that the demo accounts' phones would show. */
import { codeAt } from '../../models/access/one-time-code.ts';
import type { DemoAccount } from './seed.ts';

export const demoPage =
  (accounts: readonly DemoAccount[]) =>
  (now: number = Date.now()): string => {
    const rows = accounts
      .map(
        ({ name, shownName, office, role, password, secret }) =>
          `<tr><td>${name}</td><td>${shownName}</td><td>${office}</td><td>${role}</td><td>${password}</td><td><strong>${codeAt(secret, now)}</strong></td></tr>`,
      )
      .join('');
    return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Demo codes</title>
<style>body{font:16px/1.6 system-ui;margin:2rem}td,th{padding:.3rem 1rem;text-align:left;border-bottom:1px solid #ccc}</style>
<h1>Demo accounts (this machine only)</h1><table><tr><th>name</th><th>shown as</th><th>office</th><th>role</th><th>password</th><th>code now</th></tr>${rows}</table>`;
  };
