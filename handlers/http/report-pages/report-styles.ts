/** What the window's pages draw beside what the guide pages do: forms, the receipt, the way of a matter. */
import { questionsOf, askedFields, type AskedField } from '../../../models/complaint/questions.ts';

/**
 * Browsers that know :has() leave out what a chosen kind does not ask and nobody has filled in, and mark what it needs; others show
 * every field, and the office checks all the same.
 */
const byKind = Object.entries(questionsOf)
  .map(([kind, asked]) => {
    const needs: Partial<Record<AskedField, string>> = asked;
    const chosen = `form:has(#problem-${kind}:checked)`;
    const out = askedFields.filter((field) => needs[field] === undefined);
    const needed = askedFields.filter((field) => needs[field] === 'needed');
    return [
      ...out.map((f) => `${chosen} .f-${f}:has(:placeholder-shown){display:none}`),
      ...needed.map((f) => `${chosen} .f-${f} .opt{display:none}${chosen} .f-${f} .must{display:inline}`),
      `${chosen} .hk-${kind}{display:block}${chosen} .f:has(.hk-${kind}) .h0{display:none}`,
    ].join('');
  })
  .join('');

const styles = `
main.rp{max-width:720px;padding-bottom:64px}
.rp textarea,.rp .inp,.rp select{display:block;width:100%;min-height:52px;padding:10px 14px;border:1px solid var(--bc-edge);border-radius:var(--bc-r2);background:var(--bc-surface);font:inherit;color:inherit;line-height:1.5}
.rp textarea{min-height:calc(120*var(--bc-u));resize:vertical}.rp textarea.few{min-height:calc(84*var(--bc-u))}
.rp .inp.num{max-width:160px}.rp .inp.code{font-size:calc(22*var(--bc-u));letter-spacing:.06em;text-autospace:no-autospace}
.rp form.main{display:grid;gap:26px;margin-top:22px}
.rp .f>label,.rp legend{display:block;padding:0;font-weight:600;font-size:calc(17*var(--bc-u));line-height:1.45;margin-bottom:6px}
.rp fieldset{min-width:0}
.rp .opt,.rp .must{font-weight:400;font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-3);margin-left:8px}.rp .must{display:none;color:var(--bc-warn)}
.rp .h{display:block;color:var(--bc-ink-2);font-size:calc(15*var(--bc-u));line-height:1.55;margin-bottom:8px}.rp .hk{display:none}
.rp .bad>.inp,.rp .bad>textarea,.rp .bad>select{border:2px solid var(--bc-late)}
.ferr{display:flex;gap:8px;color:var(--bc-late);font-size:calc(15.5*var(--bc-u));line-height:1.55;margin:2px 0 8px}.ferr svg{margin-top:1px}
.faults{padding:16px;border:2px solid var(--bc-late);border-radius:var(--bc-r3);background:var(--bc-late-soft);margin-top:18px}
.faults p{font-weight:600;line-height:1.5}.faults ul{margin-top:8px;display:grid}.faults a{display:inline-flex;align-items:center;min-height:var(--bc-tap);color:var(--bc-late);line-height:1.5}
.kinds{display:grid;gap:0;border-top:1px solid var(--bc-line-2)}
.kinds label{display:flex;align-items:center;gap:12px;min-height:52px;padding:8px 4px;border-bottom:1px solid var(--bc-line-2);line-height:1.45}
.kinds input,.pick input{width:22px;height:22px;flex:none;margin:0;accent-color:var(--bc-brand)}
[data-elder] .kinds input,[data-elder] .pick input{width:28px;height:28px}
.times2{display:grid;grid-template-columns:1fr 1fr;gap:12px;max-width:340px}.pick{display:grid;gap:0}.pick label{display:flex;align-items:center;gap:12px;min-height:52px;padding:6px 0;line-height:1.45}
.seg label{min-height:52px}
.asks{display:grid;gap:22px}
.sub2{display:grid;gap:20px;padding-left:16px;border-left:3px solid var(--bc-brand-line)}
@supports selector(:has(a)){form:not(:has(#who-other:checked)) .only-other{display:none}form:not(:has([name=problem]:checked)) .asks{display:none}form:has(#contact-none:checked) .f-phone{display:none}form:not(:has(#contact-none:checked)) .only-none{display:none}${byKind}}
.hp{position:absolute;left:-4000px;width:1px;height:1px;overflow:hidden}
.rp .btn{min-height:52px;font-size:calc(17*var(--bc-u))}.rp .btn.wide{width:100%}
.subnote{font-size:calc(15*var(--bc-u));color:var(--bc-ink-2);line-height:1.6;margin-top:8px}
.lead2{color:var(--bc-ink-2);line-height:1.7}
.okbox{display:grid;grid-template-columns:24px 1fr;gap:10px;margin:0 0 16px;padding:12px 16px;border-radius:var(--bc-r3);background:var(--bc-ok-soft);border:1px solid var(--bc-ok-line);line-height:1.6}.okbox svg{color:var(--bc-ok);margin-top:2px}
.warnbox.bad{background:var(--bc-late-soft);border-color:var(--bc-late-line);margin-bottom:16px}.warnbox.bad svg{color:var(--bc-late)}
.rows{display:grid;border-top:1px solid var(--bc-line-2);margin-top:28px}
.rows a,.rows summary,.rows .asrow{display:flex;align-items:center;gap:12px;width:100%;min-height:56px;padding:8px 2px;border-bottom:1px solid var(--bc-line-2);color:inherit;text-decoration:none;text-align:left;line-height:1.45;cursor:pointer;font-weight:400}
.rows svg:first-child{color:var(--bc-brand)}.rows svg:last-child{color:var(--bc-ink-3)}
.rows summary{list-style:none}.rows summary::-webkit-details-marker{display:none}
.rows details[open]{padding-bottom:18px}.rows details form{display:grid;gap:14px;padding-top:14px}
.photos ul{display:grid;gap:8px;margin:8px 0}.photos li{display:flex;align-items:center;gap:12px;min-height:56px}.photos img{width:56px;height:56px;object-fit:cover;border-radius:var(--bc-r1)}
.photos label.btn{position:relative;overflow:hidden;width:fit-content}.photos label.btn input{position:absolute;inset:0;opacity:0;width:100%;height:100%;cursor:pointer;font-size:0}.photos label.btn:focus-within{outline:2px solid var(--bc-focus);outline-offset:2px}
.slip{padding:20px 18px;margin-top:16px}
.slip .nos{display:grid;grid-template-columns:1fr;gap:14px 28px;padding-bottom:16px;border-bottom:2px solid var(--bc-ink)}
.slip .nos dt,.slip .about dt{font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-2)}
.slip .nos dd{font-size:calc(26*var(--bc-u));font-weight:600;line-height:1.3;text-autospace:no-autospace;letter-spacing:.03em}
.slip .about{display:grid;grid-template-columns:1fr;margin:0}.slip .about div{padding:10px 0;border-bottom:1px solid var(--bc-line-2)}.slip .about dd{line-height:1.55;font-weight:600}
.slip .foot{display:grid;grid-template-columns:auto 1fr;gap:16px;align-items:center;padding-top:16px}
.slip .foot p{line-height:1.6;color:var(--bc-ink-2)}
.acts2{display:flex;flex-wrap:wrap;gap:10px;margin-top:18px}
.nexts{counter-reset:n;display:grid;gap:12px}.nexts li{counter-increment:n;display:grid;grid-template-columns:calc(28*var(--bc-u)) 1fr;gap:10px;line-height:1.65}.nexts li::before{content:counter(n) ".";font-weight:600;color:var(--bc-brand)}
.th{margin-bottom:14px}.th .k{display:flex;align-items:center;gap:6px 12px;flex-wrap:wrap;font-size:calc(15*var(--bc-u));color:var(--bc-ink-2)}
.th h1{font-size:calc(25*var(--bc-u));line-height:1.35;margin:8px 0 4px}.th>p{color:var(--bc-ink-2);font-size:calc(15*var(--bc-u));line-height:1.6}
.th .state{display:inline-flex;align-items:center;gap:6px;min-height:26px;padding:2px 10px;border-radius:var(--bc-r1);background:var(--bc-sunken);color:var(--bc-ink);line-height:1.4}
.th .state.ok{background:var(--bc-ok-soft);color:var(--bc-ok)}.th .state.warn{background:var(--bc-warn-soft);color:var(--bc-warn)}.th .state.late{background:var(--bc-late-soft);color:var(--bc-late)}.th .state.pause{background:var(--bc-pause-soft);color:var(--bc-pause)}
.rp .blk{padding:18px 16px;margin-top:14px}.rp .blk h2{font-size:calc(20*var(--bc-u));display:flex;gap:8px;align-items:flex-start;margin-bottom:8px}.rp .blk h2 svg{margin-top:2px}.rp .blk p{line-height:1.75;white-space:pre-line}.rp .blk p+p{margin-top:8px}.rp .blk:not(.ask) h2+p{color:var(--bc-ink);font-size:var(--bc-t-body)}.five span{text-wrap:balance;word-break:keep-all;overflow-wrap:anywhere}.rp .blk h3{font-size:calc(16*var(--bc-u));margin:14px 0 4px}
.rp .blk ul.why{list-style:disc;padding-left:20px;line-height:1.7}
.rp .blk .src{display:flex;gap:8px;font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-2);margin-top:12px;padding-top:12px;border-top:1px solid var(--bc-line)}.rp .blk .src svg{margin-top:4px}
.ask{border-color:var(--bc-brand);box-shadow:0 0 0 1px var(--bc-brand)}
.rp .ask>p{color:var(--bc-ink-2);font-size:calc(15*var(--bc-u));line-height:1.6;margin:0 0 14px}
.yn{display:grid;gap:10px}.yn form{display:grid;gap:8px}.yn .btn{min-height:56px;font-size:calc(18*var(--bc-u))}
main.rp .k span:nth-child(2):not(.state){text-autospace:no-autospace}
.ask .rate{margin-top:18px;padding-top:16px;border-top:1px solid var(--bc-line)}
.rp .rate-in legend{margin-bottom:2px}.rp .rate-in p{font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-2);line-height:1.6;margin-bottom:10px}
.five{display:grid;grid-template-columns:repeat(5,1fr);gap:6px}
.five label{position:relative;display:flex;flex-direction:column;align-items:center;gap:6px;padding:10px 2px 8px;min-height:84px;border:1px solid var(--bc-edge);border-radius:var(--bc-r2);font-size:max(13.5*var(--bc-u),var(--bc-t-min));line-height:1.35;text-align:center;color:var(--bc-ink-2);background:var(--bc-surface)}
.five input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.five label:has(:checked){border-color:var(--bc-brand);box-shadow:inset 0 0 0 1px var(--bc-brand);background:var(--bc-brand-soft);color:var(--bc-brand);font-weight:600}
.five label:has(:focus-visible),.tags label:has(:focus-visible){outline:2px solid var(--bc-focus);outline-offset:2px}
@supports not selector(:has(a)){.five input,.tags input{position:static;opacity:1;width:22px;height:22px}}
[data-elder] .five,:lang(en) .five{grid-template-columns:1fr}[data-elder] .five label,:lang(en) .five label{flex-direction:row;justify-content:flex-start;min-height:60px;padding:8px 16px;gap:14px}[data-elder] .five label{font-size:21px}
.tags{display:flex;flex-wrap:wrap;gap:8px}
.tags label{position:relative;display:inline-flex;align-items:center;min-height:44px;padding:4px 16px;border-radius:var(--bc-rf);border:1px solid var(--bc-edge);background:var(--bc-surface);font-size:calc(15*var(--bc-u))}
.tags input{position:absolute;inset:0;opacity:0;width:100%;height:100%;margin:0;cursor:pointer}
.tags label:has(:checked){border-color:var(--bc-brand);box-shadow:inset 0 0 0 1px var(--bc-brand);background:var(--bc-brand-soft);color:var(--bc-brand);font-weight:600}
.rate-in form{display:grid;gap:14px}
@supports selector(:has(a)){.rate-in form:not(:has([name=grade]:checked)) .after{display:none}}.after{display:grid;gap:14px}
.rp .fair{display:flex;gap:8px;margin:0!important}.fair svg{margin-top:2px;color:var(--bc-ink-3)}
.tl{margin-top:12px}
.tl li{position:relative;padding:0 0 18px 34px;line-height:1.55}
.tl li::before{content:"";position:absolute;left:6px;top:6px;width:13px;height:13px;border-radius:50%;background:var(--bc-brand)}
.tl li:not(:last-child)::after{content:"";position:absolute;left:11.5px;top:23px;bottom:-3px;width:2px;background:var(--bc-brand-line)}
.tl li.now::before{background:var(--bc-surface);border:4px solid var(--bc-brand)}.tl li.now::after{background:repeating-linear-gradient(var(--bc-line-2) 0 6px,transparent 6px 11px)!important}
.tl li.ps::before{background:var(--bc-pause-soft);border:2px solid var(--bc-pause)}
.tl b{display:block;font-weight:600}.tl time{display:block;font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-3)}
.letters li{padding:12px 0;border-bottom:1px solid var(--bc-line-2)}.letters b{font-size:calc(15*var(--bc-u))}.letters time{font-size:calc(14.5*var(--bc-u));color:var(--bc-ink-3);margin-left:8px}.letters p{line-height:1.7;white-space:pre-line;margin-top:2px}.pics{display:flex;flex-wrap:wrap;gap:4px 14px}.pics a{display:inline-flex;align-items:center;min-height:44px}
.rp .small summary{cursor:pointer;min-height:44px;display:flex;align-items:center;color:var(--bc-brand)}
@media (max-width:360px){[data-elder] .top{flex-wrap:wrap;gap:0}[data-elder] .top .grow{display:none}}
@media (min-width:600px){.slip .nos{grid-template-columns:1fr 1fr}.slip .about{grid-template-columns:1fr 1fr;column-gap:28px}.slip .about .all{grid-column:1/-1}.yn.two{grid-template-columns:1fr 1fr;align-items:start}}
@media (min-width:1000px){
main.rp.wide,main.rp:has(.cols){max-width:1040px}
.cols2{display:grid;grid-template-columns:minmax(0,1fr) 400px;gap:0 48px}.cols2>.left{grid-column:1}.cols2>.right{grid-column:2;grid-row:1/span 2}
.cols2 .right>.blk:first-child,.cols2 .left>.blk:first-child{margin-top:0}
}
@media print{
@page{size:A4;margin:16mm}
main.rp{max-width:none;padding:0}.rows,form,.acts2,.okbox,.warnbox,.top{display:none!important}
.slip{border:0;padding:0;margin-top:8px}.slip .nos,.slip .about{grid-template-columns:1fr 1fr;column-gap:28px}.slip .about .all{grid-column:1/-1}
.rp,.rp *{color:#000!important}.cols2{display:block}.rp .blk{border:0;padding:0}.rp section{margin-top:18px}
html,html[data-elder]{--bc-u:1px;font-size:16px}
}
`;

export const reportStyles = styles.replace(/\n+/g, '');
