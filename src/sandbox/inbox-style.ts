/** Style sheet of the inbox page; follows the reader's light or dark preference. */
export const inboxStyle: string = `
:root { color-scheme: light dark; --line: light-dark(#c9c9c9, #555); --soft: light-dark(#f4f4f4, #262626); font: 16px/1.45 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 0 1rem 3rem; }
h1 { font-size: 1.4rem; margin: 1rem 0 0; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
#filters { display: flex; flex-wrap: wrap; gap: 1rem; padding: .5rem 0 1rem; border-bottom: 1px solid var(--line); }
#messages { list-style: none; padding: 0; }
.message { border: 1px solid var(--line); border-left: .5rem solid var(--mark, #777); border-radius: .5rem; margin: .75rem 0; padding: .5rem 1rem; }
.message[data-channel='whatsapp'] { --mark: #1a7f4b; }
.message[data-channel='sms'] { --mark: #2b5fb4; }
.message[data-channel='max'] { --mark: #7b3fb5; }
.message[data-channel='telegram'] { --mark: #1b6f93; }
.message[data-channel='viber'] { --mark: #59267c; }
.message[data-channel='rcs'] { --mark: #8a4b08; }
.message header { display: flex; flex-wrap: wrap; gap: .4rem; align-items: baseline; }
.message time { margin-left: auto; font-variant-numeric: tabular-nums; }
.channel { background: var(--mark); color: #fff; border-radius: .25rem; padding: 0 .4rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); border-radius: .5rem; padding: .5rem .75rem; margin: .5rem 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: .25rem 0; }
.buttons li { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .75rem; }
.buttons:empty, .history:empty { display: none; }
.message footer { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.state { font-weight: 600; }
.reference { overflow-wrap: anywhere; min-width: 0; }
.state[data-bad='true'] { color: light-dark(#a30000, #ff8a80); }
.history { margin: .25rem 0; padding-left: 1.5rem; }
.acts { display: flex; flex-wrap: wrap; gap: .5rem; padding: .5rem 0; align-items: center; }
.acts form { display: flex; flex-wrap: wrap; gap: .25rem; align-items: center; }
.acts input { max-width: 60vw; }
button, input, select { font: inherit; }
:focus-visible { outline: 3px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 2px; }
`;
