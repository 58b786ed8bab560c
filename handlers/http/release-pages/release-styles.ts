/** What the pages of a release draw beside what the window's pages do. */
const styles = `
.photos li{flex-wrap:wrap}.stepbar{display:flex;align-items:center;gap:12px;font-size:calc(15*var(--bc-u));color:var(--bc-ink-2)}.stepbar .pg{margin:0 0 0 auto;width:124px}
.rl .ask h2{display:flex}
.rl .go2{display:grid;gap:10px;margin-top:22px}
.rl .facts{margin-bottom:6px}
.rl .plain li{position:relative;padding:8px 0 8px 30px;line-height:1.6;border-bottom:1px solid var(--bc-line-2)}.rl .plain li svg{position:absolute;left:0;top:11px;color:var(--bc-brand)}
.rl .steps b{display:block}
.sheetlist{margin-top:14px}.sheetlist>div{display:grid;grid-template-columns:minmax(0,7.5em) 1fr auto;gap:4px 14px;align-items:center;min-height:52px;padding:8px 0;border-bottom:1px solid var(--bc-line-2);line-height:1.5}
.sheetlist dt{color:var(--bc-ink-2);font-size:calc(15*var(--bc-u))}.sheetlist dd{font-weight:600;min-width:0}.sheetlist .go{font-weight:400}.sheetlist .na{text-autospace:no-autospace}
.sheetlist a{display:inline-flex;align-items:center;min-height:var(--bc-tap);padding:0 4px}
[data-elder] .sheetlist>div{grid-template-columns:1fr auto}[data-elder] .sheetlist dd:not(.go){grid-column:1;grid-row:2}[data-elder] .sheetlist .go{grid-row:1/span 2;grid-column:2}
.paper{padding:16px;margin-top:14px}.rl form.main>.paper{margin-top:0}.paper h2{font-size:calc(18*var(--bc-u));margin:0}.paper>p{color:var(--bc-ink-2);font-size:calc(15*var(--bc-u));line-height:1.6;margin-top:2px}.paper .art{color:var(--bc-ink-3);font-size:max(13.5*var(--bc-u),var(--bc-t-min))}
.paper .photos{margin-top:10px}.paper .photos h2{display:none}.paper .st{display:inline-flex;gap:6px;align-items:center;margin-top:8px;line-height:1.5}.paper .st.bad{color:var(--bc-late);font-weight:600}.paper .st.good{color:var(--bc-ok)}.paper .st.wait{color:var(--bc-ink-2)}
.paper .why{margin-top:4px}
.two3{display:grid;gap:14px}.two3 h3{font-size:calc(16*var(--bc-u));margin-bottom:4px}.two3 ul{list-style:disc;padding-left:20px;line-height:1.75}
#live:empty{display:none}
.rp .blk .go2{grid-template-columns:1fr!important}.rp .blk p.bigtime{font-size:calc(22*var(--bc-u));font-weight:600;line-height:1.4!important;color:var(--bc-ink)!important}
.rl .ask>.rows{margin-top:14px}.rl .ask .paper{border-color:var(--bc-line-2)}
.nearest{display:grid;gap:10px;margin-top:12px}.day{border-bottom:1px solid var(--bc-line-2)}.day summary{display:flex;align-items:center;gap:10px;min-height:56px;cursor:pointer;list-style:none;color:inherit}.day summary::-webkit-details-marker{display:none}.day summary .grow{font-weight:600}
.clocks{display:grid;grid-template-columns:repeat(auto-fill,minmax(calc(96*var(--bc-u)),1fr));gap:10px;padding:4px 0 18px}.clocks .btn{width:100%;padding-inline:4px}
.day .qrw{grid-template-columns:auto 1fr;padding-bottom:18px}
.helper{display:grid;gap:14px;padding:6px 0 14px}.helper .qrw{grid-template-columns:auto 1fr}.link{font-size:max(13.5*var(--bc-u),var(--bc-t-min));line-height:1.5;overflow-wrap:anywhere}
.tl li.todo::before{background:var(--bc-surface);border:2px solid var(--bc-line-2)}.tl .na{display:block;text-autospace:no-autospace}
@media (min-width:600px){.two3{grid-template-columns:1fr 1fr;gap:14px 32px}}
@media (min-width:1000px){main.rl.intro{max-width:1040px}.intro .halves>section:first-child,.intro .halves>section:nth-child(2){margin-top:32px}.rl .go2{grid-template-columns:auto auto;justify-content:start}}
`;

export const releaseStyles = styles.replace(/\n+/g, '');
